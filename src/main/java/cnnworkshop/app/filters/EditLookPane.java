package cnnworkshop.app.filters;

import cnnworkshop.app.control.EditPicture;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.face.PointShifts;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the edits do: the chosen map before and after, the answer, the price, and all maps of the layer. */
final class EditLookPane extends VBox {

  private static final ColourScale COLOURS = ColourScale.VIRIDIS;
  private static final double PICTURE_EM = 10;
  private static final double[] THIRDS = {1 / 3.0, 1 / 3.0, 1 / 3.0};
  private static final double BELOW_EM = 17;
  private static final double[] MAPS_AND_ANSWERS = {0.72, 0.28};
  private static final double TILE_EM = 5.5;

  private final EditNetworkModel network;
  private final EditModel edited;
  private final EditLookModel model;
  private final EditPriceModel price;
  private final Texts texts;
  private final EditWords words;
  private final EditPicture before = new EditPicture();
  private final EditPicture after = new EditPicture();
  private final EditPicture seen = new EditPicture();
  private final Label beforeCaption = caption();
  private final Label afterCaption = caption();
  private final Label seenCaption = caption();
  private final ScaleLegend legend;
  private final MapGrid grid;
  private final EditAnswerPane answer;
  private float[][] painted = {};
  private ValueRange[] ranges = {};

  EditLookPane(EditNetworkModel network, EditModel edited, EditLookModel model, EditPriceModel price, Texts texts) {
    this.network = network;
    this.edited = edited;
    this.model = model;
    this.price = price;
    this.texts = texts;
    words = new EditWords(texts);
    legend = new ScaleLegend(texts);
    grid = new MapGrid(texts);
    answer = new EditAnswerPane(texts);
    getStyleClass().add("edit-look");
    grid.tileSizeProperty().set(TILE_EM);
    grid.selectedProperty().addListener((p, was, now) -> edited.choose(now.intValue()));
    EditColumns pictures = new EditColumns(PICTURE_EM, THIRDS, part(beforeCaption, before), part(afterCaption, after),
        part(seenCaption, seen));
    pictures.getStyleClass().add("edit-pictures");
    VBox.setVgrow(pictures, Priority.ALWAYS);
    Label all = caption();
    all.setText(texts.get("filters.edit.maps"));
    VBox maps = new VBox(all, grid);
    maps.getStyleClass().add("edit-part");
    VBox.setVgrow(grid, Priority.ALWAYS);
    ScrollPane answers = new ScrollPane(answer);
    answers.getStyleClass().addAll("edit-scroll", "edit-answers");
    answers.setFitToWidth(true);
    answers.setAccessibleText(texts.get("filters.edit.answers"));
    EditColumns below = new EditColumns(BELOW_EM, MAPS_AND_ANSWERS, maps, answers);
    below.getStyleClass().add("edit-below");
    VBox.setVgrow(below, Priority.SOMETIMES);
    getChildren().addAll(pictures, legend, prices(), below);
    model.lookProperty().addListener((p, was, now) -> show());
    edited.chosenProperty().addListener((p, was, now) -> show());
    show();
  }

  private static Label caption() {
    Label caption = new Label();
    caption.getStyleClass().add("edit-caption");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    return caption;
  }

  private static Region part(Label caption, EditPicture picture) {
    VBox part = new VBox(caption, picture);
    part.getStyleClass().add("edit-part");
    VBox.setVgrow(picture, Priority.ALWAYS);
    return part;
  }

  /** The price as measured last, and what is going on. */
  private Region prices() {
    Label judged = caption();
    judged.textProperty().bind(Bindings.createStringBinding(() -> price.priceProperty().get() == null ? ""
        : words.judged(price.priceProperty().get()), price.priceProperty()));
    Label samples = caption();
    samples.textProperty().bind(Bindings.createStringBinding(() -> price.priceProperty().get() == null ? ""
        : words.samples(price.priceProperty().get()), price.priceProperty()));
    Label state = caption();
    state.textProperty().bind(price.stateProperty());
    state.getStyleClass().add("ws-muted");
    for (Label line : new Label[] {judged, samples}) {
      line.getStyleClass().add("edit-price");
      line.managedProperty().bind(line.textProperty().isNotEmpty());
    }
    VBox lines = new VBox(judged, samples, state);
    lines.getStyleClass().add("edit-part");
    return lines;
  }

  private void show() {
    EditLook look = model.lookProperty().get();
    EditSession session = network.sessionProperty().get();
    if (look == null || session == null || edited.editsProperty().get() == null) {
      return;
    }
    Shape shape = look.after().maps().shape();
    int chosen = edited.chosenProperty().get();
    ValueRange range = look.range(chosen);
    before.show(shape.width(), shape.height(), COLOURS.paint(look.before().map(chosen), range));
    after.show(shape.width(), shape.height(), COLOURS.paint(look.after().map(chosen), range));
    legend.show(COLOURS, range);
    beforeCaption.setText(texts.get("filters.edit.map.before", chosen));
    afterCaption.setText(texts.get("filters.edit.map.after", chosen));
    before.setAccessibleText(beforeCaption.getText());
    after.setAccessibleText(afterCaption.getText());
    showAnswer(look, session);
    showMaps(look);
    grid.selectedProperty().set(chosen);
  }

  private void showAnswer(EditLook look, EditSession session) {
    seen.show(look.input().width(), look.input().height(), picture(look));
    seenCaption.setText(texts.get(session.givesPoints() ? "filters.edit.seen.points" : "filters.edit.seen"));
    seen.setAccessibleText(seenCaption.getText());
    if (session.givesPoints()) {
      seen.setPoints(look.before().points(), look.after().points());
      answer.showPoints(PointShifts.between(look.before().points(), look.after().points()));
    } else {
      seen.setPoints(null, null);
      if (session.givesClasses()) {
        answer.showClasses(session.network().info().labels(), look.before().outputs(), look.after().outputs());
      } else {
        answer.showNone();
      }
    }
  }

  private static int[] picture(EditLook look) {
    Shape input = look.input();
    int cells = input.height() * input.width();
    if (input.channels() == 1) {
      return ColourScale.GREY.paint(look.seen(), 0, 1);
    }
    int[] argb = new int[cells];
    for (int i = 0; i < cells; i++) {
      int colour = 0xFF;
      for (int channel = 0; channel < input.channels(); channel++) {
        colour = colour << 8 | Math.round(255 * look.seen()[channel * cells + i]);
      }
      argb[i] = colour;
    }
    return argb;
  }

  /** Of maps that did not change nothing is painted again: an edit changes one of them. */
  private void showMaps(EditLook look) {
    Shape shape = look.after().maps().shape();
    if (grid.getMapCount() != shape.channels() || painted.length == 0
        || painted[0].length != shape.height() * shape.width()) {
      grid.setMaps(shape.channels(), shape.width(), shape.height());
      painted = new float[shape.channels()][];
      ranges = new ValueRange[shape.channels()];
    }
    for (int map = 0; map < shape.channels(); map++) {
      float[] values = look.after().map(map);
      ValueRange range = look.range(map);
      if (!range.equals(ranges[map]) || !Arrays.equals(values, painted[map])) {
        painted[map] = values;
        ranges[map] = range;
        grid.setTile(map, shape.width(), shape.height(), COLOURS.paint(values, range));
      }
    }
  }
}
