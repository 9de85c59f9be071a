package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A class with the number of its pictures, and a bar as long as that number. */
final class BrowserGroupCell extends ListCell<BrowserGroup> {

  private final Texts texts;
  private final Label name = new Label();
  private final Label count = new Label();
  private final Bar bar = new Bar();
  private final VBox content;

  BrowserGroupCell(Texts texts) {
    this.texts = texts;
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTextOverrun(OverrunStyle.ELLIPSIS);
    name.setMinWidth(0);
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().add("browser-count");
    HBox row = new HBox(name, count);
    row.getStyleClass().add("browser-group-row");
    content = new VBox(row, bar);
    content.getStyleClass().add("browser-group");
    // As wide as the list, however long a name is.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(BrowserGroup group, boolean empty) {
    super.updateItem(group, empty);
    if (empty || group == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    name.setText(group.name());
    count.setText(texts.get("train.browser.count", group.count()));
    bar.show(group.share());
    bar.setVisible(!group.all());
    setGraphic(content);
    setTooltip(new Tooltip(group.name()));
    setAccessibleText(texts.get("train.browser.group", group.name(), group.count()));
  }

  /** A bar as long as a share of its track. */
  private static final class Bar extends Region {

    private final Region fill = new Region();
    private double share;

    Bar() {
      getStyleClass().add("browser-track");
      fill.getStyleClass().add("browser-bar");
      fill.setManaged(false);
      getChildren().add(fill);
    }

    void show(double newShare) {
      share = newShare;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(0, 0, Math.round(share * getWidth()), getHeight());
    }
  }
}
