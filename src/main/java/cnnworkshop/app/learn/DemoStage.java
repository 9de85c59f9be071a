package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Block.DemoPlace;
import cnnworkshop.core.lesson.SourceText;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/** Where a page's demos are shown, one at a time. A demo is made when it is first shown, and closed with its page. */
final class DemoStage extends BorderPane {

  private final DemoTools tools;
  private final Map<String, BiFunction<DemoTools, Map<String, String>, Demo>> makers;
  private final Texts texts;
  private final ToggleGroup group = new ToggleGroup();
  private final FlowPane names = new FlowPane();
  private final Holder holder = new Holder();
  private final StageFold fold;
  private final List<DemoPlace> places = new ArrayList<>();
  /** One for each place; null until it is first shown, and if it could not be made. */
  private final List<Demo> made = new ArrayList<>();
  private int shown = -1;

  /** @param makers how demos are made, by name */
  DemoStage(DemoTools tools, Map<String, BiFunction<DemoTools, Map<String, String>, Demo>> makers, SourceText source) {
    this.tools = tools;
    this.makers = Map.copyOf(makers);
    this.texts = tools.texts();
    fold = new StageFold(this, source, texts, tools.failures());
    names.getStyleClass().add("stage-names");
    names.managedProperty().bind(names.visibleProperty());
    getStyleClass().add("demo-stage");
    setTop(names);
    setCenter(holder);
    setBottom(fold);
    setMinWidth(0);
    // One of them is always shown: a click on the chosen one does not take it away.
    group.selectedToggleProperty().addListener((p, before, now) -> {
      if (now == null && before != null && group.getToggles().contains(before)) {
        before.setSelected(true);
      } else if (now != null) {
        show(group.getToggles().indexOf(now));
      }
    });
  }

  /** Shows the first of another page's demos; what was shown is closed. */
  void open(List<DemoPlace> demos) {
    close();
    places.addAll(demos);
    for (DemoPlace place : demos) {
      made.add(null);
      ToggleButton name = new ToggleButton(Demos.title(place, texts));
      name.getStyleClass().add("stage-name");
      name.setToggleGroup(group);
      names.getChildren().add(name);
    }
    names.setVisible(demos.size() > 1);
    select(0);
  }

  /** Shows one of the page's demos. */
  void select(int number) {
    if (number < group.getToggles().size()) {
      Toggle toggle = group.getToggles().get(number);
      group.selectToggle(toggle);
    }
  }

  /** Which of the page's demos is shown, from 0; -1 for none. */
  int shown() {
    return shown;
  }

  /** The demo that is shown; null if there is none or it could not be made. */
  Demo demo() {
    return shown < 0 ? null : made.get(shown);
  }

  /** Whether the stage is as high as what is in it needs, since it stands in what is scrolled itself. */
  void setWhole(boolean whole) {
    holder.whole = whole;
    holder.requestLayout();
  }

  /** Gives the keyboard to what is on the stage. */
  void requestStageFocus() {
    holder.requestFocus();
  }

  /** Closes the page's demos. */
  void close() {
    shown = -1;
    group.getToggles().clear();
    names.getChildren().clear();
    holder.accessibleTextProperty().unbind();
    holder.setContent(null);
    fold.show(null);
    for (Demo demo : made) {
      if (demo != null) {
        guarded(() -> {
          demo.close();
          return null;
        });
      }
    }
    made.clear();
    places.clear();
  }

  private void show(int number) {
    shown = number;
    if (made.get(number) == null) {
      DemoPlace place = places.get(number);
      made.set(number, guarded(() -> makers.get(place.name()).apply(tools, place.settings())));
    }
    Demo demo = made.get(number);
    Node node = demo == null ? null : guarded(demo::node);
    holder.accessibleTextProperty().unbind();
    if (node == null) {
      holder.setContent(failed());
      holder.setAccessibleText(texts.get("learn.stage.failed"));
      fold.show(null);
    } else {
      holder.setContent(node);
      holder.accessibleTextProperty().bind(demo.reading());
      fold.show(demo);
    }
  }

  private Node failed() {
    Label sentence = new Label(texts.get("learn.stage.failed"));
    sentence.setWrapText(true);
    StackPane pane = new StackPane(sentence);
    pane.getStyleClass().add("stage-failed");
    return pane;
  }

  /** A demo that fails leaves its page readable: the person is told, and there is a sentence in its place. */
  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | LinkageError e) {
      tools.failures().accept(e);
      return null;
    }
  }

  /** Gives a demo all the room there is, and scrolls it only if it needs more. */
  private static final class Holder extends ScrollPane {

    private boolean whole;

    Holder() {
      setFitToWidth(true);
      setFitToHeight(true);
      setMinWidth(0);
      getStyleClass().add("stage-holder");
    }

    @Override
    public Orientation getContentBias() {
      return whole ? Orientation.HORIZONTAL : super.getContentBias();
    }

    @Override
    protected double computeMinHeight(double width) {
      return whole && getContent() != null ? Math.ceil(getContent().minHeight(width)) + 2 : 0;
    }
  }
}
