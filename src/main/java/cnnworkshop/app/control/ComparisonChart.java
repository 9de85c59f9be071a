package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;

/**
 * Ways of doing something, compared: what each reached, over something that grows. At most four looks; several lines
 * may share one. Lines differ in colour, kind of line and shape of points.
 */
public final class ComparisonChart extends VBox {

  /** What the lower axis is like. */
  public enum Axis {
    /** From 0 on. */
    LINEAR,
    /** Equal ratios are equally far apart; only what was measured at is labelled. */
    LOGARITHMIC
  }

  /** Pixels of {@link #picture} a pixel of the layout. */
  private static final double PICTURE_SCALE = 2;

  private final Texts texts;
  private final ChartNumbers numbers;
  private final ObservableList<ComparisonLine> lines = FXCollections.observableArrayList();
  private final ObjectProperty<LiveChart.Measure> measure =
      new SimpleObjectProperty<>(this, "measure", LiveChart.Measure.ACCURACY);
  private final FlowPane legend = new FlowPane();
  private final ComparisonPlot plot;
  private final String title;

  /**
   * @param title what it shows, for a screen reader
   * @param lowerTitle what the lower axis says
   */
  public ComparisonChart(Texts texts, String title, Axis axis, String lowerTitle) {
    this.texts = texts;
    this.title = title;
    this.numbers = new ChartNumbers(texts);
    this.plot = new ComparisonPlot(texts, numbers, axis, lowerTitle);
    getStyleClass().add("comparison-chart");
    getStylesheets().add(ComparisonChart.class.getResource("/assets/styles/comparison-chart.css").toExternalForm());
    legend.getStyleClass().add("comparison-legend");
    setVgrow(plot, Priority.ALWAYS);
    getChildren().addAll(legend, plot);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    lines.addListener((ListChangeListener<ComparisonLine>) change -> show());
    measure.addListener((p, before, now) -> show());
    show();
  }

  /** The lines, the last one on top. */
  public ObservableList<ComparisonLine> lines() {
    return lines;
  }

  /** What was measured. */
  public ObjectProperty<LiveChart.Measure> measureProperty() {
    return measure;
  }

  /** What is said while there are no points. */
  public StringProperty emptyTextProperty() {
    return plot.emptyTextProperty();
  }

  /** What it looks like, legend included, at twice its size. It has to be in a window. */
  public WritableImage picture() {
    SnapshotParameters large = new SnapshotParameters();
    large.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
    large.setFill(plot.ground());
    return snapshot(large, null);
  }

  private void show() {
    plot.show(List.copyOf(lines), measure.get());
    record Explained(String name, ComparisonLine.Look look) {}
    List<Explained> explained = new LinkedHashSet<>(lines.stream()
        .map(line -> new Explained(line.name(), line.look())).toList()).stream().toList();
    if (!explained.equals(legend.getUserData())) {
      legend.setUserData(explained);
      legend.getChildren().setAll(explained.stream().map(one -> {
        Label label = new Label(one.name(), new ComparisonSwatch(one.look()));
        label.getStyleClass().add("comparison-name");
        return label;
      }).toList());
    }
    String words = lines.stream().filter(line -> !line.points().isEmpty()).map(line -> {
      ComparisonLine.Point last = line.points().get(line.points().size() - 1);
      return texts.get("comparison.accessible.line", line.name(), numbers.measure(measure.get(), last.y()), last.x());
    }).collect(Collectors.joining("; "));
    setAccessibleText(words.isEmpty() ? title : texts.get("comparison.accessible", title, words));
  }
}
