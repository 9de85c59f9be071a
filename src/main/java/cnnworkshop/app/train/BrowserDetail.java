package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** One picture, large, and examples of what augmentation makes of it. */
final class BrowserDetail extends ScrollPane {

  private static final double LARGE_EM = 16;
  private static final double SMALL_EM = 5;

  private final BrowserTile large = new BrowserTile(LARGE_EM);
  private final FlowPane examples = new FlowPane();

  BrowserDetail(BrowserModel model, Texts texts) {
    getStyleClass().add("browser-detail");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    Label nothing = new Label(texts.get("train.browser.choose"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("ws-muted");
    nothing.visibleProperty().bind(model.pictureProperty().isNull());
    nothing.managedProperty().bind(nothing.visibleProperty());
    Label caption = new Label();
    caption.setWrapText(true);
    Label changes = new Label();
    changes.setWrapText(true);
    changes.textProperty().bind(model.changesProperty());
    Button again = new Button(texts.get("train.browser.again"), new FontIcon(Material2MZ.REFRESH));
    again.setOnAction(event -> model.again());
    examples.getStyleClass().add("browser-examples");
    VBox about = new VBox(large, caption, changes, examples, again);
    about.getStyleClass().add("browser-about");
    about.visibleProperty().bind(model.pictureProperty().isNotNull());
    about.managedProperty().bind(about.visibleProperty());
    VBox content = new VBox(nothing, about);
    content.getStyleClass().add("browser-detail-content");
    setContent(content);
    model.pictureProperty().addListener((p, before, now) -> {
      if (now != null) {
        large.show(now);
        caption.setText(now.caption());
      }
    });
    model.examplesProperty().addListener((p, before, now) -> show(now));
    again.visibleProperty().bind(model.examplesProperty().map(list -> !list.isEmpty()));
    again.managedProperty().bind(again.visibleProperty());
  }

  private void show(List<BrowserPicture> changed) {
    while (examples.getChildren().size() > changed.size()) {
      examples.getChildren().remove(changed.size());
    }
    while (examples.getChildren().size() < changed.size()) {
      examples.getChildren().add(new BrowserTile(SMALL_EM));
    }
    for (int i = 0; i < changed.size(); i++) {
      ((BrowserTile) examples.getChildren().get(i)).show(changed.get(i));
    }
  }
}
