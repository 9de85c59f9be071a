package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {

  @TempDir
  private Path folder;

  private final Locale before = Locale.getDefault();
  private final RunExport export = new RunExport();

  @BeforeEach
  void aPersonWhoWritesCommas() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void asItWas() {
    Locale.setDefault(before);
  }

  @Test
  void theTableHasALineAnEpochAndNumbersWithDots() throws Exception {
    Path file = folder.resolve("runs.csv");
    export.csv(List.of(run("a", "net, \"new\""), run("b", "plain")), file);

    assertThat(Files.readAllLines(file)).containsExactly(
        "run,name,epoch,training_loss,held_out_loss,held_out_measure,test_loss,test_measure,measure,learning_rate,"
            + "pictures_per_second,best",
        "a,\"net, \"\"new\"\"\",1,1.5,,,1.25,0.5,accuracy,0.00001,12345.5,0",
        "a,\"net, \"\"new\"\"\",2,0.5,,,1,0.75,accuracy,0.00001,12345.5,1",
        "b,plain,1,1.5,,,1.25,0.5,accuracy,0.00001,12345.5,0",
        "b,plain,2,0.5,,,1,0.75,accuracy,0.00001,12345.5,1");
  }

  @Test
  void aKeypointNetworksMeasureIsNamed() throws Exception {
    RunRecord run = SampleRuns.ended("a", SampleRuns.setup("keypoints", 3), 1.9);
    export.csv(List.of(run), folder.resolve("runs.csv"));

    assertThat(Files.readString(folder.resolve("runs.csv"))).contains(",1.9,rmse_px,");
  }

  @Test
  void noRunsAreATableWithoutLines() throws Exception {
    export.csv(List.of(), folder.resolve("runs.csv"));
    export.json(List.of(), folder.resolve("runs.json"));

    assertThat(Files.readAllLines(folder.resolve("runs.csv"))).hasSize(1);
    assertThat(Files.readString(folder.resolve("runs.json"))).isEqualTo("[]");
  }

  @Test
  void jsonHasAllThatIsKnown() throws Exception {
    Path file = folder.resolve("runs.json");
    export.json(List.of(run("a", "x"), run("b", "y")), file);

    JsonNode runs = new ObjectMapper().readTree(file.toFile());
    assertThat(runs).hasSize(2);
    JsonNode a = runs.get(0);
    assertThat(a.get("id").asText()).isEqualTo("a");
    assertThat(a.get("started").asText()).isEqualTo("2026-03-01T09:15:00Z");
    assertThat(a.get("measure").asText()).isEqualTo("ACCURACY");
    assertThat(a.at("/settings/learningRate/kind").asText()).isEqualTo("constant");
    assertThat(a.at("/network/layers/0/kind").asText()).isEqualTo("convolution");
    assertThat(a.at("/epochs/testMeasure").toString()).isEqualTo("[0.5,0.75]");
    assertThat(a.at("/epochs/heldOutLoss").toString()).as("what there is not").isEqualTo("[null,null]");
  }

  private static RunRecord run(String id, String name) {
    Curve curve = new Curve(List.of(
        new Curve.Point(1, 1.5, Double.NaN, Double.NaN, 1.25, 0.5, 1e-5, 12345.5),
        new Curve.Point(2, 0.5, Double.NaN, Double.NaN, 1, 0.75, 1e-5, 12345.5)), 2);
    return RunRecord.begun(id, name, SampleRuns.START, SampleRuns.setup("cnn", 15)).with(curve, Optional.empty());
  }
}
