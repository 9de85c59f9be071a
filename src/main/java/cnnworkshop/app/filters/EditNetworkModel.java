package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.net.DescribedNetwork;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which network's filters are edited: always the loaded one's. When another is loaded, one with unsaved changes is put
 * aside and can be taken back. Edited networks are saved, or loaded for all tabs.
 */
final class EditNetworkModel {

  /** What the record of an edited network says of its filters stands under this. */
  static final String RECORD = "edited filters";

  private static final String ENDING = ".zip";

  private final FiltersTools tools;
  private final ReadOnlyObjectWrapper<EditSession> session = new ReadOnlyObjectWrapper<>(this, "session");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(this, "empty", "");
  private final ReadOnlyStringWrapper putAside = new ReadOnlyStringWrapper(this, "putAside", "");
  private EditSession aside;
  private boolean takingBack;

  EditNetworkModel(FiltersTools tools) {
    this.tools = tools;
    tools.inference().networkProperty().addListener((p, before, now) -> follow(now));
    shown.addListener((p, before, now) -> begin());
    follow(tools.inference().networkProperty().get());
  }

  /** The network whose filters are edited; null if there is none. */
  ReadOnlyObjectProperty<EditSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** Whether its copy is there, so that it can be asked. */
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Whether somebody looks: the copy is made only then. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** Why there is nothing to edit, as a sentence; empty if there is. */
  ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** Which network was put aside, as a sentence; empty if none is. */
  ReadOnlyStringProperty putAsideProperty() {
    return putAside.getReadOnlyProperty();
  }

  private void follow(LoadedNetwork now) {
    EditSession left = session.get();
    boolean back = takingBack && aside != null && now != null && aside.isOf(now);
    EditSession next = now == null || now.firstLayer() == null ? null
        : back ? aside : new EditSession(tools.inference(), now);
    if (back) {
      aside = null;
    }
    takingBack = false;
    if (left != null && left.isReady() && left.isUnsaved()) {
      letGo();
      aside = left;
      tools.messages().note(tools.texts().get("filters.edit.aside.note", left.network().name()));
    } else if (left != null) {
      left.close();
    }
    tellOfAside();
    empty.set(next != null ? "" : tools.texts().get(now == null ? "filters.edit.empty.no-network"
        : "filters.edit.empty.no-filters", now == null ? "" : now.name()));
    ready.set(false);
    session.set(next);
    begin();
  }

  private void begin() {
    EditSession now = session.get();
    if (now == null || !shown.get()) {
      return;
    }
    if (now.isReady()) {
      ready.set(true);
    } else {
      now.begin(tools.inference(), this::tellIfReady, tools.messages()::report);
    }
  }

  private void tellIfReady() {
    ready.set(session.get() != null && session.get().isReady());
  }

  private void tellOfAside() {
    putAside.set(aside == null ? "" : tools.texts().get("filters.edit.aside", aside.network().name(),
        aside.history().now().changed()));
  }

  /** Loads the network that was put aside again, as it was before its changes, and goes on with those. */
  void takeBack() {
    if (aside != null) {
      takingBack = true;
      aside.load(aside.history().now().original(), Network::copy, tools.inference(), failure -> {
        takingBack = false;
        tools.messages().report(failure);
      });
    }
  }

  /** Forgets the network that was put aside. */
  void letGo() {
    if (aside != null) {
      aside.close();
      aside = null;
      tellOfAside();
    }
  }

  /** Makes the edited network the loaded one. */
  void use() {
    EditSession used = session.get();
    FilterEdits edits = used.history().now();
    ModelInfo info = described(used, edits, tools.texts().get("filters.edit.used", used.network().name()));
    used.load(edits.edited(), network -> new DescribedNetwork(network.copy(), info), tools.inference(),
        tools.messages()::report);
  }

  /** Writes the edited network to a file, which gives it its name. */
  void save(Path file) {
    EditSession edited = session.get();
    FilterEdits edits = edited.history().now();
    String fileName = file.getFileName().toString();
    ModelInfo info = described(edited, edits,
        fileName.endsWith(ENDING) ? fileName.substring(0, fileName.length() - ENDING.length()) : fileName);
    // Packing millions of numbers takes seconds: only the copy is made where networks are asked.
    edited.ask(file, edits.edited(), network -> {
      Network copy = network.copy();
      Work.Piece saving = tools.work().start(tools.texts().get("filters.edit.saving", fileName), null);
      tools.background().execute(() -> write(copy, file, info, saving, () -> edited.saved(edits)));
      return true;
    }, begun -> {}, tools.messages()::report);
  }

  private void write(Network copy, Path file, ModelInfo info, Work.Piece saving, Runnable onSaved) {
    try (copy) {
      copy.save(file, info);
      tools.ui().execute(() -> {
        onSaved.run();
        tools.settings().addRecentNetwork(file);
        tools.messages().note(tools.texts().get("filters.edit.saved", file.getFileName()));
      });
    } catch (IOException e) {
      tools.messages().show(new SaveFailure(file, e));
    } catch (RuntimeException e) {
      tools.messages().report(e);
    } finally {
      saving.done();
    }
  }

  /** How far answers can be believed was measured with other filters, so it is not said of these. */
  private static ModelInfo described(EditSession edited, FilterEdits edits, String name) {
    ModelInfo info = edited.network().info();
    Map<String, String> record = new LinkedHashMap<>(info.record());
    record.merge(RECORD, edits.summary(), (before, now) -> before + "; then " + now);
    return new ModelInfo(name, info.task(), info.labels(), record);
  }

  /** What an edited network may be called. */
  String suggestion() {
    String name = session.get().network().name();
    return (name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name) + "-edited";
  }
}
