package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The layers of two networks side by side and how far their weights lie apart. Weights are fetched a layer at a time,
 * so that others get their turn, and compared in the background. Used on the UI thread.
 */
final class CompareWeights {

  private final FiltersTools tools;
  private final Inference left;
  private final Inference right;
  private final Object channel = new Object();
  private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
  private LoadedNetwork leftFacts;
  private LoadedNetwork rightFacts;
  private int asked;

  /** A layer's weights and biases. */
  private record Numbers(float[] weights, float[] biases) {
    static Numbers of(Network network, int layer) {
      return new Numbers(network.weights(layer), network.biases(layer));
    }
  }

  CompareWeights(FiltersTools tools, Inference left, Inference right) {
    this.tools = tools;
    this.left = left;
    this.right = right;
  }

  /** The layers, in order. */
  ObservableList<CompareRow> rows() {
    return rows;
  }

  /** What it comes to, in words; empty as long as not all is known. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** Compares the two networks there are now, if these are others than before. */
  void compare() {
    LoadedNetwork nowLeft = left.networkProperty().get();
    LoadedNetwork nowRight = right.networkProperty().get();
    if (nowLeft == leftFacts && nowRight == rightFacts) {
      return;
    }
    leftFacts = nowLeft;
    rightFacts = nowRight;
    asked++;
    verdict.set("");
    if (nowLeft == null || nowRight == null) {
      rows.clear();
      return;
    }
    rows.setAll(CompareRow.align(nowLeft, nowRight));
    next(0, asked);
  }

  private void next(int from, int mine) {
    int at = from;
    while (at < rows.size() && !rows.get(at).hasWeights()) {
      at++;
    }
    if (at == rows.size()) {
      verdict.set(words(tools.texts()));
      return;
    }
    int row = at;
    fetch(left, rows.get(row).left(), mine,
        ours -> fetch(right, rows.get(row).right(), mine, theirs -> judge(row, ours, theirs, mine)));
  }

  private void fetch(Inference from, CompareRow.Layer layer, int mine, Consumer<Numbers> then) {
    if (layer == null || !layer.hasWeights()) {
      then.accept(null);
      return;
    }
    from.submit(channel, network -> Numbers.of(network, layer.index()), numbers -> {
      if (mine == asked) {
        then.accept(numbers);
      }
    }, tools.messages()::report);
  }

  private void judge(int row, Numbers ours, Numbers theirs, int mine) {
    tools.background().execute(() -> {
      CompareRow.Norms norms = norms(ours, theirs);
      tools.ui().execute(() -> {
        if (mine == asked) {
          rows.set(row, rows.get(row).with(norms));
          next(row + 1, mine);
        }
      });
    });
  }

  private static CompareRow.Norms norms(Numbers ours, Numbers theirs) {
    boolean both = ours != null && theirs != null && ours.weights.length == theirs.weights.length;
    boolean identical = both && Arrays.equals(ours.weights, theirs.weights)
        && Arrays.equals(ours.biases, theirs.biases);
    return new CompareRow.Norms(norm(ours, null), norm(theirs, null), both ? norm(ours, theirs) : Double.NaN,
        identical, identical ? ours.weights.length + ours.biases.length : 0);
  }

  private static double norm(Numbers some, Numbers others) {
    if (some == null) {
      return Double.NaN;
    }
    double squares = 0;
    for (int i = 0; i < some.weights.length; i++) {
      double number = (double) some.weights[i] - (others == null ? 0 : others.weights[i]);
      squares += number * number;
    }
    return Math.sqrt(squares);
  }

  private String words(Texts texts) {
    List<CompareRow> weighty = rows.stream().filter(CompareRow::hasWeights).toList();
    long unlike = rows.stream().filter(row -> !row.isAlike()).count();
    if (unlike > 0) {
      return texts.get("filters.compare.verdict.unlike", unlike, rows.size());
    }
    List<CompareRow> differing = weighty.stream().filter(row -> !row.norms().identical()).toList();
    if (!differing.isEmpty()) {
      CompareRow most = differing.stream().max(Comparator.comparingDouble(CompareWeights::share)).orElseThrow();
      return texts.get("filters.compare.verdict.weights", differing.size(), weighty.size(), most.name(), share(most));
    }
    long seen = weighty.stream().mapToLong(row -> row.norms().numbers()).sum();
    // What batch normalization and layers of other kinds learned is not looked at.
    return texts.get(seen >= leftFacts.parameterCount() ? "filters.compare.verdict.identical"
        : "filters.compare.verdict.identical-but", seen);
  }

  /** How far weights lie apart, as a share of the left ones' size. */
  private static double share(CompareRow row) {
    return row.norms().left() == 0 ? 0 : row.norms().difference() / row.norms().left();
  }
}
