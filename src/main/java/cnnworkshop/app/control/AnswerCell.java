package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.inspect.JudgedFacePicture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * One picture of an {@link AnswerGrid}. Pictures are enlarged with hard pixels at once; faces with their points take
 * longer and are drawn in the background.
 */
final class AnswerCell extends Region {

  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double NUMBER_GAP = 0.25;

  private final Executor background;
  private final Region frame = new Region();
  private final ImageView picture = new ImageView();
  private final Label title = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final FontIcon icon = new FontIcon(Material2AL.CHECK);
  private final List<Row> rows = new ArrayList<>();
  private AnswerItem item;
  private AnswerLayout layout;
  private Object drawnOf;
  private int drawnPixels;

  /** @param background where faces are drawn */
  AnswerCell(Executor background) {
    this.background = background;
    getStyleClass().add("answer-cell");
    setManaged(false);
    frame.getStyleClass().add("answer-frame");
    picture.setManaged(false);
    title.getStyleClass().add("answer-title");
    title.setAlignment(Pos.CENTER);
    getChildren().addAll(frame, picture, title);
    Tooltip.install(this, tooltip);
  }

  /** What it shows; null for nothing. */
  AnswerItem item() {
    return item;
  }

  void show(AnswerItem newItem, boolean selected) {
    boolean another = item == null || item.number() != newItem.number();
    item = newItem;
    if (another) {
      picture.setImage(null);
      drawnOf = null;
    }
    pseudoClassStateChanged(SELECTED, selected);
    pseudoClassStateChanged(RIGHT, item.mark() == AnswerItem.Mark.RIGHT);
    pseudoClassStateChanged(WRONG, item.mark() == AnswerItem.Mark.WRONG);
    title.setText(item.title());
    tooltip.setText(item.description());
    icon.setIconCode(item.mark() == AnswerItem.Mark.RIGHT ? Material2AL.CHECK : Material2AL.CLOSE);
    title.setGraphic(item.mark() == AnswerItem.Mark.NONE ? null : icon);
    while (rows.size() > item.bars().size()) {
      rows.remove(rows.size() - 1).leave();
    }
    while (rows.size() < item.bars().size()) {
      rows.add(new Row(rows.isEmpty()));
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(item.bars().get(i));
    }
    requestLayout();
  }

  void place(double x, double y, AnswerLayout newLayout) {
    layout = newLayout;
    resizeRelocate(x, y, layout.cellWidth(), layout.side() + layout.lines());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (item == null || layout == null) {
      return;
    }
    Photo photo = item.picture();
    PhotoFit fit = item.face() != null ? PhotoFit.within(layout.side(), layout.side(), 1, 1)
        : PhotoFit.within(layout.side(), layout.side(), photo.width(), photo.height());
    double left = Math.round((getWidth() - fit.width()) / 2);
    double top = Math.round((layout.side() - fit.height()) / 2);
    picture.setX(left);
    picture.setY(top);
    picture.setFitWidth(fit.width());
    picture.setFitHeight(fit.height());
    frame.resizeRelocate(left, top, fit.width(), fit.height());
    draw((int) Math.round(Math.max(fit.width(), fit.height()) * ScreenScale.of(this)));
    double y = layout.side();
    double line = title.prefHeight(-1);
    title.resizeRelocate(0, y, getWidth(), line);
    y += line;
    for (Row row : rows) {
      y = row.place(y);
    }
  }

  private void draw(int pixels) {
    Object source = item.face() == null ? item.picture() : item.face();
    if (source == drawnOf && pixels == drawnPixels) {
      return;
    }
    drawnOf = source;
    drawnPixels = pixels;
    if (source instanceof Photo photo) {
      double scale = (double) pixels / Math.max(photo.width(), photo.height());
      picture.setImage(HardPixels.enlarged(PixelImage.of(photo), scale));
    } else {
      JudgedFace face = item.face();
      background.execute(() -> {
        Image drawn = PixelImage.of(JudgedFacePicture.of(face, Math.min(PixelImage.LARGEST_SIDE, Math.max(1, pixels))));
        Platform.runLater(() -> {
          if (drawnOf == face && drawnPixels == pixels) {
            picture.setImage(drawn);
          }
        });
      });
    }
  }

  /** A name, a number, and a bar behind both. */
  private final class Row {

    private final Region bar = new Region();
    private final Label name = new Label();
    private final Label number = new Label();
    private double share;

    Row(boolean likeliest) {
      bar.getStyleClass().add("answer-bar");
      name.getStyleClass().add("answer-name");
      number.getStyleClass().add("answer-number");
      name.setTextOverrun(OverrunStyle.ELLIPSIS);
      if (likeliest) {
        name.getStyleClass().add("answer-likeliest");
        bar.getStyleClass().add("answer-bar-likeliest");
      }
      getChildren().addAll(bar, name, number);
    }

    void show(AnswerItem.Bar what) {
      name.setText(what.name());
      number.setText(what.number());
      share = Math.max(0, Math.min(1, what.share()));
    }

    void leave() {
      getChildren().removeAll(bar, name, number);
    }

    double place(double y) {
      double height = name.prefHeight(-1);
      double numberWidth = number.prefWidth(-1);
      bar.resizeRelocate(0, y, Math.round(share * getWidth()), height - 1);
      number.resizeRelocate(getWidth() - numberWidth, y, numberWidth, height);
      name.resizeRelocate(0, y, Math.max(0, getWidth() - numberWidth - NUMBER_GAP * height), height);
      return y + height;
    }
  }
}
