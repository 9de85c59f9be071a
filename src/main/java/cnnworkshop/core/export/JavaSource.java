package cnnworkshop.core.export;

import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import java.util.Locale;

/**
 * A network's layers as a Java class for Deeplearning4j 1.0.0-M2.1: {@code configuration()} builds them, {@code
 * scaler()} makes of a picture's 0..255 what the first layer wants, {@code main} opens a file with the weights and says
 * what is in it.
 */
public final class JavaSource {

  private final NetworkSpec spec;

  private JavaSource(NetworkSpec spec) {
    this.spec = spec;
  }

  /**
   * Writes the class.
   *
   * @param className a Java name; the file must have it too
   * @throws ExportFailure if there is a layer that only the network's file can say
   */
  public static String of(NetworkSpec spec, String className) throws ExportFailure {
    return new JavaSource(spec).write(className);
  }

  /** A class name made of a file's name: {@code my-net.java} becomes {@code MyNet}. */
  public static String className(String fileName) {
    StringBuilder name = new StringBuilder();
    for (String word : fileName.replaceFirst("\\.java$", "").split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Network" + name : name.toString();
  }

  private String write(String className) throws ExportFailure {
    SourceText java = new SourceText();
    for (String name : new String[] {"java.io.File", "java.io.IOException",
        "org.deeplearning4j.nn.conf.ConvolutionMode", "org.deeplearning4j.nn.conf.MultiLayerConfiguration",
        "org.deeplearning4j.nn.conf.NeuralNetConfiguration", "org.deeplearning4j.nn.conf.inputs.InputType",
        "org.deeplearning4j.nn.conf.layers.ActivationLayer", "org.deeplearning4j.nn.conf.layers.BatchNormalization",
        "org.deeplearning4j.nn.conf.layers.ConvolutionLayer", "org.deeplearning4j.nn.conf.layers.DenseLayer",
        "org.deeplearning4j.nn.conf.layers.DropoutLayer", "org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer",
        "org.deeplearning4j.nn.conf.layers.OutputLayer", "org.deeplearning4j.nn.conf.layers.PoolingType",
        "org.deeplearning4j.nn.conf.layers.SubsamplingLayer", "org.deeplearning4j.nn.multilayer.MultiLayerNetwork",
        "org.deeplearning4j.nn.weights.WeightInit", "org.deeplearning4j.util.ModelSerializer",
        "org.nd4j.linalg.activations.Activation",
        "org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler",
        "org.nd4j.linalg.learning.config.Adam", "org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction"}) {
      java.line("import " + name + ";");
    }
    InputScale scale = spec.scale();
    java.line("")
        .line("/**")
        .line(" * The layers of " + SourceText.comment(spec.name()).replace("@", "&#64;") + ", for Deeplearning4j 1.0.0-M2.1.")
        .line(" *")
        .line(" * <p>Inputs are [picture, channel, row, column], " + spec.input().channels() + "x"
            + spec.input().height() + "x" + spec.input().width() + ". A picture's values 0..1 are to be between "
            + scale.of(0) + " and " + scale.of(1) + " before")
        .line(" * the first layer sees them: scaler() makes that of values 0..255.")
        .line(" */")
        .line("public final class " + className + " {")
        .line("")
        .line("  private " + className + "() {}")
        .line("")
        .line("  /** All layers, with random weights to begin with. */")
        .line("  public static MultiLayerConfiguration configuration(long seed) {")
        .line("    return new NeuralNetConfiguration.Builder()")
        .line("        .seed(seed)")
        .line("        .updater(new Adam(1e-3))")
        .line("        .weightInit(WeightInit.XAVIER)")
        .line("        .activation(Activation.IDENTITY)")
        .line("        .list()");
    int last = spec.layers().size() - 1;
    for (int i = 0; i <= last; i++) {
      java.line("        .layer(" + (i == last ? output(spec.layers().get(i)) : layer(spec.layers().get(i))) + ")");
    }
    java.line("        .setInputType(InputType.convolutional(%d, %d, %d))", spec.input().height(), spec.input().width(),
            spec.input().channels())
        .line("        .build();")
        .line("  }")
        .line("")
        .line("  /** Makes of a picture's values 0..255 what the first layer wants. */")
        .line("  public static ImagePreProcessingScaler scaler() {")
        .line("    return new ImagePreProcessingScaler(" + scale.of(0) + ", " + scale.of(1) + ");")
        .line("  }")
        .line("")
        .line("  /** Opens the file with the weights that is named first, or makes a new network, and says what it is. */")
        .line("  public static void main(String[] arguments) throws IOException {")
        .line("    MultiLayerNetwork network;")
        .line("    if (arguments.length > 0) {")
        .line("      network = ModelSerializer.restoreMultiLayerNetwork(new File(arguments[0]));")
        .line("    } else {")
        .line("      network = new MultiLayerNetwork(configuration(1));")
        .line("      network.init();")
        .line("    }")
        .line("    System.out.println(network.summary());")
        .line("  }")
        .line("}");
    return java.toString();
  }

  private static String layer(LayerSpec layer) throws ExportFailure {
    String name = ".name(" + SourceText.quoted(layer.name()) + ")";
    if (layer instanceof LayerSpec.Convolution c) {
      return "new ConvolutionLayer.Builder(" + pair(c.filter()) + ")" + name + ".nOut(" + c.filters() + ").stride("
          + pair(c.stride()) + ").dilation(" + pair(c.dilation()) + ").hasBias(" + c.bias() + ").activation("
          + activation(c.name(), c.activation()) + ")" + padding(c.padding()) + ".build()";
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return "new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType." + pool(p.name(), p.pool()) + ")" + name
          + ".kernelSize(" + pair(p.window()) + ").stride(" + pair(p.stride()) + ")" + padding(p.padding())
          + ".build()";
    }
    if (layer instanceof LayerSpec.GlobalPooling g) {
      return "new GlobalPoolingLayer.Builder(PoolingType." + pool(g.name(), g.pool()) + ")" + name + ".build()";
    }
    if (layer instanceof LayerSpec.BatchNormalization) {
      return "new BatchNormalization.Builder()" + name + ".build()";
    }
    if (layer instanceof LayerSpec.ActivationOnly a) {
      return "new ActivationLayer.Builder()" + name + ".activation(" + activation(a.name(), a.activation())
          + ").build()";
    }
    if (layer instanceof LayerSpec.Dropout d) {
      // DL4J takes the probability of keeping a value.
      return "new DropoutLayer.Builder(" + (1 - d.dropRate()) + ")" + name + ".build()";
    }
    if (layer instanceof LayerSpec.Dense d) {
      return "new DenseLayer.Builder()" + name + ".nOut(" + d.units() + ").activation("
          + activation(d.name(), d.activation()) + ").build()";
    }
    throw ExportFailure.layer(layer.name(), ((LayerSpec.Other) layer).kind());
  }

  private String output(LayerSpec layer) throws ExportFailure {
    if (!(layer instanceof LayerSpec.Dense d)) {
      throw new ExportFailure("export.failure.end", layer.name());
    }
    String loss = spec.loss() == NetworkSpec.Loss.CROSS_ENTROPY ? "MCXENT" : "MSE";
    return "new OutputLayer.Builder(LossFunction." + loss + ").name(" + SourceText.quoted(d.name()) + ").nOut("
        + d.units() + ").activation(" + activation(d.name(), d.activation()) + ").build()";
  }

  private static String padding(Padding padding) {
    return padding.same() ? ".convolutionMode(ConvolutionMode.Same)"
        : ".convolutionMode(ConvolutionMode.Truncate).padding(" + pair(padding.size()) + ")";
  }

  private static String pair(Size size) {
    return size.rows() + ", " + size.columns();
  }

  private static String pool(String layer, Pool pool) throws ExportFailure {
    return switch (pool) {
      case MAX -> "MAX";
      case AVERAGE -> "AVG";
      case OTHER -> throw ExportFailure.layer(layer, "pooling");
    };
  }

  private static String activation(String layer, Activation activation) throws ExportFailure {
    return "Activation." + switch (activation) {
      case LINEAR -> "IDENTITY";
      case RELU -> "RELU";
      case SOFTMAX -> "SOFTMAX";
      case SIGMOID -> "SIGMOID";
      case TANH -> "TANH";
      case OTHER -> throw ExportFailure.layer(layer, "activation");
    };
  }
}
