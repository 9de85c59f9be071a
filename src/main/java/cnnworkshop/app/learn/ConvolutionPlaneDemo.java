package cnnworkshop.app.learn;

import cnnworkshop.core.op.NamedKernel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;

/** A kernel slides over numbers and over one's photo. */
public final class ConvolutionPlaneDemo implements Demo {

  private final ConvolutionPlaneModel model;
  private final SlideBar bar;
  private final Node node;

  /**
   * Settings: {@code kernel}, a name such as {@code sobel_left}; {@code photo=true}; {@code stride}, {@code dilation},
   * {@code padding}; {@code ends} = {@code valid}, {@code zero} or {@code mirror}; {@code channels} = 1 or 3.
   */
  public ConvolutionPlaneDemo(DemoTools tools, Map<String, String> settings) {
    model = new ConvolutionPlaneModel(tools);
    if (settings.containsKey("kernel")) {
      model.useKernel(NamedKernel.valueOf(settings.get("kernel").strip().toUpperCase(Locale.ROOT)));
    }
    model.channelsProperty().set(number(settings, "channels", 1));
    model.strideProperty().set(number(settings, "stride", 1));
    model.dilationProperty().set(number(settings, "dilation", 1));
    model.endsProperty().set(Ends.named(settings.getOrDefault("ends", "valid")));
    model.paddingProperty().set(number(settings, "padding", model.paddingProperty().get()));
    model.onPhotoProperty().set(Boolean.parseBoolean(settings.getOrDefault("photo", "false").strip()));
    bar = new SlideBar(model.slide(), tools.texts());
    node = new StageSplit(new PlanePicture(model, bar, tools.texts()), new PlaneControls(model, tools.texts()));
  }

  private static int number(Map<String, String> settings, String key, int otherwise) {
    return settings.containsKey(key) ? Integer.parseInt(settings.get(key).strip()) : otherwise;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public ObservableStringValue reading() {
    return model.readingProperty();
  }

  @Override
  public List<SourceCut> sources() {
    return List.of(new SourceCut("op/Convolution.java", "public float at"),
        new SourceCut("op/RowConvolution.java", "public float[] apply"),
        new SourceCut("op/Edge.java", "public int source"));
  }

  @Override
  public void close() {
    bar.close();
  }
}
