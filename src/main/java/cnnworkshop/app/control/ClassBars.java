package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * What a classifier thinks of a picture: a bar for each class, the likeliest one emphasised. Up to twelve classes
 * keep their own order, so that bars stay where they are while the picture changes; of more, the ten likeliest
 * are shown, the likeliest first.
 */
public final class ClassBars extends GridPane {

  private static final PseudoClass LIKELIEST = PseudoClass.getPseudoClass("likeliest");
  private static final int IN_OWN_ORDER = 12;
  private static final int LIKELIEST_SHOWN = 10;

  private final Texts texts;
  private final NumberFormat percent;
  private final List<Row> rows = new ArrayList<>();

  /** @param texts what it says */
  public ClassBars(Texts texts) {
    this.texts = texts;
    this.percent = NumberFormat.getPercentInstance(texts.locale());
    percent.setMinimumFractionDigits(1);
    percent.setMaximumFractionDigits(1);
    getStyleClass().add("class-bars");
    setAccessibleRole(AccessibleRole.TEXT);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints bars = new ColumnConstraints();
    bars.setHgrow(Priority.ALWAYS);
    bars.setFillWidth(true);
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setMinWidth(USE_PREF_SIZE);
    numbers.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(names, bars, numbers);
  }

  /**
   * Shows an answer.
   *
   * @param names the classes' names; empty for nothing
   * @param probabilities of each class, 0..1
   * @throws IllegalArgumentException if there are not as many probabilities as names
   */
  public void show(List<String> names, float[] probabilities) {
    if (names.size() != probabilities.length) {
      throw new IllegalArgumentException(probabilities.length + " probabilities of " + names.size() + " classes");
    }
    List<Integer> byLikelihood = IntStream.range(0, names.size()).boxed()
        .sorted(Comparator.comparingDouble(i -> -probabilities[i])).toList();
    List<Integer> order = names.size() <= IN_OWN_ORDER ? byLikelihood.stream().sorted().toList()
        : byLikelihood.subList(0, LIKELIEST_SHOWN);
    while (rows.size() > order.size()) {
      getChildren().removeAll(rows.remove(rows.size() - 1).nodes());
    }
    while (rows.size() < order.size()) {
      Row row = new Row();
      addRow(rows.size(), row.name, row.bar, row.number);
      rows.add(row);
    }
    for (int i = 0; i < order.size(); i++) {
      int index = order.get(i);
      rows.get(i).show(names.get(index), probabilities[index], index == byLikelihood.get(0));
    }
    setAccessibleText(names.isEmpty() ? "" : texts.get("control.classes.accessible", names.get(byLikelihood.get(0)),
        percent.format(probabilities[byLikelihood.get(0)])));
  }

  private final class Row {

    private final Label name = new Label();
    private final Bar bar = new Bar();
    private final Label number = new Label();

    Row() {
      name.getStyleClass().add("class-name");
      number.getStyleClass().add("class-number");
    }

    void show(String text, float probability, boolean likeliest) {
      name.setText(text);
      bar.show(probability);
      number.setText(percent.format(probability));
      for (Region node : nodes()) {
        node.pseudoClassStateChanged(LIKELIEST, likeliest);
      }
    }

    List<Region> nodes() {
      return List.of(name, bar, number);
    }
  }

  /** A bar as long as a probability on a track of length 1. */
  private static final class Bar extends Region {

    private final Region fill = new Region();
    private double share;

    Bar() {
      getStyleClass().add("class-track");
      fill.getStyleClass().add("class-bar");
      fill.setManaged(false);
      getChildren().add(fill);
    }

    void show(double newShare) {
      share = Math.max(0, Math.min(1, newShare));
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(0, 0, Math.round(share * getWidth()), getHeight());
    }
  }
}
