package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.FoundPatch;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The few strongest patches of the chosen unit over the samples; searched while somebody looks. */
final class PatchesStripModel {

  static final int PATCHES = 8;
  private static final int PER_PICTURE = 2;

  private final FiltersTools tools;
  private final PatchesWords words;
  private final PatchesCutter cutter;
  private final PatchesSearchModel search;
  private final ReadOnlyObjectWrapper<List<PatchesItem>> items =
      new ReadOnlyObjectWrapper<>(this, "items", List.of());
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private List<FoundPatch> listed = List.of();
  private int viewers;

  PatchesStripModel(FiltersTools tools) {
    this.tools = tools;
    this.words = new PatchesWords(tools.texts());
    this.cutter = new PatchesCutter(tools);
    this.search = new PatchesSearchModel(tools);
    tools.inference().networkProperty().addListener((p, before, now) -> want());
    tools.unit().addListener((p, before, now) -> want());
    search.resultProperty().addListener((p, before, now) -> list());
    search.runningProperty().addListener((p, before, now) -> list());
  }

  /** Somebody begins to look. */
  void open() {
    viewers++;
    want();
  }

  /** Somebody no longer looks; once nobody does, the search ends. */
  void close() {
    viewers--;
    if (viewers == 0) {
      search.want(null);
    }
  }

  private void want() {
    LoadedNetwork network = tools.inference().networkProperty().get();
    Unit unit = tools.unit().get();
    boolean possible = network != null && unit != null && Subject.fits(network.spec().input())
        && unit.layer() < network.outputShapes().size()
        && unit.unit() < network.outputShapes().get(unit.layer()).channels();
    if (viewers > 0) {
      search.want(possible
          ? new PatchesWanted(network, unit.layer(), PatchesKind.SAMPLES, null, PER_PICTURE) : null);
    }
    list();
  }

  private void list() {
    PatchesResult result = search.resultProperty().get();
    Unit unit = tools.unit().get();
    boolean fits = result != null && unit != null && result.wanted().layer() == unit.layer()
        && unit.unit() < result.findings().patches().size();
    List<FoundPatch> found = fits ? result.findings().of(unit.unit(), PATCHES) : List.of();
    line.set(!fits ? search.runningProperty().get() ? tools.texts().get("filters.patches.strip.searching") : ""
        : found.isEmpty() && result.complete() ? words.nothing(result, unit.unit())
        : tools.texts().get(result.complete() ? "filters.patches.strip.line" : "filters.patches.strip.so-far",
            result.findings().looks(), result.findings().pictures()));
    if (found.equals(listed)) {
      return;
    }
    listed = found;
    PatchesItem[] cut = new PatchesItem[found.size()];
    items.set(List.of());
    if (!found.isEmpty()) {
      cutter.cut(found, result.pictures(), result.wanted().cut(), group -> {
        group.forEach((rank, pixels) -> cut[rank] = words.item(result, found.get(rank), rank, pixels));
        items.set(Stream.of(cut).filter(Objects::nonNull).toList());
      });
    }
  }

  /** The patches, the strongest first. */
  ReadOnlyObjectProperty<List<PatchesItem>> itemsProperty() {
    return items.getReadOnlyProperty();
  }

  /** Where they were searched, or why there are none. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }
}
