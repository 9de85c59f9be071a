package cnnworkshop.app.learn;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.op.NamedKernel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A kernel that slides over numbers, or over a photo: there in the background, one request at a time, and of those that
 * come meanwhile only the newest.
 */
final class ConvolutionPlaneModel {

  static final int MOST_STRIDE = 4;
  static final int MOST_DILATION = 3;
  static final int MOST_PADDING = 6;

  private final DemoTools tools;
  private final ShortNumbers numbers;
  private final KernelModel kernel = new KernelModel();
  private final BooleanProperty onPhoto = new SimpleBooleanProperty(this, "onPhoto");
  private final IntegerProperty channels = new SimpleIntegerProperty(this, "channels", 1);
  private final IntegerProperty shownChannel = new SimpleIntegerProperty(this, "shownChannel");
  private final IntegerProperty stride = new SimpleIntegerProperty(this, "stride", 1);
  private final IntegerProperty dilation = new SimpleIntegerProperty(this, "dilation", 1);
  private final IntegerProperty padding = new SimpleIntegerProperty(this, "padding", 0);
  private final ObjectProperty<Ends> ends = new SimpleObjectProperty<>(this, "ends", Ends.VALID);
  private final BooleanProperty relu = new SimpleBooleanProperty(this, "relu");
  private final BooleanProperty flipped = new SimpleBooleanProperty(this, "flipped");
  private final BooleanProperty signed = new SimpleBooleanProperty(this, "signed", true);
  private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(this, "filters");
  private final ReadOnlyObjectWrapper<PlaneResult> result = new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyStringWrapper formula = new ReadOnlyStringWrapper(this, "formula", "");
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private final SlideModel slide = new SlideModel();
  private final PredictModel predict;
  private Photo small;
  private PlaneInput input = PlaneInput.numbers(1);
  private boolean underWay;
  private boolean again;
  private boolean setting;
  private boolean sizeAsked;

  ConvolutionPlaneModel(DemoTools tools) {
    this.tools = tools;
    this.numbers = new ShortNumbers(tools.texts().locale());
    this.predict = new PredictModel(tools.texts());
    for (IntegerProperty property : new IntegerProperty[] {stride, dilation, padding}) {
      property.addListener((p, before, now) -> settingsChanged());
    }
    relu.addListener((p, before, now) -> settingsChanged());
    flipped.addListener((p, before, now) -> settingsChanged());
    kernel.versionProperty().addListener((p, before, now) -> settingsChanged());
    signed.addListener((p, before, now) -> say());
    shownChannel.addListener((p, before, now) -> say());
    ends.addListener((p, before, now) -> together(() ->
        padding.set(now == Ends.VALID ? 0 : padding.get() > 0 ? padding.get() : Math.min(MOST_PADDING, half()))));
    padding.addListener((p, before, now) -> {
      if (now.intValue() > 0 && ends.get() == Ends.VALID) {
        ends.set(Ends.ZERO);
      }
    });
    onPhoto.addListener((p, before, now) -> together(() -> signed.set(!now)));
    channels.addListener((p, before, now) -> together(() -> {
      shownChannel.set(0);
      kernel.setChannels(now.intValue());
    }));
    slide.chosenProperty().addListener((p, before, now) -> moved());
    slide.reachedProperty().addListener((p, before, now) -> moved());
    predict.hiddenProperty().addListener((p, before, now) -> say());
    tools.lab().ask(this, network -> Filters.of(network, Filters.firstLayer(network.spec()).orElseThrow()),
        filters::set, tools.failures());
    settingsChanged();
  }

  KernelModel kernel() {
    return kernel;
  }

  SlideModel slide() {
    return slide;
  }

  PredictModel predict() {
    return predict;
  }

  /** Whether it slides over the photo rather than over numbers. */
  BooleanProperty onPhotoProperty() {
    return onPhoto;
  }

  /** Channels of the input, 1 or 3. */
  IntegerProperty channelsProperty() {
    return channels;
  }

  /** The channel whose numbers and weights are shown. */
  IntegerProperty shownChannelProperty() {
    return shownChannel;
  }

  IntegerProperty strideProperty() {
    return stride;
  }

  IntegerProperty dilationProperty() {
    return dilation;
  }

  /** Rows and columns added around; 0 exactly with {@link Ends#VALID}, unless set so. */
  IntegerProperty paddingProperty() {
    return padding;
  }

  ObjectProperty<Ends> endsProperty() {
    return ends;
  }

  BooleanProperty reluProperty() {
    return relu;
  }

  /** Whether the kernel is turned by half a turn, as mathematics' convolution has it. */
  BooleanProperty flippedProperty() {
    return flipped;
  }

  /** Whether the map is coloured about zero rather than grey from its smallest to its largest value. */
  BooleanProperty signedProperty() {
    return signed;
  }

  /** The keypoint network's first filters; null until they are read. */
  ReadOnlyObjectProperty<Filters> filtersProperty() {
    return filters.getReadOnlyProperty();
  }

  /** The map; null if the settings do not go together, or nothing is computed yet. */
  ReadOnlyObjectProperty<PlaneResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  ReadOnlyStringProperty formulaProperty() {
    return formula.getReadOnlyProperty();
  }

