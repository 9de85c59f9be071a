package cnnworkshop.app.train;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Settings of layers that slide a window over maps. */
abstract class WindowSettings extends LayerSettings {

  /** How the window meets the edge. */
  private enum Edge { VALID, SAME, FIXED }

  private ComboBox<Edge> edge;
  private SizeSpinner zeros;

  private WindowSettings(Texts texts, Consumer<LayerSpec> changed) {
    super(texts, changed);
  }

  /** Padding, with a number of rows and columns only where it has one. */
  final void addPadding() {
    String name = text("train.layer.padding");
    edge = box(name, value -> text(switch (value) {
      case VALID -> "train.layer.padding.valid";
      case SAME -> "train.layer.padding.same";
      case FIXED -> "train.layer.padding.fixed";
    }), List.of(Edge.values()));
    edge.setMaxWidth(Double.MAX_VALUE);
    edge.setMinWidth(0);
    HBox.setHgrow(edge, Priority.ALWAYS);
    zeros = spinner(text("train.layer.padding.size"), 1);
    zeros.getStyleClass().add("padding-size");
    zeros.setMinWidth(Spinner.USE_PREF_SIZE);
    zeros.visibleProperty().bind(edge.valueProperty().isEqualTo(Edge.FIXED));
    zeros.managedProperty().bind(zeros.visibleProperty());
    HBox both = new HBox(edge, zeros);
    both.getStyleClass().add("padding-row");
    row(name, both);
  }

  final void showPadding(Padding padding) {
    boolean fixed = !padding.same() && !padding.size().equals(Size.of(0));
    if (fixed) {
      zeros.show(padding.size());
    }
    edge.setValue(padding.same() ? Edge.SAME : fixed ? Edge.FIXED : Edge.VALID);
  }

  final Padding padding() {
    return switch (edge.getValue()) {
      case VALID -> Padding.VALID;
      case SAME -> Padding.SAME;
      case FIXED -> Padding.of(zeros.getValue());
    };
  }

  /** Of a convolution. */
  static final class OfConvolution extends WindowSettings {

    private static final int MOST_FILTERS = 256;

    private final NumberSetting filters;
    private final SizeSpinner filter;
    private final SizeSpinner stride;
    private final SizeSpinner dilation;
    private final ComboBox<Activation> activation;
    private final CheckBox bias;

    OfConvolution(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
      filters = number(text("train.layer.filters"), 1, MOST_FILTERS, Steps.WHOLE);
      filter = size(text("train.layer.filter-size"), 1);
      stride = size(text("train.layer.stride"), 1);
      addPadding();
      dilation = size(text("train.layer.dilation"), 1);
      activation = activation();
      bias = tick(text("train.layer.bias"));
    }

    @Override
    void write(LayerSpec layer) {
      Convolution c = (Convolution) layer;
      show(filters, 1, MOST_FILTERS, c.filters());
      filter.show(c.filter());
      stride.show(c.stride());
      showPadding(c.padding());
      dilation.show(c.dilation());
      activation.setValue(c.activation());
      bias.setSelected(c.bias());
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return new Convolution(now.name(), (int) filters.valueProperty().get(), filter.getValue(), stride.getValue(),
          dilation.getValue(), padding(), bias.isSelected(), activation.getValue());
    }
  }

  /** Of a pooling layer. */
  static final class OfPooling extends WindowSettings {

    private final ComboBox<Pool> pool;
    private final SizeSpinner window;
    private final SizeSpinner stride;

    OfPooling(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
      pool = pool();
      window = size(text("train.layer.window"), 1);
      stride = size(text("train.layer.stride"), 1);
      addPadding();
    }

    @Override
    void write(LayerSpec layer) {
      Pooling p = (Pooling) layer;
      pool.setValue(p.pool());
      window.show(p.window());
      stride.show(p.stride());
      showPadding(p.padding());
    }

    /** Windows that lay side by side do so at any size: the stride goes with the window, unless it was set apart. */
    @Override
    LayerSpec read(LayerSpec now) {
      Pooling before = (Pooling) now;
      boolean resized = !window.getValue().equals(before.window());
      Size wanted = resized && before.stride().equals(before.window()) ? window.getValue() : stride.getValue();
      return new Pooling(now.name(), pool.getValue(), window.getValue(), wanted, padding());
    }
  }
}
