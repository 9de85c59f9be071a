package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/**
 * What the curves of a chart are, each a button that shows and hides it: one for what curves tell, and with several
 * runs one a run.
 */
final class ChartLegend extends FlowPane {

  private final Texts texts;
  private final Runnable changed;
  private final Map<ChartSeries.Role, ToggleButton> roles = new EnumMap<>(ChartSeries.Role.class);
  private Map<ChartRun, ToggleButton> runs = new IdentityHashMap<>();

  /** @param changed what to do when something is shown or hidden */
  ChartLegend(Texts texts, Runnable changed) {
    this.texts = texts;
    this.changed = changed;
    getStyleClass().add("chart-legend");
  }

  /** Explains other runs; what was hidden stays so. */
  void setRuns(List<ChartRun> shown) {
    Map<ChartSeries.Role, String> names = new EnumMap<>(ChartSeries.Role.class);
    shown.forEach(run -> run.series().forEach(series -> names.put(series.role(), series.name())));
    List<Node> toggles = new ArrayList<>();
    names.forEach((role, name) -> {
      ToggleButton toggle = roles.computeIfAbsent(role, any -> toggle(ChartSwatch.of(role)));
      name(toggle, name);
      toggles.add(toggle);
    });
    Map<ChartRun, ToggleButton> kept = new IdentityHashMap<>();
    for (ChartRun run : shown) {
      ToggleButton before = runs.get(run);
      ToggleButton toggle = before == null ? toggle(ChartSwatch.of(run)) : before;
      name(toggle, run.name());
      kept.put(run, toggle);
      if (shown.size() > 1) {
        toggles.add(toggle);
      }
    }
    runs = kept;
    getChildren().setAll(toggles);
  }

  private ToggleButton toggle(ChartSwatch swatch) {
    ToggleButton toggle = new ToggleButton(null, swatch);
    // Not a button of the theme: it looks like a piece of the chart.
    toggle.getStyleClass().setAll("chart-toggle");
    // Names of networks have underlines of their own.
    toggle.setMnemonicParsing(false);
    toggle.setSelected(true);
    toggle.selectedProperty().addListener((property, before, now) -> changed.run());
    return toggle;
  }

  private void name(ToggleButton toggle, String name) {
    toggle.setText(name);
    toggle.setAccessibleText(texts.get("chart.toggle", name));
  }

  /** Whether a curve is to be seen; a run alone is, whatever was hidden before. */
  boolean shows(ChartCurve curve) {
    return roles.get(curve.series().role()).isSelected() && (runs.size() == 1 || runs.get(curve.run()).isSelected());
  }
}
