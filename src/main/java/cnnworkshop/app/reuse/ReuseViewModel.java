package cnnworkshop.app.reuse;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The Reuse tab: which of its parts is shown. On the UI thread. */
public final class ReuseViewModel {

  private final List<String> sections;
  private final ReadOnlyStringWrapper section = new ReadOnlyStringWrapper(this, "section");

  /** @param sections the ids of its parts, in order; at least one */
  public ReuseViewModel(List<String> sections) {
    this.sections = List.copyOf(sections);
    section.set(sections.get(0));
  }

  /** The id of the part that is shown. */
  public ReadOnlyStringProperty sectionProperty() {
    return section.getReadOnlyProperty();
  }

  /** Shows a part; one that isn't there leaves what is shown. */
  public void show(String id) {
    if (sections.contains(id)) {
      section.set(id);
    }
  }
}
