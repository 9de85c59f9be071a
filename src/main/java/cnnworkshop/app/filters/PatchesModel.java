package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FoundPatch;
import cnnworkshop.core.inspect.PatchCsv;
import cnnworkshop.core.inspect.PatchCut;
import cnnworkshop.core.inspect.PatchSheet;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.LayerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The patches that excite the chosen unit most: which pictures are searched, what was found, and where it is. */
final class PatchesModel {

  private static final int USUAL_COUNT = 16;
  private static final int USUAL_PER_PICTURE = 3;

  private final FiltersTools tools;
  private final PatchesWords words;
  private final PatchesFiles files;
  private final PatchesCutter cutter;
  private final PatchesSearchModel search;

  private final ObservableList<PatchesLayer> layers = FXCollections.observableArrayList();
  private final ObjectProperty<PatchesLayer> layer = new SimpleObjectProperty<>(this, "layer");
  private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
  private final ObjectProperty<PatchesKind> kind = new SimpleObjectProperty<>(this, "kind", PatchesKind.SAMPLES);
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
  private final IntegerProperty count = new SimpleIntegerProperty(this, "count", USUAL_COUNT);
  private final IntegerProperty perPicture = new SimpleIntegerProperty(this, "perPicture", USUAL_PER_PICTURE);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final ReadOnlyObjectWrapper<List<PatchesItem>> items =
      new ReadOnlyObjectWrapper<>(this, "items", List.of());
  private final ReadOnlyObjectWrapper<PatchesPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyStringWrapper field = new ReadOnlyStringWrapper(this, "field", "");
  private final ReadOnlyStringWrapper searched = new ReadOnlyStringWrapper(this, "searched", "");
  private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper(this, "leftOut", "");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(this, "nothing", "");

  /** The network whose layers there are to choose from. */
  private LoadedNetwork met;
  private boolean following;
  private List<FoundPatch> listed = List.of();
  private PatchesItem[] cut = {};
  private int chosenRank;

  PatchesModel(FiltersTools tools) {
    this.tools = tools;
    this.words = new PatchesWords(tools.texts());
    this.files = new PatchesFiles(tools);
    this.cutter = new PatchesCutter(tools);
    this.search = new PatchesSearchModel(tools);
    tools.inference().networkProperty().addListener((p, before, now) -> meet(now));
    tools.unit().addListener((p, before, now) -> follow());
    layer.addListener((p, before, now) -> choose());
    unit.addListener((p, before, now) -> choose());
    for (var property : List.of(kind, folder, perPicture, shown)) {
      property.addListener((p, before, now) -> want());
    }
    count.addListener((p, before, now) -> list());
    search.resultProperty().addListener((p, before, now) -> list());
    meet(tools.inference().networkProperty().get());
  }

  /** Another network: its layers are those to choose from. */
  private void meet(LoadedNetwork network) {
    following = true;
    met = network;
    layers.setAll(network == null ? List.of() : IntStream.range(0, network.outputShapes().size())
        // Dropout passes on what it gets, unless there is nothing before it.
        .filter(i -> i == 0 || !(network.spec().layers().get(i) instanceof LayerSpec.Dropout))
        .mapToObj(i -> new PatchesLayer(i, network.outputShapes().get(i).channels(), words.layer(network, i)))
        .toList());
    following = false;
    follow();
  }

  /** Takes over the unit that all parts of the tab speak of. */
  private void follow() {
    Unit wanted = tools.unit().get();
    int at = wanted == null ? 0 : wanted.layer();
    following = true;
    PatchesLayer now = layers.stream().filter(one -> one.number() <= at).reduce((a, b) -> b).orElse(null);
    layer.set(now);
    unit.set(now == null || wanted == null ? 0 : Math.min(wanted.unit(), now.units() - 1));
    following = false;
    want();
  }

  /** The person chose another unit: all parts follow. */
  private void choose() {
    if (!following && layer.get() != null) {
      tools.unit().set(new Unit(layer.get().number(), Math.min(unit.get(), layer.get().units() - 1)));
      follow();
    }
  }

  private void want() {
    LoadedNetwork network = tools.inference().networkProperty().get();
    if (network != met) {
      // Another part heard of the network first, and chose a unit of it.
      return;
    }
    trouble.set(troubleWith(network));
    if (network == null || !trouble.get().isEmpty()) {
      title.set("");
      field.set("");
      search.want(null);
      list();
      return;
    }
    int of = layer.get().number();
    title.set(words.unit(network, of, unit.get()));
    PatchesWanted wanted = new PatchesWanted(network, of, kind.get(),
        kind.get() == PatchesKind.FOLDER ? folder.get() : null, perPicture.get());
    field.set(words.field(wanted.cut().field(), network.spec().input()));
    if (shown.get()) {
      search.want(wanted);
    }
    list();
  }

  private String troubleWith(LoadedNetwork network) {
    if (network == null) {
      return tools.texts().get("filters.patches.no-network");
    }
    if (!Subject.fits(network.spec().input())) {
      return tools.texts().get("filters.patches.unsuitable", network.spec().input().toString());
    }
    return kind.get() == PatchesKind.FOLDER && folder.get() == null
        ? tools.texts().get("filters.patches.no-folder") : "";
  }

