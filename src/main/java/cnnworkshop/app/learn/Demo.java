package cnnworkshop.app.learn;

import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;

/**
 * Something to do on a page, around which its text is written. Made when its page is opened, on the JavaFX thread; it
 * computes what it shows with the project's own code or the shipped network.
 */
public interface Demo {

  /** What is seen; fills the stage beside the text, whatever its size. */
  Node node();

  /** What is seen now, in words, for a screen reader. */
  ObservableStringValue reading();

  /** Where the lines stand that computed it; empty for none. */
  default List<SourceCut> sources() {
    return List.of();
  }

  /** The page is left: whatever moves or computes ends. */
  default void close() {}
}
