package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FilterPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the tiles of a {@link GalleryGrid} that are in sight. */
final class GalleryGridPainter {

  private static final double TYPE_EM = 0.85;
  private static final double LINE_EM = 1.2;
  /** Narrower tiles have no room for more than their number. */
  private static final double LABEL_FROM_EM = 4.4;
  private static final double FRAME_PX = 3;

  private final GalleryPens pens;
  private final Map<FilterPicture, Image> images = new HashMap<>();
  private List<GalleryTile.Group> groups = List.of();
  private List<GalleryTile> tiles = List.of();
  private boolean marked;

  /** @param changed what to do when a colour changes */
  GalleryGridPainter(Runnable changed) {
    pens = new GalleryPens(changed, "text", "muted", "mark", "edge", "selected");
  }

  /** What has to be a child of what is painted on. */
  Node pens() {
    return pens;
  }

  /** Draws other tiles from now on. */
  void show(List<GalleryTile.Group> newGroups) {
    groups = newGroups;
    tiles = groups.stream().flatMap(group -> group.tiles().stream()).toList();
    marked = tiles.stream().anyMatch(tile -> !tile.mark().isEmpty());
    images.clear();
  }

  /** Height of a tile with what is written under it, in pixels. */
  double tileHeight(Em em, double tileSizeEm) {
    return em.px(tileSizeEm + LINE_EM * (marked ? 2 : 1));
  }

  /**
   * Draws.
   *
   * @param top what of all tiles is at the canvas's upper edge
   * @param selected the place of the chosen tile; −1 for none
   */
  void draw(Canvas canvas, GalleryGridLayout layout, Em em, double tileSizeEm, double top, int selected) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setTextBaseline(VPos.CENTER);
    g.setImageSmoothing(false);
    for (GalleryGridLayout.Row row : layout.rows()) {
      double y = Math.round(row.top() - top);
      if (row.group() >= 0) {
        drawHeading(g, groups.get(row.group()).heading(), em, y, canvas.getWidth());
      }
      for (int i = row.first(); i < row.first() + row.count() && y < canvas.getHeight(); i++) {
        if (y + layout.step() > 0) {
          drawTile(g, tiles.get(i), em, tileSizeEm, Math.round(layout.left(i)), y, i == selected);
        }
      }
    }
  }

  private void drawHeading(GraphicsContext g, String heading, Em em, double below, double width) {
    if (!heading.isEmpty()) {
      g.setFill(pens.of("text"));
      g.setFont(Font.font("IBM Plex Sans SmBld", em.px(0.95)));
      g.setTextAlign(TextAlignment.LEFT);
      g.fillText(heading, em.px(0.6), below - em.px(0.9), width - em.px(1.2));
    }
  }

  private void drawTile(GraphicsContext g, GalleryTile tile, Em em, double tileSizeEm, double x, double y,
      boolean isSelected) {
    double side = Math.floor(em.px(tileSizeEm));
    FilterPicture picture = tile.picture();
    double scale = scale(g.getCanvas());
    double block = Math.max(1, Math.floor(side * scale / Math.max(picture.columns(), picture.rows()))) / scale;
    double width = block * picture.columns();
    double height = block * picture.rows();
    double left = x + Math.floor((side - width) / 2);
    double upper = y + Math.floor((side - height) / 2);
    if (isSelected) {
      g.setFill(pens.of("selected"));
      g.fillRect(left - FRAME_PX, upper - FRAME_PX, width + 2 * FRAME_PX, height + 2 * FRAME_PX);
    } else {
      // A white picture on a white ground needs an edge.
      g.setFill(pens.of("edge"));
      g.fillRect(left - 1, upper - 1, width + 2, height + 2);
    }
    g.drawImage(images.computeIfAbsent(picture, GalleryGridPainter::image), left, upper, width, height);
    g.setFont(Font.font("IBM Plex Sans", em.px(TYPE_EM)));
    double line = y + side + em.px(LINE_EM / 2 + 0.1);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(pens.of(isSelected ? "selected" : "text"));
    g.fillText(String.valueOf(tile.number()), x, line);
    if (tileSizeEm >= LABEL_FROM_EM) {
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(pens.of("muted"));
      g.fillText(tile.label(), x + side, line);
    }
    if (!tile.mark().isEmpty()) {
      g.setTextAlign(TextAlignment.LEFT);
      g.setFill(pens.of("mark"));
      g.fillText(tile.mark(), x, line + em.px(LINE_EM), side);
    }
  }

  private static double scale(Node node) {
    return node.getScene() == null || node.getScene().getWindow() == null ? 1
        : node.getScene().getWindow().getRenderScaleX();
  }

  private static Image image(FilterPicture picture) {
    return PicturePainter.image(Photo.ofRgb(picture.columns(), picture.rows(), picture.argb()));
  }
}
