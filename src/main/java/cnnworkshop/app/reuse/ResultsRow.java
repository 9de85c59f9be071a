package cnnworkshop.app.reuse;

import cnnworkshop.app.control.ComparisonChart;
import cnnworkshop.app.train.RunPlaces;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done with what came of trainings: networks used and saved, numbers and charts saved and copied. */
final class ResultsRow extends VBox {

  private final CutAndRaceModel model;
  private final TrainedModel trained;
  private final RaceCharts charts;
  private final Texts texts;
  private final ReusePlaces places;

  ResultsRow(CutAndRaceModel model, RaceCharts charts, Texts texts, ReusePlaces places) {
    this.model = model;
    this.trained = model.trained();
    this.charts = charts;
    this.texts = texts;
    this.places = places;
    getStyleClass().add("reuse-inner");
    getChildren().addAll(ReuseParts.words(texts.get("reuse.networks"), "reuse-label"),
        ReuseParts.row(networks(), use(), save(), train(), files()));
  }

  private Node networks() {
    ComboBox<TrainedNetwork> box = new ComboBox<>();
    // Bound, not taken over: the model takes older ones out.
    box.setItems(trained.all());
    box.setCellFactory(list -> new NetworkCell());
    box.setButtonCell(new NetworkCell());
    box.setPromptText(texts.get("reuse.networks.none"));
    box.setAccessibleText(texts.get("reuse.networks"));
    box.valueProperty().bindBidirectional(trained.chosenProperty());
    box.disableProperty().bind(Bindings.isEmpty(trained.all()));
    box.getStyleClass().add("reuse-networks");
    return box;
  }

  /** A network in words. */
  private final class NetworkCell extends ListCell<TrainedNetwork> {

    @Override
    protected void updateItem(TrainedNetwork network, boolean empty) {
      super.updateItem(network, empty);
      setText(empty || network == null ? texts.get("reuse.networks.none") : model.words().network(network));
    }
  }

  private Button use() {
    Button use = ReuseParts.button(texts.get("reuse.use"), texts.get("reuse.use.hint"),
        Material2AL.CHECK_CIRCLE_OUTLINE, trained::use);
    use.disableProperty().bind(trained.chosenProperty().isNull());
    return use;
  }

  private Button save() {
    Button save = ReuseParts.button(texts.get("reuse.save"), texts.get("reuse.save.hint"), Material2MZ.SAVE_ALT,
        () -> files(trained.chosenProperty().get().network().info().name(), "zip").ifPresent(trained::save));
    save.disableProperty().bind(trained.chosenProperty().isNull());
    return save;
  }

  private Button train() {
    Button train = ReuseParts.button(texts.get("reuse.train"), texts.get("reuse.train.hint"),
        Material2MZ.MODEL_TRAINING, () -> places.openInTrain(trained.chosenProperty().get().network().spec()));
    train.disableProperty().bind(trained.chosenProperty().isNull());
    return train;
  }

  private Optional<Path> files(String name, String extension) {
    RunPlaces files = places.files();
    return files.saveAs(name.replaceAll("[^\\p{L}\\p{N} ._-]", "-") + "." + extension, extension);
  }

  private Node files() {
    ObservableBooleanValue noRace = Bindings.isEmpty(model.race().overPictures());
    ObservableBooleanValue noCurves = Bindings.isEmpty(model.race().overSteps());
    MenuButton menu = new MenuButton(texts.get("reuse.files"), new FontIcon(Material2MZ.SAVE),
        item("reuse.files.csv", noRace, () -> files(texts.get("reuse.files.name"), "csv")
            .ifPresent(model::saveResults)),
        item("reuse.files.pictures", noRace, () -> save(charts.overPictures())),
        item("reuse.files.steps", noCurves, () -> save(charts.overSteps())),
        item("reuse.files.copy-pictures", noRace, () -> places.copy(charts.overPictures().picture())),
        item("reuse.files.copy-steps", noCurves, () -> places.copy(charts.overSteps().picture())));
    menu.setAccessibleText(texts.get("reuse.files"));
    menu.setTooltip(new Tooltip(texts.get("reuse.files.hint")));
    return menu;
  }

  private MenuItem item(String key, ObservableBooleanValue disabled, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.disableProperty().bind(disabled);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void save(ComparisonChart chart) {
    files(texts.get("reuse.files.name"), "png").ifPresent(file -> {
      Photo picture = photo(chart.picture());
      model.write(file, () -> PngFile.write(file.toAbsolutePath(), picture));
    });
  }

  private static Photo photo(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return Photo.ofRgb(width, height, argb);
  }
}
