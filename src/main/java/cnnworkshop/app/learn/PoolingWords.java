package cnnworkshop.app.learn;

import cnnworkshop.core.op.Pooling;
import cnnworkshop.core.text.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is seen of pooling, in words. */
final class PoolingWords {

  /** Windows with more values are summed up, not written out. */
  private static final int MOST_WRITTEN = 9;

  private final Texts texts;
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final ReadOnlyStringWrapper output = new ReadOnlyStringWrapper(this, "output", "");
  private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper(this, "size", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");

  PoolingWords(Texts texts) {
    this.texts = texts;
  }

  /** How far it was moved, and how many outputs changed. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** How the output one looks at came about, and why it changed or not. */
  ReadOnlyStringProperty outputProperty() {
    return output.getReadOnlyProperty();
  }

  /** What the layer takes and gives, and what is lost. */
  ReadOnlyStringProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /** All of it. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  void say(PoolingSeen seen, int row, int column, PoolingGuess guess) {
    summary.set(summary(seen));
    output.set(output(seen, row, column) + (seen.moved() ? " " + change(seen, row, column) : ""));
    size.set(size(seen));
    reading.set(guess.verdictProperty().get().isEmpty() ? summary.get() + " " + output.get() + " " + size.get()
        : guess.verdictProperty().get() + " " + output.get());
  }

  private String summary(PoolingSeen seen) {
    if (!seen.moved()) {
      return texts.get("learn.pooling.not-moved");
    }
    int all = seen.output().length;
    return texts.get("learn.pooling.moved", way(seen), all - seen.changedCount(), all, seen.changedCount(),
        seen.zeroCount());
  }

  private String way(PoolingSeen seen) {
    String across = seen.right() == 0 ? ""
        : texts.get("learn.pooling.way.across", Math.abs(seen.right()), seen.right() > 0 ? 1 : 0);
    String along = seen.down() == 0 ? ""
        : texts.get("learn.pooling.way.along", Math.abs(seen.down()), seen.down() > 0 ? 1 : 0);
    return across.isEmpty() ? along : along.isEmpty() ? across : texts.get("learn.pooling.way.both", across, along);
  }

  private String output(PoolingSeen seen, int row, int column) {
    StringBuilder values = new StringBuilder();
    int top = seen.pooling().vertical().first(row, seen.side());
    int left = seen.pooling().horizontal().first(column, seen.side());
    int count = 0;
    for (int y = Math.max(0, top); y < Math.min(seen.side(), top + seen.pooling().vertical().size()); y++) {
      for (int x = Math.max(0, left); x < Math.min(seen.side(), left + seen.pooling().horizontal().size()); x++) {
        values.append(count++ == 0 ? "" : ", ")
            .append(texts.get("learn.pooling.value", seen.input()[y * seen.side() + x]));
      }
    }
    String written = count > MOST_WRITTEN ? texts.get("learn.pooling.values", count) : values.toString();
    float result = seen.output()[row * seen.outputColumns() + column];
    return seen.pooling().kind() == Pooling.Kind.MAX
        ? texts.get("learn.pooling.output.max", row + 1, column + 1, written, result)
        : texts.get("learn.pooling.output.average", row + 1, column + 1, written, result);
  }

  private String change(PoolingSeen seen, int row, int column) {
    int at = row * seen.outputColumns() + column;
    float before = seen.outputBefore()[at];
    if (seen.pooling().kind() == Pooling.Kind.AVERAGE) {
      return seen.changed()[at] ? texts.get("learn.pooling.why.average", before)
          : texts.get("learn.pooling.why.average-same");
    }
    return switch (seen.reason(row, column)) {
      case ALL_ZERO -> texts.get("learn.pooling.why.zero");
      case STAYED_INSIDE -> texts.get("learn.pooling.why.inside");
      case AN_EQUAL_ONE -> texts.get("learn.pooling.why.equal");
      case LEFT -> texts.get("learn.pooling.why.left", before);
      case A_LARGER_ONE -> texts.get("learn.pooling.why.larger", before);
    };
  }

  private String size(PoolingSeen seen) {
    int from = seen.channels() * seen.side() * seen.side();
    int to = seen.channels() * seen.output().length;
    String shapes = texts.get("learn.pooling.size", seen.channels(), seen.side(), seen.side(), from,
        seen.outputRows(), seen.outputColumns(), to, (double) to / from);
    boolean one = seen.pooling().vertical().size() == 1;
    return one ? shapes : shapes + " " + (seen.pooling().kind() == Pooling.Kind.MAX
        ? texts.get("learn.pooling.price.max", seen.pooling().vertical().size() * seen.pooling().horizontal().size())
        : texts.get("learn.pooling.price.average",
            seen.pooling().vertical().size() * seen.pooling().horizontal().size()));
  }
}
