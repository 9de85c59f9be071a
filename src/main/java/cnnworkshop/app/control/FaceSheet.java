package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.inspect.JudgedFacePicture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * Faces with their points, four in a row, as large as there is room for, each with a caption. They are drawn to the
 * pixels of the screen; while its size changes, those of the size before are stretched.
 */
public final class FaceSheet extends Region {

  private static final int ACROSS = 4;
  private static final double GAP_EM = 0.5;
  private static final double CAPTION_EM = 1.6;

  /** What is to be drawn, or was. */
  private record Drawing(List<FaceTile> tiles, int pixels) {}

  private final Executor background;
  private final Em em = new Em(this::requestLayout);
  private final List<ImageView> pictures = new ArrayList<>();
  private final List<Label> captions = new ArrayList<>();
  private List<FaceTile> tiles = List.of();
  private Drawing wanted = new Drawing(List.of(), 1);
  private boolean drawing;

  /** @param background where faces are drawn */
  public FaceSheet(Executor background) {
    this.background = background;
    getStyleClass().add("face-sheet");
    getChildren().add(em);
  }

  /** The faces that are shown, in order. */
  public List<FaceTile> getTiles() {
    return tiles;
  }

  /** Shows other faces. */
  public void setTiles(List<FaceTile> newTiles) {
    tiles = List.copyOf(newTiles);
    pictures.clear();
    captions.clear();
    getChildren().setAll(em);
    for (FaceTile tile : tiles) {
      ImageView picture = new ImageView();
      Label caption = new Label(tile.caption());
      caption.getStyleClass().add("face-caption");
      caption.setAccessibleText(tile.description());
      Tooltip description = new Tooltip(tile.description());
      Tooltip.install(picture, description);
      Tooltip.install(caption, description);
      pictures.add(picture);
      captions.add(caption);
      getChildren().addAll(picture, caption);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (tiles.isEmpty()) {
      return;
    }
    int across = Math.min(ACROSS, tiles.size());
    int down = (tiles.size() + across - 1) / across;
    // All on whole pixels, or the pictures would be blurred.
    double gap = snapSpaceX(em.px(GAP_EM));
    double caption = snapSizeY(em.px(CAPTION_EM));
    double side = Math.max(1, Math.floor(Math.min((getWidth() + gap) / across - gap,
        (getHeight() + gap) / down - gap - caption)));
    double left = snapPositionX((getWidth() + gap - across * (side + gap)) / 2);
    double top = snapPositionY((getHeight() + gap - down * (side + caption + gap)) / 2);
    for (int i = 0; i < tiles.size(); i++) {
      double x = left + i % across * (side + gap);
      double y = top + i / across * (side + caption + gap);
      pictures.get(i).setFitWidth(side);
      pictures.get(i).setFitHeight(side);
      pictures.get(i).relocate(x, y);
      captions.get(i).resizeRelocate(x, y + side, side, caption);
    }
    want(new Drawing(tiles, (int) Math.round(side * ScreenScale.of(this))));
  }

  private void want(Drawing newlyWanted) {
    if (!newlyWanted.equals(wanted)) {
      wanted = newlyWanted;
      if (!drawing) {
        draw();
      }
    }
  }

  private void draw() {
    drawing = true;
    Drawing drawn = wanted;
    background.execute(() -> {
      List<Photo> faces = new ArrayList<>();
      try {
        for (FaceTile tile : drawn.tiles) {
          JudgedFace face = tile.face();
          faces.add(JudgedFacePicture.of(face, Math.min(PixelImage.LARGEST_SIDE, drawn.pixels)));
        }
      } finally {
        Platform.runLater(() -> show(drawn, faces));
      }
    });
  }

  /** Shows what was drawn, even if a smaller or larger one is wanted by now, and has that drawn. */
  private void show(Drawing drawn, List<Photo> faces) {
    drawing = false;
    if (drawn.tiles == tiles) {
      for (int i = 0; i < faces.size(); i++) {
        pictures.get(i).setImage(PixelImage.of(faces.get(i)));
      }
    }
    if (!drawn.equals(wanted)) {
      draw();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(40);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(40);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(8);
  }
}
