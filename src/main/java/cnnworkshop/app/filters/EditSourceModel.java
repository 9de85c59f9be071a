package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.Filters;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Other filters to take one from: this network's, or those of a file. To be used on the UI thread. */
final class EditSourceModel {

  private final FiltersTools tools;
  private final EditModel edited;
  private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(this, "filters");
  private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
  private final BooleanProperty fromFile = new SimpleBooleanProperty(this, "fromFile");
  private final ReadOnlyStringWrapper fileName = new ReadOnlyStringWrapper(this, "fileName", "");
  private Filters opened;

  EditSourceModel(FiltersTools tools, EditModel edited) {
    this.tools = tools;
    this.edited = edited;
    edited.editsProperty().addListener((p, before, now) -> show());
    fromFile.addListener((p, before, now) -> show());
    show();
  }

  /** The filters to choose from; null for none. */
  ReadOnlyObjectProperty<Filters> filtersProperty() {
    return filters.getReadOnlyProperty();
  }

  /** The one that is chosen. */
  IntegerProperty chosenProperty() {
    return chosen;
  }

  /** Whether they are those of the file that was opened. */
  BooleanProperty fromFileProperty() {
    return fromFile;
  }

  /** The file that was opened; empty for none. */
  ReadOnlyStringProperty fileNameProperty() {
    return fileName.getReadOnlyProperty();
  }

  private void show() {
    FilterEdits edits = edited.editsProperty().get();
    Filters now = fromFile.get() ? opened : edits == null ? null : edits.edited();
    if (now != null && chosen.get() >= now.count()) {
      chosen.set(0);
    }
    filters.set(now);
  }

  /** Reads the filters of a file. */
  void open(Path file) {
    Inference reader = tools.inference().beside();
    reader.open(file, () -> {
      LoadedNetwork network = reader.networkProperty().get();
      reader.close();
      if (network.firstLayer() == null) {
        tools.messages().show(new EditFailure(file));
        return;
      }
      opened = network.firstLayer();
      fileName.set(file.getFileName().toString());
      fromFile.set(true);
      show();
    }, tools.messages()::report);
  }

  /** Puts the chosen filter in the place of the one that is edited. */
  void take() {
    if (edited.editsProperty().get() != null && filters.get() != null) {
      edited.put(filters.get(), chosen.get());
    }
  }
}
