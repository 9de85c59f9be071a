package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {

  @TempDir
  Path folder;

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void withoutANetworkItSaysWhatRunsAndWhereThingsAreKept() throws Exception {
    CommandRun run = CommandRun.of(folder, "info");
    JsonNode json = mapper.readTree(CommandRun.of(folder, "info", "--json").out());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("ND4J", folder.resolve("log").toString(), folder.resolve("settings").toString());
    assertThat(run.out()).contains(json.get("natives").asText());
    assertThat(json.get("onednn").isBoolean()).isTrue();
    assertThat(json.get("cache").asText()).isEqualTo(folder.resolve("cache").toString());
  }

  @Test
  void aNetworkIsListedLayerByLayer() throws Exception {
    Path model = TestModels.answering(folder.resolve("stub.zip"), 0, 0);

    CommandRun run = CommandRun.of(folder, "info", model);

    assertThat(run.outLines().get(0)).contains("stub", "1×96×96", "3,866 parameters");
    assertThat(run.out()).contains("trained on: nothing");
    assertThat(run.outLines()).anySatisfy(line ->
        assertThat(line).matches("conv1 +convolution +32 filters 3×3, relu +32×94×94 +320"));
    assertThat(run.outLines()).anySatisfy(line -> assertThat(line).matches("pool1 +pooling +max 2×2 +32×47×47"));
    assertThat(run.outLines()).anySatisfy(line ->
        assertThat(line).matches("output +dense +30 units, linear +30 +3,030"));
  }

  @Test
  void aNetworkCanBeReadAsJson() throws Exception {
    Path model = TestModels.answering(folder.resolve("stub.zip"), 0, 0);

    JsonNode json = mapper.readTree(CommandRun.of(folder, "info", "--json", model).out());

    assertThat(json.get("parameters").asInt()).isEqualTo(320 + 516 + 3030);
    assertThat(json.get("task").asText()).isEqualTo("keypoints");
    assertThat(json.get("input").toString()).isEqualTo("[1,96,96]");
    assertThat(json.get("layers").size()).isEqualTo(5);
    assertThat(json.get("layers").get(0).get("output").toString()).isEqualTo("[32,94,94]");
    assertThat(json.get("record").get("trained on").asText()).isEqualTo("nothing");
  }

  @Test
  void aMissingFileCostsALine() {
    CommandRun run = CommandRun.of(folder, "info", folder.resolve("missing.zip"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("missing.zip");
  }
}
