package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.SpecJson;
import cnnworkshop.core.train.TrainingEvent.Reason;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A run as JSON and back. The epochs are columns, an array for each quantity, which thousands of epochs read quickly;
 * {@code null} stands for what there is not. Fields that this version does not know are passed over, and a number that
 * the version that wrote the file did not know is 0, which is none of every setting that may be missing.
 */
final class RunJson {

  private static final int VERSION = 1;

  private final ObjectMapper mapper = JsonMapper.builder()
      .addMixIn(Schedule.class, Schedules.class)
      .addMixIn(Updater.class, Updaters.class)
      .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
      .build();
  private final SpecJson specs = new SpecJson();

  /** The kinds by the names they have in files, which stay when classes are renamed. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
      @JsonSubTypes.Type(name = "constant", value = Schedule.Constant.class),
      @JsonSubTypes.Type(name = "linear", value = Schedule.Linear.class),
      @JsonSubTypes.Type(name = "cosine", value = Schedule.Cosine.class),
      @JsonSubTypes.Type(name = "steps", value = Schedule.Steps.class),
      @JsonSubTypes.Type(name = "one-cycle", value = Schedule.OneCycle.class)})
  @JsonIgnoreProperties("ofSteps")
  private interface Schedules {}

  /** Likewise. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
      @JsonSubTypes.Type(name = "adam", value = Updater.Adam.class),
      @JsonSubTypes.Type(name = "nesterov", value = Updater.Nesterov.class),
      @JsonSubTypes.Type(name = "sgd", value = Updater.Sgd.class),
      @JsonSubTypes.Type(name = "rms-prop", value = Updater.RmsProp.class)})
  private interface Updaters {}

  /** A file was written by a later version of the program. */
  static final class LaterVersion extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A column of the epochs. */
  private enum Column {
    EPOCH("epoch", Curve.Point::epoch),
    TRAINING_LOSS("trainingLoss", Curve.Point::trainingLoss),
    HELD_OUT_LOSS("heldOutLoss", Curve.Point::heldOutLoss),
    HELD_OUT_MEASURE("heldOutMeasure", Curve.Point::heldOutMeasure),
    TEST_LOSS("testLoss", Curve.Point::testLoss),
    TEST_MEASURE("testMeasure", Curve.Point::testMeasure),
    LEARNING_RATE("learningRate", Curve.Point::learningRate),
    PICTURES_PER_SECOND("picturesPerSecond", Curve.Point::picturesPerSecond);

    private final String field;
    private final ToDoubleFunction<Curve.Point> value;

    Column(String field, ToDoubleFunction<Curve.Point> value) {
      this.field = field;
      this.value = value;
    }
  }

  byte[] bytes(JsonNode tree) throws IOException {
    return mapper.writeValueAsBytes(tree);
  }

  ArrayNode array() {
    return mapper.createArrayNode();
  }

  /** @throws IllegalArgumentException if the network has a layer that can't be written */
  ObjectNode write(RunRecord run) {
    RunSetup setup = run.setup();
    ObjectNode root = mapper.createObjectNode().put("version", VERSION).put("id", run.id()).put("name", run.name())
        .put("started", run.started().toString());
    root.set("data", mapper.valueToTree(setup.data()));
    root.set("network", specs.write(setup.network()));
    root.set("updater", mapper.valueToTree(setup.updater()));
    root.set("settings", mapper.valueToTree(setup.settings()));
    root.put("augmentation", setup.augmentation()).put("measure", setup.measure().name());
    root.set("epochs", write(run.curve().points()));
    root.put("bestEpoch", run.curve().bestEpoch()).put("end", run.end().map(Reason::name).orElse(null));
    return root.put("notes", run.notes());
  }

  private ObjectNode write(List<Curve.Point> points) {
    ObjectNode columns = mapper.createObjectNode();
    for (Column column : Column.values()) {
      ArrayNode values = columns.putArray(column.field);
      for (Curve.Point point : points) {
        double value = column.value.applyAsDouble(point);
        if (column == Column.EPOCH) {
          values.add(point.epoch());
        } else if (Double.isFinite(value)) {
          values.add(value);
        } else {
          values.addNull();
        }
      }
    }
    return columns;
  }

  /**
   * @throws LaterVersion if a later version of the program wrote it
   * @throws IOException if it is no run
   */
  RunRecord read(byte[] content) throws IOException {
    JsonNode root = mapper.readTree(content);
    if (root.path("version").asInt() > VERSION) {
      throw new LaterVersion();
    }
    try {
      RunSetup setup = new RunSetup(
          mapper.treeToValue(field(root, "data"), RunSetup.Data.class),
          specs.read(field(root, "network")),
          mapper.treeToValue(field(root, "updater"), Updater.class),
          settings(field(root, "settings")),
          text(root, "augmentation"));
      Curve curve = new Curve(points(field(root, "epochs")), field(root, "bestEpoch").asInt());
      Optional<Reason> end = Optional.ofNullable(root.path("end").textValue()).map(Reason::valueOf);
      return new RunRecord(text(root, "id"), text(root, "name"), Instant.parse(text(root, "started")), setup, curve,
          end, text(root, "notes"));
    } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
      throw new IOException("not a run: " + e.getMessage(), e);
    }
  }

  private TrainingSettings settings(JsonNode tree) throws IOException {
    field(tree, "learningRate");
    field(tree, "momentum");
    return mapper.treeToValue(tree, TrainingSettings.class);
  }

  private static List<Curve.Point> points(JsonNode columns) throws IOException {
    double[][] values = new double[Column.values().length][];
    for (Column column : Column.values()) {
      values[column.ordinal()] = numbers(field(columns, column.field));
      if (values[column.ordinal()].length != values[0].length) {
        throw new IOException(column.field + " is of another length");
      }
    }
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < values[0].length; i++) {
      points.add(new Curve.Point((int) values[0][i], values[1][i], values[2][i], values[3][i], values[4][i],
          values[5][i], values[6][i], values[7][i]));
    }
    return points;
  }

  private static double[] numbers(JsonNode array) throws IOException {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode value = array.get(i);
      if (!value.isNumber() && !value.isNull()) {
        throw new IOException("not a number: " + value);
      }
      numbers[i] = value.isNull() ? Double.NaN : value.doubleValue();
    }
    return numbers;
  }

  private static JsonNode field(JsonNode object, String name) throws IOException {
    JsonNode field = object.path(name);
    if (field.isMissingNode() || field.isNull()) {
      throw new IOException("no " + name);
    }
    return field;
  }

  private static String text(JsonNode object, String name) throws IOException {
    JsonNode field = field(object, name);
    if (!field.isTextual()) {
      throw new IOException("not a text: " + name);
    }
    return field.textValue();
  }
}
