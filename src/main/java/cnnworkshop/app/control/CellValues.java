package cnnworkshop.app.control;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Writes a map's values into its cells once they are large enough to read. */
final class CellValues extends Canvas {

  private static final double SMALLEST_CELL = 40;
  private static final double LETTERS_A_CELL = 5.5;
  private static final double LETTER_WIDTH = 0.62;

  private final Locale locale;

  /** @param locale how numbers are written */
  CellValues(Locale locale) {
    this.locale = locale;
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Whether cells are large enough to be written in. */
  boolean wantsValues(MapZoom zoom) {
    return zoom.scale() >= SMALLEST_CELL;
  }

  /** Writes the values of {@code region} that are in sight, black on light cells and white on dark ones. */
  void draw(MapZoom zoom, MapRegion region, int[] argb, float[] values, double width, double height) {
    setVisible(values != null && wantsValues(zoom));
    if (!isVisible()) {
      return;
    }
    setWidth(width);
    setHeight(height);
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setFont(Font.font("JetBrains Mono", zoom.scale() / (LETTERS_A_CELL * LETTER_WIDTH + 0.6)));
    MapRegion seen = zoom.visible(1);
    int x1 = Math.min(seen.x() + seen.width(), region.x() + region.width());
    int y1 = Math.min(seen.y() + seen.height(), region.y() + region.height());
    for (int row = Math.max(seen.y(), region.y()); row < y1; row++) {
      for (int column = Math.max(seen.x(), region.x()); column < x1; column++) {
        int index = (row - region.y()) * region.width() + column - region.x();
        g.setFill(Luminance.textOn(argb[index]));
        g.fillText(text(values[index]), zoom.left() + (column + 0.5) * zoom.scale(),
            zoom.top() + (row + 0.5) * zoom.scale());
      }
    }
  }

  private String text(float value) {
    return String.format(locale, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}
