package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.LayerSpec;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The Filters tab: which of its parts is shown, and which unit all of them speak of. To be used on the UI thread. */
public final class FiltersViewModel {

  private final FiltersTools tools;
  private final List<String> sections;
  private final ReadOnlyStringWrapper section = new ReadOnlyStringWrapper(this, "section");

  /** @param sections the ids of its parts, in order; at least one */
  public FiltersViewModel(FiltersTools tools, List<String> sections) {
    this.tools = tools;
    this.sections = List.copyOf(sections);
    String last = tools.settings().filtersSectionProperty().get();
    section.set(sections.contains(last) ? last : sections.get(0));
    // After all parts have heard of the network, or they would be told of a unit of layers they don't know.
    tools.inference().networkProperty().addListener((p, before, now) -> tools.ui().execute(() -> chooseUnitOf(now)));
    chooseUnitOf(tools.inference().networkProperty().get());
  }

  /** Another network has other units: the chosen one stays if there is one like it, else it is the first filter. */
  private void chooseUnitOf(LoadedNetwork network) {
    Unit unit = tools.unit().get();
    if (network == null || unit != null && unit.layer() < network.outputShapes().size()
        && unit.unit() < network.outputShapes().get(unit.layer()).channels()) {
      return;
    }
    tools.unit().set(null);
    List<LayerSpec> layers = network.spec().layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      if (layers.get(layer) instanceof LayerSpec.Convolution) {
        tools.unit().set(new Unit(layer, 0));
        return;
      }
    }
  }

  /** The id of the part that is shown. */
  public ReadOnlyStringProperty sectionProperty() {
    return section.getReadOnlyProperty();
  }

  /** Shows a part; one that isn't there leaves what is shown. */
  public void show(String id) {
    if (sections.contains(id)) {
      section.set(id);
      tools.settings().filtersSectionProperty().set(id);
    }
  }

  /** Chooses a unit by its layer's name and its number, counted from 0; nothing happens if there is none such. */
  public void choose(String layer, int unit) {
    LoadedNetwork network = tools.inference().networkProperty().get();
    if (network == null) {
      return;
    }
    for (int i = 0; i < network.outputShapes().size(); i++) {
      if (network.spec().layers().get(i).name().equals(layer) && unit < network.outputShapes().get(i).channels()) {
        tools.unit().set(new Unit(i, unit));
        return;
      }
    }
  }
}