  /** Lists what was found for the unit, as far as it is cut out. */
  private void list() {
    PatchesResult result = search.resultProperty().get();
    boolean fits = result != null && trouble.get().isEmpty() && result.wanted().layer() == layer.get().number();
    searched.set(fits ? words.searched(result) : "");
    leftOut.set(fits ? words.leftOut(result.leftOut()) : "");
    List<FoundPatch> found = fits ? result.findings().of(unit.get(), count.get()) : List.of();
    nothing.set(fits && found.isEmpty() && result.complete() ? words.nothing(result, unit.get()) : "");
    if (found.equals(listed)) {
      return;
    }
    listed = found;
    cut = new PatchesItem[found.size()];
    if (found.isEmpty()) {
      show();
      return;
    }
    PatchesItem[] mine = cut;
    cutter.cut(found, result.pictures(), result.wanted().cut(), group -> {
      group.forEach((rank, pixels) -> mine[rank] = words.item(result, found.get(rank), rank, pixels));
      show();
    });
  }

  private void show() {
    items.set(Stream.of(cut).filter(Objects::nonNull).toList());
    if (listed.isEmpty()) {
      picture.set(null);
    } else {
      choose(Math.min(chosenRank, listed.size() - 1));
    }
  }

  /** Shows the whole picture a patch is from; 0 for the strongest. */
  void choose(int rank) {
    chosenRank = rank;
    PatchesItem item = rank < cut.length ? cut[rank] : null;
    PatchesResult result = search.resultProperty().get();
    if (item == null || result == null
        || picture.get() != null && picture.get().patch().equals(item.patch())) {
      return;
    }
    PatchCut how = result.wanted().cut();
    cutter.picture(item.patch(), result.pictures(),
        photo -> picture.set(new PatchesPicture(item.patch(), photo, how.place(item.patch()), item.words())));
  }

  /** Searches a folder. */
  void search(Path newFolder) {
    folder.set(newFolder);
    kind.set(PatchesKind.FOLDER);
  }

  /** Saves all patches side by side. */
  void saveSheet(Path file) {
    List<PatchesItem> all = items.get();
    if (!all.isEmpty()) {
      files.write(file, to -> PngFile.write(to, sheet(all)));
    }
  }

  /** Puts all patches side by side on the clipboard. */
  void copySheet(Consumer<Photo> clipboard) {
    List<PatchesItem> all = items.get();
    if (!all.isEmpty()) {
      files.copy(() -> sheet(all), clipboard);
    }
  }

  private static Photo sheet(List<PatchesItem> items) {
    return PatchSheet.picture(items.stream().map(PatchesItem::pixels).toList(),
        items.stream().map(item -> item.patch().value()).toList());
  }

  /** Saves where the patches are, as a table. */
  void saveTable(Path file) {
    PatchesResult result = search.resultProperty().get();
    List<FoundPatch> all = listed;
    if (result != null && !all.isEmpty()) {
      files.write(file, to -> PatchCsv.write(to, all, result.wanted().cut(), result.pictures()::name));
    }
  }

  /** What a file of this unit may be called, without its ending. */
  String fileName() {
    LoadedNetwork network = tools.inference().networkProperty().get();
    return network == null || layer.get() == null ? ""
        : network.spec().layers().get(layer.get().number()).name() + "-" + unit.get() + "-patches";
  }

  /** Whose result is shown, and whether it is being searched. */
  PatchesSearchModel search() {
    return search;
  }

  /** The layers to choose from. */
  ObservableList<PatchesLayer> layers() {
    return layers;
  }

  /** The layer; null without a network. */
  ObjectProperty<PatchesLayer> layerProperty() {
    return layer;
  }

  /** The unit's number in the layer. */
  IntegerProperty unitProperty() {
    return unit;
  }

  /** Which pictures are searched. */
  ObjectProperty<PatchesKind> kindProperty() {
    return kind;
  }

  /** The folder that was picked; null for none. */
  ReadOnlyObjectProperty<Path> folderProperty() {
    return folder;
  }

  /** How many patches are shown at most. */
  IntegerProperty countProperty() {
    return count;
  }

  /** How many of them at most come from one picture. */
  IntegerProperty perPictureProperty() {
    return perPicture;
  }

  /** Whether somebody looks: only then is searched. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** The patches, the strongest first. */
  ReadOnlyObjectProperty<List<PatchesItem>> itemsProperty() {
    return items.getReadOnlyProperty();
  }

  /** The picture the chosen patch is from; null for none. */
  ReadOnlyObjectProperty<PatchesPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Why nothing can be searched; empty if it can. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The unit's name. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** How much of the input one of the layer's values sees. */
  ReadOnlyStringProperty fieldProperty() {
    return field.getReadOnlyProperty();
  }

  /** What was searched so far; empty for nothing. */
  ReadOnlyStringProperty searchedProperty() {
    return searched.getReadOnlyProperty();
  }

  /** Which pictures could not be used; empty if all could. */
  ReadOnlyStringProperty leftOutProperty() {
    return leftOut.getReadOnlyProperty();
  }

  /** Why there are no patches; empty if there are, or as long as there may be some. */
  ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }
}
