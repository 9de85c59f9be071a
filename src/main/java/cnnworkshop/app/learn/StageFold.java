package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.SourceText;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What lies folded below a demo: what is seen, in words, and the lines of source that computed it. */
final class StageFold extends VBox {

  private static final double SHARE_OF_STAGE = 0.42;

  private final SourceText source;
  private final Texts texts;
  private final Consumer<Throwable> failures;
  private final Label reading = new Label();
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton words;
  private final ToggleButton code;
  private Demo demo;

  /**
   * @param stage whose height limits this
   * @param failures told of lines that can't be found
   */
  StageFold(Region stage, SourceText source, Texts texts, Consumer<Throwable> failures) {
    this.source = source;
    this.texts = texts;
    this.failures = failures;
    words = toggle("learn.stage.words", Material2AL.CHAT_BUBBLE_OUTLINE);
    code = toggle("learn.stage.source", Material2AL.CODE);
    reading.setWrapText(true);
    reading.setMinHeight(USE_PREF_SIZE);
    content.getStyleClass().add("fold-content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("fold-scroll");
    scroll.maxHeightProperty().bind(stage.heightProperty().multiply(SHARE_OF_STAGE));
    scroll.setMinHeight(0);
    scroll.managedProperty().bind(scroll.visibleProperty());
    FlowPane row = new FlowPane(words, code);
    row.getStyleClass().add("fold-row");
    getStyleClass().add("stage-fold");
    getChildren().addAll(row, scroll);
    group.selectedToggleProperty().addListener((p, before, now) -> showContent());
    showContent();
  }

  private ToggleButton toggle(String key, Ikon icon) {
    ToggleButton toggle = new ToggleButton(texts.get(key), new FontIcon(icon));
    toggle.setToggleGroup(group);
    toggle.getStyleClass().add("fold-toggle");
    return toggle;
  }

  /** Tells of another demo; null for none. */
  void show(Demo shown) {
    demo = shown;
    reading.textProperty().unbind();
    setVisible(shown != null);
    setManaged(shown != null);
    if (shown != null) {
      reading.textProperty().bind(shown.reading());
      code.setVisible(!shown.sources().isEmpty());
      code.setManaged(code.isVisible());
      if (!code.isVisible() && code.isSelected()) {
        code.setSelected(false);
      }
    }
    showContent();
  }

  private void showContent() {
    scroll.setVisible(demo != null && group.getSelectedToggle() != null);
    content.getChildren().clear();
    if (demo == null || !scroll.isVisible()) {
      return;
    }
    if (words.isSelected()) {
      content.getChildren().add(reading);
    } else {
      demo.sources().forEach(this::addCut);
    }
  }

  private void addCut(SourceCut wanted) {
    try {
      SourceText.Cut cut = source.cut(wanted.file(), wanted.from());
      Label place = new Label(texts.get("learn.stage.source.place", cut.file(), cut.firstLine()));
      place.getStyleClass().add("ws-muted");
      place.setWrapText(true);
      content.getChildren().addAll(List.<Node>of(place, new CodeLines(cut.code())));
    } catch (IllegalArgumentException e) {
      failures.accept(e);
      content.getChildren().add(new Label(texts.get("learn.stage.source.missing", wanted.file())));
    }
  }
}
