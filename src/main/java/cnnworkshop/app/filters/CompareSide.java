package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One network that looks at a picture: what it says of it, and the maps of one of its layers. What was asked last is
 * what is shown, and stays until there is something newer. Used on the UI thread.
 */
final class CompareSide {

  private final FiltersTools tools;
  private final Inference inference;
  private final Object answerChannel = new Object();
  private final Object mapsChannel = new Object();
  private final ReadOnlyObjectWrapper<CompareAnswer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final ReadOnlyObjectWrapper<CompareMaps> maps = new ReadOnlyObjectWrapper<>(this, "maps");

  private Seen seen;
  private int asked;

  /** What a network of that input sees of a picture. */
  private record Seen(Subject subject, Shape shape, float[] input) {}

  /** @param inference keeps the network */
  CompareSide(FiltersTools tools, Inference inference) {
    this.tools = tools;
    this.inference = inference;
  }

  /** What the network says; null as long as it said nothing. */
  ReadOnlyObjectProperty<CompareAnswer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** The layer's maps; null for none. */
  ReadOnlyObjectProperty<CompareMaps> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** Where the network is. */
  Inference inference() {
    return inference;
  }

  /**
   * Has the network look at a picture.
   *
   * @param subject null for none
   * @param layer whose maps to show; null for none
   * @param labels the names of its classes, if they are known
   */
  void look(Subject subject, CompareLayer layer, List<String> labels) {
    LoadedNetwork network = inference.networkProperty().get();
    if (network == null || subject == null || !Subject.fits(network.spec().input())) {
      forget();
      return;
    }
    int mine = ++asked;
    Shape shape = network.spec().input();
    if (seen != null && seen.subject == subject && seen.shape.equals(shape)) {
      ask(network, layer, labels);
      return;
    }
    // A view of a large photo is the mean of millions of pixels: that would hold up the network's thread.
    tools.background().execute(() -> {
      Runnable outcome;
      try {
        Seen now = new Seen(subject, shape, subject.seenBy(shape));
        outcome = () -> {
          seen = now;
          ask(network, layer, labels);
        };
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> tools.messages().report(e);
      }
      Runnable last = outcome;
      tools.ui().execute(() -> {
        if (mine == asked) {
          last.run();
        }
      });
    });
  }

  private void ask(LoadedNetwork network, CompareLayer layer, List<String> labels) {
    Seen now = seen;
    if (layer == null) {
      inference.cancel(mapsChannel);
      maps.set(null);
    } else {
      inference.submit(mapsChannel, asking -> CompareMaps.of(layer, asking.featureMaps(layer.index(), now.input)),
          maps::set, tools.messages()::report);
    }
    // Last, so that when there is an answer there are maps too.
    inference.submit(answerChannel, asking -> asking.predict(now.input, 1),
        outputs -> answer.set(new CompareAnswer(now.subject, now.shape, now.input, outputs,
            CompareAnswer.kind(network), names(network, labels, outputs.length))),
        tools.messages()::report);
  }

  private List<String> names(LoadedNetwork network, List<String> labels, int outputs) {
    if (CompareAnswer.kind(network) != CompareAnswer.Kind.CLASSES) {
      return List.of();
    }
    return labels.size() == outputs ? labels
        : IntStream.rangeClosed(1, outputs).mapToObj(n -> tools.texts().get("photo-tab.class", n)).toList();
  }

  /** Makes void what was asked; what is shown stays. */
  void cancel() {
    asked++;
    inference.cancel(answerChannel);
    inference.cancel(mapsChannel);
  }

  /** Shows nothing. */
  void forget() {
    cancel();
    seen = null;
    answer.set(null);
    maps.set(null);
  }
}
