package cnnworkshop.app.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Three pages for tests, and the demos on them: one that counts, one that can't be made. */
final class TestLessons {

  static final String FOLDER = "/cnnworkshop/lesson-pages/";
  static final Set<String> DEMOS = Set.of("counter", "broken");

  /** The demos that were made and not closed yet. */
  final List<Counter> alive = new ArrayList<>();

  Map<String, BiFunction<DemoTools, Map<String, String>, Demo>> demos() {
    return Map.of("counter", (tools, settings) -> {
      Counter counter = new Counter(Integer.parseInt(settings.get("start")));
      alive.add(counter);
      return counter;
    }, "broken", (tools, settings) -> {
      throw new IllegalStateException("broken on purpose");
    });
  }

  /** Counts up with each press of its button. */
  final class Counter implements Demo {
    private final StringProperty reading = new SimpleStringProperty();
    private int count;

    Counter(int start) {
      count = start;
      reading.set("The count is " + count + ".");
    }

    @Override
    public Node node() {
      Button button = new Button("Count");
      button.setOnAction(event -> reading.set("The count is " + ++count + "."));
      Label shown = new Label();
      shown.textProperty().bind(reading);
      StackPane pane = new StackPane(new VBox(shown, button));
      pane.getStyleClass().add("counter");
      return pane;
    }

    @Override
    public ObservableStringValue reading() {
      return reading;
    }

    @Override
    public List<SourceCut> sources() {
      return List.of(new SourceCut("op/Convolution.java", "public float at("));
    }

    @Override
    public void close() {
      alive.remove(this);
    }
  }
}
