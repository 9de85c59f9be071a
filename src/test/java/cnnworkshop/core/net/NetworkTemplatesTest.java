package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.TemplateFailure.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTemplatesTest {

  private static final NetworkSpec EVERY_KIND = new NetworkSpec("every kind", new Shape(3, 20, 30), List.of(
      new LayerSpec.Convolution("a", 4, new Size(3, 5), new Size(1, 2), new Size(2, 1), Padding.of(new Size(1, 0)),
          false, Activation.LINEAR),
      new LayerSpec.BatchNormalization("b"),
      new LayerSpec.ActivationOnly("c", Activation.TANH),
      new LayerSpec.Pooling("d", Pool.AVERAGE, new Size(2, 3), new Size(2, 1), Padding.SAME),
      new LayerSpec.Dropout("e", 0.35),
      new LayerSpec.GlobalPooling("f", Pool.MAX),
      new LayerSpec.Dense("g", 3, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);

  @TempDir
  private Path temporary;

  private Path folder;
  private NetworkTemplates templates;

  @BeforeEach
  void empty() {
    folder = temporary.resolve("templates");
    templates = new NetworkTemplates(folder);
  }

  @Test
  void everyKindOfLayerComesBackAsItWas() throws Exception {
    templates.save("mine", EVERY_KIND);

    assertThat(templates.load("mine")).isEqualTo(EVERY_KIND);
  }

  @Test
  void presetsComeBackAsTheyWere() throws Exception {
    for (String name : Presets.names()) {
      NetworkSpec spec = Presets.byName(name).orElseThrow();
      templates.save(name, spec);
      assertThat(templates.load(name)).isEqualTo(spec);
    }
    assertThat(templates.names()).containsExactly("cnn", "keypoints", "sixty_seconds", "suggested_cnn");
  }

  @Test
  void withoutAFolderThereAreNone() throws Exception {
    assertThat(templates.names()).isEmpty();
    assertThat(templates.has("mine")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "Größer & besser", "图片", "a/b\\c:d*e?", "../up", ".hidden", "con", "50%", "%2f",
      "\"quoted\"", "😀"})
  void anyNameWillDo(String name) throws Exception {
    templates.save(name, Presets.cnn());

    assertThat(templates.names()).containsExactly(name);
    assertThat(templates.has(name)).isTrue();
    assertThat(templates.load(name)).isEqualTo(Presets.cnn());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing unfinished is left").singleElement().asString().endsWith(".json");
    }
    assertThat(temporary).isDirectoryNotContaining(file -> !file.equals(folder));
  }

  @Test
  void savingAgainReplaces() throws Exception {
    templates.save("mine", Presets.cnn());
    templates.save(" mine ", Presets.suggestedCnn());

    assertThat(templates.names()).containsExactly("mine");
    assertThat(templates.load(" mine")).isEqualTo(Presets.suggestedCnn());
  }

  @Test
  void whatIsDeletedIsGone() throws Exception {
    templates.save("mine", Presets.cnn());
    templates.save("other", Presets.cnn());
    templates.delete("mine");

    assertThat(templates.names()).containsExactly("other");
    assertFails(() -> templates.load("mine"), Kind.MISSING);
    assertFails(() -> templates.delete("mine"), Kind.MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"version\":1}", "{\"version\":1,\"network\":{\"name\":\"x\"}}"})
  void aDamagedFileIsSaidAndTheOthersStay(String content) throws Exception {
    templates.save("damaged", Presets.cnn());
    templates.save("whole", Presets.cnn());
    Files.writeString(folder.resolve("network-damaged.json"), content);

    assertThat(templates.names()).containsExactly("damaged", "whole");
    assertFails(() -> templates.load("damaged"), Kind.DAMAGED);
    assertThat(templates.load("whole")).isEqualTo(Presets.cnn());
    templates.delete("damaged");
    assertThat(templates.names()).containsExactly("whole");
  }

  @Test
  void aFileCutAnywhereIsSaidToBeDamaged() throws Exception {
    templates.save("mine", EVERY_KIND);
    Path file = folder.resolve("network-mine.json");
    String whole = Files.readString(file).strip();
    for (int length = 0; length < whole.length(); length += 7) {
      Files.writeString(file, whole.substring(0, length));
      assertFails(() -> templates.load("mine"), Kind.DAMAGED);
    }
  }

  @Test
  void whatALaterVersionWroteIsSaidToBeSo() throws Exception {
    templates.save("mine", Presets.cnn());
    Path file = folder.resolve("network-mine.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\"version\" : 1", "\"version\" : 2"));

    assertFails(() -> templates.load("mine"), Kind.LATER_VERSION);
  }

  @Test
  void otherFilesInTheFolderAreNotListed() throws Exception {
    templates.save("mine", Presets.cnn());
    for (String other : List.of("notes.txt", "network-.json", "network-two words.json", ".network-x.json.1.part")) {
      Files.writeString(folder.resolve(other), "x");
    }

    assertThat(templates.names()).containsExactly("mine");
  }

  @Test
  void namesThatCanNotBeKeptAreRefused() {
    assertFails(() -> templates.save(" ", Presets.cnn()), Kind.BAD_NAME);
    assertFails(() -> templates.save("n".repeat(300), Presets.cnn()), Kind.BAD_NAME);
  }

  @Test
  void aLayerOnlyDl4jKnowsIsRefusedAndNothingIsReplaced() throws Exception {
    templates.save("mine", Presets.cnn());
    NetworkSpec foreign = new NetworkSpec("foreign", new Shape(1, 9, 9), List.of(new LayerSpec.Other("a", "LSTM")),
        Loss.OTHER);

    assertFails(() -> templates.save("mine", foreign), Kind.OTHER_LAYER);
    assertThat(templates.load("mine")).isEqualTo(Presets.cnn());
  }

  @Test
  void aFolderThatCanNotBeMadeIsSaid() throws Exception {
    Files.writeString(folder, "a file stands in the way");

    assertFails(() -> templates.save("mine", Presets.cnn()), Kind.NOT_WRITTEN);
  }

  @Test
  void theFormStaysReadable() throws Exception {
    String json = """
        {"name": "old", "input": {"channels": 1, "height": 8, "width": 9}, "loss": "MEAN_SQUARED_ERROR", "layers": [
          {"kind": "pooling", "name": "pool1", "pool": "MAX", "window": {"rows": 2, "columns": 3},
           "stride": {"rows": 1, "columns": 2}, "padding": {"same": false, "size": {"rows": 0, "columns": 1}}},
          {"kind": "dense", "name": "output", "units": 2, "activation": "LINEAR"}]}""";

    assertThat(new SpecJson().read(new ObjectMapper().readTree(json))).isEqualTo(new NetworkSpec("old",
        new Shape(1, 8, 9), List.of(
            new LayerSpec.Pooling("pool1", Pool.MAX, new Size(2, 3), new Size(1, 2), Padding.of(new Size(0, 1))),
            new LayerSpec.Dense("output", 2, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"units\": 2.5", "\"units\": null", "\"units\": 2, \"colour\": 1", "\"unit\": 2",
      "\"units\": \"many\""})
  void aFieldThatIsWrongIsNotGuessed(String units) throws Exception {
    String json = "{\"name\": \"n\", \"input\": {\"channels\": 1, \"height\": 8, \"width\": 9}, "
        + "\"loss\": \"MEAN_SQUARED_ERROR\", \"layers\": [{\"kind\": \"dense\", \"name\": \"output\", " + units
        + ", \"activation\": \"LINEAR\"}]}";

    assertThatThrownBy(() -> new SpecJson().read(new ObjectMapper().readTree(json)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void aFieldThatIsMissingIsNotGuessed() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(new SpecJson().write(EVERY_KIND));
    for (String field : List.of("\"activation\":\"TANH\"", "\"bias\":false", "\"name\":\"e\"", "\"dropRate\":0.35")) {
      assertThat(json).contains("," + field);
      assertThatThrownBy(() -> new SpecJson().read(mapper.readTree(json.replace("," + field, "")))).as(field)
          .isInstanceOf(JsonProcessingException.class);
    }
  }

  private static void assertFails(ThrowingCallable call, Kind kind) {
    assertThatThrownBy(call).isInstanceOfSatisfying(TemplateFailure.class,
        failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
