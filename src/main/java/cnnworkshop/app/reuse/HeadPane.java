package cnnworkshop.app.reuse;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The new head, put together from a small palette. */
final class HeadPane extends VBox {

  private final HeadModel model;
  private final Texts texts;
  private final VBox dense = new VBox();

  HeadPane(HeadModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("reuse-inner");
    dense.getStyleClass().add("reuse-inner");
    CheckBox pooling = ReuseParts.check(texts.get("reuse.head.pooling"), model.globalPoolingProperty());
    pooling.setWrapText(true);
    pooling.setTooltip(new Tooltip(texts.get("reuse.head.pooling.hint")));
    Button add = ReuseParts.button(texts.get("reuse.head.add"), texts.get("reuse.head.add.hint"), Material2AL.ADD,
        model::addDense);
    add.disableProperty().bind(Bindings.size(model.dense()).greaterThanOrEqualTo(HeadModel.MOST_DENSE));
    getChildren().addAll(pooling, dense, add, ReuseParts.number(texts, texts.get("reuse.head.drop"), 0,
        HeadModel.HIGHEST_DROP_RATE, Steps.EVEN, model.dropRateProperty()),
        ReuseParts.words(texts.get("reuse.head.outputs"), "ws-muted"));
    model.dense().addListener((ListChangeListener<IntegerProperty>) change -> show());
    show();
  }

  private void show() {
    dense.setVisible(!model.dense().isEmpty());
    dense.setManaged(!model.dense().isEmpty());
    dense.getChildren().setAll(model.dense().stream().map(this::row).toList());
  }

  private Node row(IntegerProperty units) {
    int number = model.dense().indexOf(units) + 1;
    NumberSetting setting = ReuseParts.number(texts, texts.get("reuse.head.dense", number), 1, HeadModel.MOST_UNITS,
        Steps.WHOLE, units);
    HBox.setHgrow(setting, Priority.ALWAYS);
    Button remove = new Button(null, new FontIcon(Material2AL.CLOSE));
    remove.getStyleClass().add("flat");
    remove.setAccessibleText(texts.get("reuse.head.remove", number));
    remove.setTooltip(new Tooltip(texts.get("reuse.head.remove", number)));
    remove.setOnAction(event -> model.removeDense(units));
    HBox row = new HBox(setting, remove);
    row.getStyleClass().add("reuse-dense");
    return row;
  }
}
