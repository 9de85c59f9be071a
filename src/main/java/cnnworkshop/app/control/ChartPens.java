package cnnworkshop.app.control;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;

/**
 * The colours a chart is painted with. A canvas knows no style sheet, so each colour is that of an invisible line that
 * does: {@code .chart-pen.test-loss} and so on.
 */
final class ChartPens extends Group {

  /** What is painted apart from curves. */
  enum Part { GROUND, GRID, MINOR_GRID, AXIS, TEXT, CURSOR, SELECTION }

  private final Map<ChartSeries.Role, Line> curves = new EnumMap<>(ChartSeries.Role.class);
  private final Map<Part, Line> parts = new EnumMap<>(Part.class);

  /** @param changed what to do when a colour changes */
  ChartPens(Runnable changed) {
    setManaged(false);
    setVisible(false);
    for (ChartSeries.Role role : ChartSeries.Role.values()) {
      curves.put(role, pen(styleClass(role), changed));
    }
    for (Part part : Part.values()) {
      parts.put(part, pen(styleClass(part), changed));
    }
  }

  /** The style class of what belongs to a role or part: its name, as style sheets write names. */
  static String styleClass(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Line pen(String styleClass, Runnable changed) {
    Line pen = new Line();
    pen.getStyleClass().addAll("chart-pen", styleClass);
    pen.strokeProperty().addListener((property, before, after) -> changed.run());
    getChildren().add(pen);
    return pen;
  }

  Paint of(ChartSeries.Role role) {
    return curves.get(role).getStroke();
  }

  Paint of(Part part) {
    return parts.get(part).getStroke();
  }
}
