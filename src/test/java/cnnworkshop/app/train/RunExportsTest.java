package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.Messages;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportsTest {

  @TempDir
  Path folder;

  private final Locale before = Locale.getDefault();
  private final Texts texts = Texts.load(Locale.GERMANY);
  private final Messages messages = new Messages(texts, Runnable::run);
  private final RunExports exports = new RunExports(texts, messages, Runnable::run);

  @BeforeEach
  void aPersonWhoWritesCommas() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void asItWas() {
    Locale.setDefault(before);
  }

  // D37
  @Test
  void numbersInFilesHaveADotWhateverTheLocale() throws Exception {
    Path csv = folder.resolve("runs.csv");
    exports.curves(List.of(TrainedRuns.classes(1, 0.625), TrainedRuns.points(2, 1.9)), csv);
    assertThat(Files.readAllLines(csv)).hasSize(5)
        .anySatisfy(line -> assertThat(line).startsWith("run-1,cnn 1,2,1,1.5,0.25,1.75,0.625,accuracy,0.001,1000,1"))
        .anySatisfy(line -> assertThat(line).contains(",1.9,rmse_px,"));

    Path json = folder.resolve("runs.json");
    exports.runs(List.of(TrainedRuns.classes(1, 0.625)), json);
    JsonNode runs = new ObjectMapper().readTree(json.toFile());
    assertThat(runs.at("/0/settings/seed").asInt()).isEqualTo(1);
    assertThat(runs.at("/0/epochs/testMeasure").toString()).isEqualTo("[0.625,0.625]");
  }

  @Test
  void thePictureIsAPngOfItsSizeAndColours() throws Exception {
    Path png = folder.resolve("chart.png");
    exports.picture(Photo.ofRgb(3, 1, new int[] {0xFF0000, 0x00FF00, 0x123456}), png);
    var picture = ImageIO.read(png.toFile());
    assertThat(picture.getWidth()).isEqualTo(3);
    assertThat(picture.getRGB(2, 0) & 0xFFFFFF).isEqualTo(0x123456);
  }

  @Test
  void whatWasWrittenIsToldQuietly() {
    exports.curves(List.of(TrainedRuns.classes(1, 0.5)), folder.resolve("a.csv"));
    exports.runs(List.of(TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.5)), folder.resolve("b.json"));
    exports.picture(Photo.ofRgb(1, 1, new int[1]), folder.resolve("c.png"));
    assertThat(messages.shown()).extracting(Message::kind).containsOnly(Message.Kind.NOTE);
    assertThat(messages.shown()).extracting(Message::sentence).containsExactly("The curve of one run is in a.csv.",
        "2 runs are in b.json.", "The chart is in c.png.");
  }

  @Test
  void whatCannotBeWrittenIsAPlainSentenceAndLeavesNoHalfFile() throws Exception {
    Path file = folder.resolve("gone").resolve("runs.csv");
    exports.curves(List.of(TrainedRuns.classes(1, 0.5)), file);
    exports.picture(Photo.ofRgb(1, 1, new int[1]), file);
    assertThat(messages.shown()).hasSize(2).allSatisfy(message -> {
      assertThat(message.kind()).isEqualTo(Message.Kind.FAILURE);
      assertThat(message.sentence()).startsWith(file.toString()).contains("could not be written");
    });
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
