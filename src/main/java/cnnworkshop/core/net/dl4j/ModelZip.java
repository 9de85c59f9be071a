package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.net.DoubtScale;
import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;

/**
 * The model file: a plain DL4J zip, which any program with DL4J opens, with one entry more, {@value #DESCRIPTION},
 * that says what DL4J doesn't: name, task, labels, input shape and scaling, layer names, training record.
 */
final class ModelZip {

  static final String DESCRIPTION = "workshop.json";

  private static final int VERSION = 1;
  /** What DL4J says of weights that are too many or too few for the layers. */
  private static final String OTHER_NUMBER = "Invalid parameters: expected length";
  private static final Duration LEFT_OVER_AFTER = Duration.ofHours(1);
  private static final String CONFIGURATION = ModelSerializer.CONFIGURATION_JSON;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A file's content. */
  record Content(MultiLayerNetwork net, NetworkSpec spec, ModelInfo info) {}

  private ModelZip() {}

  static void write(MultiLayerNetwork net, NetworkSpec spec, ModelInfo info, Path file)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path plain = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".dl4j");
    try {
      removeLeftOvers(target);
      ModelSerializer.writeModel(net, plain.toFile(), false);
      FreshFile.write(target, stream -> addDescription(plain, spec, info, stream));
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  /**
   * A process that is killed while it saves leaves its unfinished file, never an unfinished {@code target}. Those of
   * this target are removed once they are so old that nobody can be writing them.
   */
  private static void removeLeftOvers(Path target) throws IOException {
    String own = Pattern.quote("." + target.getFileName() + ".") + "[0-9a-f-]{36}\\.(part|dl4j)";
    Instant longAgo = Instant.now().minus(LEFT_OVER_AFTER);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(target.getParent(),
        file -> file.getFileName().toString().matches(own))) {
      for (Path file : found) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // Another process removed it first; or there is no such folder, which writing there will say.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static void addDescription(Path plain, NetworkSpec spec, ModelInfo info, OutputStream stream)
      throws IOException {
    ZipOutputStream out = new ZipOutputStream(stream);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(plain))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(out);
      }
    }
    out.putNextEntry(new ZipEntry(DESCRIPTION));
    out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(describe(spec, info))
        .getBytes(StandardCharsets.UTF_8));
    if (!spec.scale().isNone()) {
      out.putNextEntry(new ZipEntry(ModelSerializer.NORMALIZER_BIN));
      out.write(scaler(spec.scale()));
    }
    out.finish();
  }

  /** Tells a program that only knows DL4J what to do with a picture's 0..255 before the network sees them. */
  private static byte[] scaler(InputScale scale) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NormalizerSerializer.getDefault().write(new ImagePreProcessingScaler(scale.of(0), scale.of(1)), bytes);
    return bytes.toByteArray();
  }

  static Content read(Path file) throws ModelFailure {
    String name = String.valueOf(file.getFileName());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ModelFailure(Kind.MISSING, name, null);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      MultiLayerConfiguration configuration = configuration(zip, name);
      List<LayerSpec> layers = Dl4jToSpec.layers(configuration);
      if (layers.stream().noneMatch(l -> l instanceof LayerSpec.Convolution)) {
        throw new ModelFailure(Kind.UNSUPPORTED, name, null, String.valueOf(layers.size()));
      }
      if (configuration.getConfs().stream().anyMatch(c -> c.getLayer() instanceof ConvolutionLayer convolution
          && convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC)) {
        throw new ModelFailure(Kind.CHANNELS_LAST, name, null);
      }
      Optional<JsonNode> description = description(zip, name);
      Shape input = description.isPresent()
          ? shape(description.get().path("input"), name)
          : InputShape.of(configuration, layers);
      MultiLayerNetwork net = restore(file, zip, configuration, name);
      NetworkSpec spec = new NetworkSpec(
          description.map(d -> d.path("name").asText(name)).orElse(name), input, layers, Dl4jToSpec.loss(configuration),
          description.isPresent() ? scale(description.get().path("input").path("scale"), name) : InputScale.NONE);
      ModelInfo info = info(description.orElse(null), spec);
      if (layers.get(layers.size() - 1) instanceof LayerSpec.Dense last && info.task() == ModelInfo.Task.CLASSES
          && !info.labels().isEmpty() && info.labels().size() != last.units()) {
        net.close();
        throw new ModelFailure(Kind.WRONG_SHAPE, name, null, String.valueOf(last.units()),
            String.valueOf(info.labels().size()));
      }
      return new Content(net, spec, info);
    } catch (ZipException e) {
      throw new ModelFailure(startsLikeZip(file) ? Kind.DAMAGED : Kind.NOT_A_MODEL, name, e);
    } catch (IOException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    }
  }

  private static MultiLayerConfiguration configuration(ZipFile zip, String name) throws IOException, ModelFailure {
    ZipEntry entry = zip.getEntry(CONFIGURATION);
    if (entry == null) {
      throw new ModelFailure(Kind.NOT_A_MODEL, name, null);
    }
    String json;
    try (InputStream in = zip.getInputStream(entry)) {
      json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    }
    if (tree.has("vertices")) {
      throw new ModelFailure(Kind.UNSUPPORTED, name, null, "ComputationGraph");
    }
    try {
      return MultiLayerConfiguration.fromJson(json);
    } catch (RuntimeException e) {
      throw new ModelFailure(Kind.OTHER_VERSION, name, e, firstLine(e));
    }
  }

  private static MultiLayerNetwork restore(Path file, ZipFile zip, MultiLayerConfiguration configuration, String name)
      throws ModelFailure {
    try {
      Optional<INDArray> parameters = Coefficients.read(zip);
      if (parameters.isPresent()) {
        MultiLayerNetwork net = new MultiLayerNetwork(configuration);
        net.init(parameters.get(), false);
        return net;
      }
      return ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
    } catch (IOException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    } catch (RuntimeException e) {
      String said = firstLine(e);
      if (said.startsWith(OTHER_NUMBER)) {
        throw new ModelFailure(Kind.WRONG_SHAPE, name, e, CONFIGURATION, said);
      }
      throw new ModelFailure(Kind.OTHER_VERSION, name, e, said);
    }
  }

  private static Optional<JsonNode> description(ZipFile zip, String name) throws IOException, ModelFailure {
    ZipEntry entry = zip.getEntry(DESCRIPTION);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      JsonNode tree = JSON.readTree(in);
      int version = tree.path("version").asInt();
      if (version > VERSION) {
        throw new ModelFailure(Kind.OTHER_VERSION, name, null, DESCRIPTION + " " + version);
      }
      return Optional.of(tree);
    } catch (JsonProcessingException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    }
  }

  private static ObjectNode describe(NetworkSpec spec, ModelInfo info) {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", VERSION);
    node.put("name", info.name());
    node.put("task", info.task().name());
    ObjectNode input = node.putObject("input");
    input.put("channels", spec.input().channels());
    input.put("height", spec.input().height());
    input.put("width", spec.input().width());
    input.put("values", "0..1");
    if (!spec.scale().isNone()) {
      input.putObject("scale").put("offset", spec.scale().offset()).put("factor", spec.scale().factor());
    }
    info.labels().forEach(node.putArray("labels")::add);
    spec.layers().stream().map(LayerSpec::name).forEach(node.putArray("layers")::add);
    ObjectNode record = node.putObject("record");
    info.record().forEach(record::put);
    info.doubtScale().ifPresent(scale ->
        node.putObject("doubt").put("offset", scale.offset()).put("slope", scale.slope()));
    return node;
  }

  private static Shape shape(JsonNode input, String name) throws ModelFailure {
    try {
      return new Shape(input.path("channels").asInt(), input.path("height").asInt(), input.path("width").asInt());
    } catch (IllegalArgumentException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    }
  }

  private static InputScale scale(JsonNode scale, String name) throws ModelFailure {
    if (scale.isMissingNode()) {
      return InputScale.NONE;
    }
    try {
      return new InputScale(scale.path("offset").asDouble(), scale.path("factor").asDouble());
    } catch (IllegalArgumentException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    }
  }

  private static ModelInfo info(JsonNode description, NetworkSpec spec) {
    ModelInfo.Task task = Tasks.of(spec);
    if (description == null) {
      return new ModelInfo(spec.name(), task, List.of(), Map.of());
    }
    List<String> labels = new ArrayList<>();
    description.path("labels").forEach(l -> labels.add(l.asText()));
    Map<String, String> record = new LinkedHashMap<>();
    description.path("record").fields().forEachRemaining(e -> record.put(e.getKey(), e.getValue().asText()));
    JsonNode doubt = description.path("doubt");
    Optional<DoubtScale> scale = doubt.path("offset").isNumber() && doubt.path("slope").isNumber()
        ? Optional.of(new DoubtScale(doubt.path("offset").asDouble(), doubt.path("slope").asDouble()))
        : Optional.empty();
    return new ModelInfo(spec.name(), task, labels, record, scale);
  }

  private static boolean startsLikeZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    } catch (IOException e) {
      return false;
    }
  }

  private static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return message.length() > 160 ? message.substring(0, 160) + "…" : message;
  }
}
