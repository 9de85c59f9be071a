package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures to choose from, in a row: a thumbnail and a name each. Thumbnails are made in the background, one after
 * the other; one that can't be made stays an empty box, and choosing it tells why as opening any file does.
 * Each is a button: Tab or arrow keys go from one to the next, Enter or Space chooses.
 */
public final class SampleStrip extends Region {

  /**
   * A picture to choose.
   *
   * @param name what it is called
   * @param photo reads it; called in the background, once
   */
  public record Sample(String name, Callable<Photo> photo) {}

  private static final Logger LOG = LoggerFactory.getLogger(SampleStrip.class);
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final int THUMBNAIL_PIXELS = 192;

  private final Texts texts;
  private final Executor background;
  private final Em em = new Em(this::resizeThumbnails);
  private final HBox row = new HBox();
  private final ScrollPane scroll = new ScrollPane(row);
  private final List<ImageView> pictures = new ArrayList<>();
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private IntConsumer onChosen = index -> {};

  /**
   * @param texts what it says
   * @param background where thumbnails are made
   */
  public SampleStrip(Texts texts, Executor background) {
    this.texts = texts;
    this.background = background;
    getStyleClass().add("sample-strip");
    row.getStyleClass().add("samples");
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setFitToHeight(true);
    getChildren().addAll(em, scroll);
    selected.addListener((p, before, after) -> markSelected());
  }

  /** Shows other pictures; none is selected then. */
  public void setSamples(List<Sample> samples) {
    row.getChildren().clear();
    pictures.clear();
    if (!selected.isBound()) {
      selected.set(-1);
    }
    for (int i = 0; i < samples.size(); i++) {
      row.getChildren().add(button(samples.get(i), i));
    }
    resizeThumbnails();
    markSelected();
  }

  /** The picture that is shown as the chosen one, −1 for none. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /** What to do when a person chooses a picture, by its index; the selection is set before. */
  public void setOnChosen(IntConsumer action) {
    onChosen = action;
  }

  private Button button(Sample sample, int index) {
    ImageView picture = new ImageView();
    picture.setPreserveRatio(true);
    pictures.add(picture);
    StackPane box = new StackPane(picture);
    box.getStyleClass().add("sample-picture");
    Button button = new Button(sample.name(), box);
    button.getStyleClass().add("sample");
    button.setContentDisplay(ContentDisplay.TOP);
    button.setAccessibleText(texts.get("control.sample.accessible", sample.name()));
    button.setOnAction(event -> {
      if (!selected.isBound()) {
        selected.set(index);
      }
      onChosen.accept(index);
    });
    button.focusedProperty().addListener((p, before, focused) -> {
      if (focused) {
        reveal(button);
      }
    });
    background.execute(() -> load(sample, picture));
    return button;
  }

  private void load(Sample sample, ImageView into) {
    try {
      Photo thumbnail = sample.photo().call().reducedTo(THUMBNAIL_PIXELS);
      var image = PixelImage.of(thumbnail);
      Platform.runLater(() -> into.setImage(image));
    } catch (Exception e) {
      // The person hears of it when they choose the picture; until then it is an empty box with a name.
      LOG.warn("no thumbnail of {}", sample.name(), e);
    }
  }

  private void reveal(Button button) {
    Bounds bounds = button.getBoundsInParent();
    double room = scroll.getViewportBounds().getWidth();
    double over = row.getWidth() - room;
    if (over > 0) {
      double now = scroll.getHvalue() * over;
      double to = bounds.getMinX() < now ? bounds.getMinX() : Math.max(now, bounds.getMaxX() - room);
      scroll.setHvalue(Math.max(0, Math.min(1, to / over)));
    }
  }

  private void markSelected() {
    for (int i = 0; i < row.getChildren().size(); i++) {
      row.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == selected.get());
    }
  }

  private void resizeThumbnails() {
    for (ImageView picture : pictures) {
      picture.setFitWidth(em.px(4.5));
      picture.setFitHeight(em.px(4.5));
    }
  }

  @Override
  protected void layoutChildren() {
    scroll.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return row.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    // Room for a scroll bar below, so that nothing moves when one comes.
    return row.prefHeight(-1) + em.px(1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }
}