  /** Why the settings do not go together, or what they leave out; empty for nothing. */
  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** Changes with everything that is seen. */
  ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  PlaneShape shape() {
    return settings().shape(input.height(), input.width());
  }

  private PlaneSettings settings() {
    return new PlaneSettings(kernel.weights(), kernel.size(), (float) kernel.biasProperty().get(), relu.get(),
        flipped.get(), stride.get(), dilation.get(), padding.get(), ends.get());
  }

  /** Whether the map as a whole must not be seen. */
  boolean isMapHidden() {
    return sizeAsked && predict.hiddenProperty().get();
  }

  /** Whether the chosen value must not be seen. */
  boolean isValueHidden() {
    return !sizeAsked && predict.hiddenProperty().get();
  }

  ColourScale mapScale() {
    return signed.get() ? ColourScale.SIGNED : ColourScale.GREY;
  }

  /** How the chosen value comes about; null if there is none or it must not be seen. */
  Arithmetic arithmetic() {
    PlaneResult now = result.get();
    int chosen = slide.chosenProperty().get();
    boolean there = now != null && slide.reachedProperty().get() > chosen && chosen < now.values().length;
    return there && !predict.hiddenProperty().get() ? now.arithmetic(chosen / now.columns(), chosen % now.columns())
        : null;
  }

  /** Takes a filter of the network: it looks at greys, has a bias, and a ReLU follows. */
  void useFilter(int filter) {
    together(() -> {
      channels.set(filters.get().channels());
      kernel.set(filters.get(), filter);
      relu.set(true);
    });
  }

  void useKernel(NamedKernel named) {
    together(() -> {
      if (kernel.size() == 1 && named != NamedKernel.IDENTITY) {
        kernel.setSize(3);
      }
      kernel.set(named);
    });
  }

  /** Asks something of the map as a whole, which hides. */
  void askOfMap(String question, double answer, String because) {
    sizeAsked = true;
    predict.ask(question, answer, 0, because);
  }

  /** Asks the chosen value, which hides. */
  void askOfValue(String question, double answer, String because) {
    sizeAsked = false;
    predict.ask(question, answer, 0.005, because);
  }

  private int half() {
    return (kernel.size() - 1) * dilation.get() / 2;
  }

  /** Several settings as one change. */
  void together(Runnable changes) {
    boolean outermost = !setting;
    setting = true;
    changes.run();
    if (outermost) {
      setting = false;
      settingsChanged();
    }
  }

  private void moved() {
    if (!setting) {
      predict.leave();
    }
    say();
  }

  private void settingsChanged() {
    if (setting) {
      return;
    }
    predict.drop();
    if (kernel.channels() != channels.get()) {
      channels.set(kernel.channels());
      return; // comes here again
    }
    if (onPhoto.get()) {
      compute();
    } else {
      input = PlaneInput.numbers(channels.get());
      take(settings().over(input));
    }
  }

  private void compute() {
    if (underWay) {
      again = true;
      return;
    }
    underWay = true;
    Photo photo = small == null ? tools.photo().get() : small;
    int wanted = channels.get();
    PlaneSettings settings = settings();
    tools.background().execute(() -> {
      try {
        Photo reduced = photo.reducedTo(PlaneInput.LONGEST_SIDE);
        PlaneInput over = PlaneInput.of(reduced, wanted);
        PlaneResult computed = settings.over(over);
        tools.ui().execute(() -> computed(reduced, over, computed));
      } catch (Throwable e) { // also too little memory: the person has to hear of it
        tools.ui().execute(() -> {
          underWay = false;
          tools.failures().accept(e);
        });
      }
    });
  }

  private void computed(Photo reduced, PlaneInput over, PlaneResult computed) {
    small = reduced;
    underWay = false;
    if (!onPhoto.get()) {
      again = false;
      return;
    }
    input = over;
    take(computed);
    if (again) {
      again = false;
      compute();
    }
  }

  private void take(PlaneResult now) {
    setting = true; // the slide's moves are not a person's
    PlaneResult before = result.get();
    double down = 0.5;
    double right = 0.5;
    if (before != null && now != null && before.input().photo() == now.input().photo()) {
      // Looked at is the same part of the input, whatever the size of the map.
      down = (slide.chosenProperty().get() / before.columns() + 0.5) / before.rows();
      right = (slide.chosenProperty().get() % before.columns() + 0.5) / before.columns();
    }
    result.set(now);
    slide.begin(now == null ? 0 : now.values().length, now != null && now.input().photo() ? now.columns() : 1);
    if (now != null) {
      slide.look((int) (down * now.rows()) * now.columns() + (int) (right * now.columns()));
    }
    setting = false;
    say();
  }

  private void say() {
    PlaneShape shape = shape();
    boolean hidden = isMapHidden();
    formula.set(shape.formula(tools.texts(), hidden));
    remark.set(hidden ? "" : shape.remark(tools.texts()));
    Arithmetic sum = arithmetic();
    String value = sum == null ? tools.texts().get("learn.conv.hidden") : numbers.of(sum.value());
    int chosen = slide.chosenProperty().get();
    int columns = Math.max(1, shape.columns());
    String words = tools.texts().get("learn.plane.reading", channels.get(), shape.height(), shape.width(),
        kernel.size(), formula.get(), remark.get(), chosen / columns, chosen % columns, value);
    reading.set(words);
    version.set(version.get() + 1);
  }
}
