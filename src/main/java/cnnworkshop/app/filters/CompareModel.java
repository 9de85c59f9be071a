package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/** Two networks side by side: layers, filters, maps and answers. Used on the UI thread. */
final class CompareModel {

  /** What is compared. */
  enum Page {
    /** What they are and how large their weights are. */
    LAYERS,
    /** The filters of their first convolutions. */
    FILTERS,
    /** The maps of a layer for the picture. */
    MAPS,
    /** What they say of the picture. */
    ANSWERS
  }

  private final FiltersTools tools;
  private final CompareNetworks networks;
  private final CompareWeights weights;
  private final CompareSide left;
  private final CompareSide right;
  private final CompareMapsModel maps;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.LAYERS);
  private final ObjectProperty<CompareFilters.Look> filterLook =
      new SimpleObjectProperty<>(this, "filterLook", CompareFilters.Look.OWN);
  private final ReadOnlyObjectWrapper<CompareFilters> filters = new ReadOnlyObjectWrapper<>(this, "filters");
  private final ReadOnlyObjectWrapper<CompareAnswers> answers =
      new ReadOnlyObjectWrapper<>(this, "answers", new CompareAnswers(null, null));
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

  /** @param shipped gives the keypoint network's file; may unpack it first */
  CompareModel(FiltersTools tools, Supplier<Path> shipped) {
    this.tools = tools;
    this.networks = new CompareNetworks(tools, shipped);
    this.weights = new CompareWeights(tools, networks.left(), networks.right());
    this.left = new CompareSide(tools, networks.left());
    this.right = new CompareSide(tools, networks.right());
    this.maps = new CompareMapsModel(tools.unit());
    for (CompareSide side : new CompareSide[] {left, right}) {
      side.inference().networkProperty().addListener((p, before, now) -> {
        side.forget();
        show();
      });
      side.answerProperty().addListener((p, before, now) ->
          answers.set(new CompareAnswers(left.answerProperty().get(), right.answerProperty().get())));
    }
    maps.leftProperty().addListener((p, before, now) -> lookLeft());
    maps.rightProperty().addListener((p, before, now) -> lookRight());
    filterLook.addListener((p, before, now) -> showFilters());
    tools.subject().addListener((p, before, now) -> look());
    tools.work().running().addListener((ListChangeListener<Object>) change -> refresh());
    shown.addListener((p, before, now) -> {
      show();
      refresh();
    });
  }

  /** The two networks. */
  CompareNetworks networks() {
    return networks;
  }

  /** Their layers side by side. */
  CompareWeights weights() {
    return weights;
  }

  /** What the left network makes of the picture. */
  CompareSide left() {
    return left;
  }

  /** What the right network makes of it. */
  CompareSide right() {
    return right;
  }

  /** Which maps are compared. */
  CompareMapsModel maps() {
    return maps;
  }

  /** Whether a person sees it: while not, nothing is computed. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** What is compared. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** How filters are seen. */
  ObjectProperty<CompareFilters.Look> filterLookProperty() {
    return filterLook;
  }

  /** The filters of both; null as long as there are not two networks. */
  ReadOnlyObjectProperty<CompareFilters> filtersProperty() {
    return filters.getReadOnlyProperty();
  }

  /** What both say of the picture. */
  ReadOnlyObjectProperty<CompareAnswers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** What can't be compared and why, in words; empty if there is nothing to say. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** What is to be seen now, for other programs; only when there are two networks. */
  CompareExport export() {
    CompareMaps ours = left.mapsProperty().get();
    CompareMaps theirs = right.mapsProperty().get();
    return new CompareExport(weights.rows(), filters.get(), leftNetwork().firstLayer(), rightNetwork().firstLayer(),
        ours, theirs, maps.range(ours, theirs), answers.get());
  }

  private void refresh() {
    if (shown.get()) {
      networks.refresh();
    }
  }

  private LoadedNetwork leftNetwork() {
    return networks.left().networkProperty().get();
  }

  private LoadedNetwork rightNetwork() {
    return networks.right().networkProperty().get();
  }

  private void show() {
    if (!shown.get()) {
      return;
    }
    maps.showLeft(leftNetwork());
    maps.showRight(rightNetwork());
    showFilters();
    look();
    weights.compare();
  }

  private void showFilters() {
    filters.set(leftNetwork() == null || rightNetwork() == null ? null
        : CompareFilters.of(leftNetwork().firstLayer(), rightNetwork().firstLayer(), filterLook.get(), tools.texts()));
  }

  private void look() {
    if (shown.get()) {
      note.set(note());
      lookLeft();
      lookRight();
    }
  }

  private String note() {
    if (leftNetwork() == null || rightNetwork() == null) {
      return "";
    }
    if (tools.subject().get() == null) {
      return tools.texts().get("filters.compare.no-picture");
    }
    for (LoadedNetwork network : new LoadedNetwork[] {leftNetwork(), rightNetwork()}) {
      if (!Subject.fits(network.spec().input())) {
        return tools.texts().get("filters.compare.no-view", network.name(), network.spec().input().toString());
      }
    }
    String ours = leftNetwork().spec().input().toString();
    String theirs = rightNetwork().spec().input().toString();
    return ours.equals(theirs) ? "" : tools.texts().get("filters.compare.other-input", ours, theirs);
  }

  private void lookLeft() {
    look(left, maps.leftProperty().get());
  }

  private void lookRight() {
    look(right, maps.rightProperty().get());
  }

  private void look(CompareSide side, CompareLayer layer) {
    LoadedNetwork network = side.inference().networkProperty().get();
    if (shown.get() && network != null) {
      side.look(tools.subject().get(), layer, network.info().labels());
    }
  }
}
