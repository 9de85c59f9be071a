package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.train.RunFailure;
import cnnworkshop.core.train.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The two networks that are compared: the loaded one, and another beside it. Used on the UI thread. */
final class CompareNetworks {

  private final FiltersTools tools;
  private final Supplier<Path> shipped;
  private final Inference right;
  private final ObservableList<CompareSource> sources = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", false);
  private int asked;

  /** @param shipped gives the keypoint network's file; may unpack it first */
  CompareNetworks(FiltersTools tools, Supplier<Path> shipped) {
    this.tools = tools;
    this.shipped = shipped;
    this.right = tools.inference().beside();
  }

  /** Keeps the loaded network. */
  Inference left() {
    return tools.inference();
  }

  /** Keeps the other one. */
  Inference right() {
    return right;
  }

  /** Networks that need not be looked for: the shipped one, the best of runs, those opened lately. */
  ObservableList<CompareSource> sources() {
    return sources;
  }

  /** Whether a network is being opened. */
  ReadOnlyBooleanProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Looks anew for what can be compared with, in the background. */
  void refresh() {
    int mine = ++asked;
    List<String> recent = List.copyOf(tools.settings().recentNetworks());
    tools.background().execute(() -> {
      List<CompareSource> found = new ArrayList<>();
      found.add(new CompareSource(tools.texts().get("filters.compare.source.shipped"),
          tools.texts().get("filters.compare.source.shipped.about"), shipped::get));
      recent.stream().flatMap(file -> Settings.path(file).stream()).filter(Files::isRegularFile)
          .forEach(file -> found.add(ofFile(file)));
      addRuns(found);
      tools.ui().execute(() -> {
        // What is the same stays, and so does what is selected.
        if (mine == asked && !names(found).equals(names(sources))) {
          sources.setAll(found);
        }
      });
    });
  }

  private static List<String> names(List<CompareSource> some) {
    return some.stream().map(source -> source.name() + "\n" + source.about()).toList();
  }

  private void addRuns(List<CompareSource> found) {
    try {
      for (RunRecord run : tools.runs().list().runs()) {
        if (tools.runs().hasWeights(run.id())) {
          found.add(new CompareSource(run.name(), tools.texts().get("filters.compare.source.run",
              run.curve().bestEpoch(), run.setup().data().name()), () -> tools.runs().weights(run.id())));
        }
      }
    } catch (RunFailure e) {
      tools.messages().report(e);
    }
  }

  private CompareSource ofFile(Path file) {
    return new CompareSource(String.valueOf(file.getFileName()),
        tools.texts().get("filters.compare.source.file", String.valueOf(file.getParent())), () -> file);
  }

  /** Opens a file as the right network. */
  void open(Path file) {
    open(ofFile(file), () -> tools.settings().addRecentNetwork(file));
  }

  /** Opens a network as the right one. If that fails both stay as they are. */
  void open(CompareSource source) {
    open(source, () -> {});
  }

  private void open(CompareSource source, Runnable then) {
    if (opening.get()) {
      return;
    }
    opening.set(true);
    Work.Piece piece = tools.work().start(tools.texts().get("filters.compare.work.open", source.name()), null);
    right.load(backend -> backend.open(source.file().call()), () -> {
      done(piece);
      then.run();
    }, e -> {
      done(piece);
      tools.messages().report(e);
    });
  }

  private void done(Work.Piece piece) {
    opening.set(false);
    piece.done();
  }

  /** Makes the right network the loaded one, for all tabs, and what was loaded the right one. */
  void swap() {
    left().exchange(right);
  }
}
