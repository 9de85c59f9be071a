package cnnworkshop.app.train;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.ActivationOnly;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.GlobalPooling;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/** Settings of layers without a window, and the way to those of any layer. */
abstract class PlainSettings extends LayerSettings {

  private PlainSettings(Texts texts, Consumer<LayerSpec> changed) {
    super(texts, changed);
  }

  /** Settings for a layer of a row's kind. */
  static LayerSettings of(LayerRow row, Texts texts, Consumer<LayerSpec> changed) {
    return switch (row.kind()) {
      case CONVOLUTION -> new WindowSettings.OfConvolution(texts, changed);
      case POOLING -> new WindowSettings.OfPooling(texts, changed);
      case DROPOUT -> new OfDropout(texts, changed);
      case ACTIVATION -> new OfActivation(texts, changed);
      case GLOBAL_POOLING -> new OfGlobalPooling(texts, changed);
      case DENSE -> row.fixed() ? new OfAnswers(texts, changed) : new OfDense(texts, changed);
      case BATCH_NORMALIZATION -> new None(texts, changed, "train.layer.batch-normalization.none");
      case OTHER -> new None(texts, changed, "train.layer.other.none");
    };
  }

  private static final class OfDropout extends PlainSettings {

    private static final double HIGHEST = 0.9;
    private final NumberSetting rate = number(text("train.layer.drop-rate"), 0, HIGHEST, Steps.EVEN);

    OfDropout(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
    }

    @Override
    void write(LayerSpec layer) {
      show(rate, 0, HIGHEST, ((Dropout) layer).dropRate());
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return new Dropout(now.name(), rate.valueProperty().get());
    }
  }

  private static final class OfDense extends PlainSettings {

    private static final int MOST = 1024;
    private final NumberSetting units = number(text("train.layer.units"), 1, MOST, Steps.WHOLE);
    private final ComboBox<Activation> activation = activation();

    OfDense(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
    }

    @Override
    void write(LayerSpec layer) {
      Dense dense = (Dense) layer;
      show(units, 1, MOST, dense.units());
      activation.setValue(dense.activation());
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return new Dense(now.name(), (int) units.valueProperty().get(), activation.getValue());
    }
  }

  /** Of the last layer: its units are the data's. */
  private static final class OfAnswers extends PlainSettings {

    private final ComboBox<Activation> activation;

    OfAnswers(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
      sentence(text("train.layer.answers"));
      activation = activation();
    }

    @Override
    void write(LayerSpec layer) {
      activation.setValue(((Dense) layer).activation());
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return new Dense(now.name(), ((Dense) now).units(), activation.getValue());
    }
  }

  private static final class OfActivation extends PlainSettings {

    private final ComboBox<Activation> activation = activation();

    OfActivation(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
    }

    @Override
    void write(LayerSpec layer) {
      activation.setValue(((ActivationOnly) layer).activation());
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return new ActivationOnly(now.name(), activation.getValue());
    }
  }

  private static final class OfGlobalPooling extends PlainSettings {

    private final ComboBox<Pool> pool = pool();

    OfGlobalPooling(Texts texts, Consumer<LayerSpec> changed) {
      super(texts, changed);
    }

    @Override
    void write(LayerSpec layer) {
      pool.setValue(((GlobalPooling) layer).pool());
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return new GlobalPooling(now.name(), pool.getValue());
    }
  }

  /** Nothing can be set. */
  private static final class None extends PlainSettings {

    None(Texts texts, Consumer<LayerSpec> changed, String key) {
      super(texts, changed);
      sentence(text(key));
    }

    @Override
    void write(LayerSpec layer) {
      // There is no control to write to.
    }

    @Override
    LayerSpec read(LayerSpec now) {
      return now;
    }
  }
}
