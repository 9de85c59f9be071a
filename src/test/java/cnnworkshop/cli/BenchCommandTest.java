package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  @TempDir
  Path folder;

  @Test
  void everyPartIsMeasuredAndTheMachineNamed() throws Exception {
    CommandRun run = CommandRun.of(folder, "bench", "--json", "--rounds", "1");

    assertThat(run.code()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    for (Part part : Part.values()) {
      assertThat(json.path(part.jsonName()).asDouble(-1)).as(part.jsonName()).isPositive();
    }
    if (json.get("onednn").asBoolean()) {
      assertThat(json.at("/layers/cnn/0/layer").asText()).isEqualTo("conv1");
      assertThat(json.at("/layers/cnn/0/forward_ms").asDouble()).isPositive();
      assertThat(json.at("/layers/keypoints/3/backward_ms").asDouble()).isPositive();
      assertThat(json.at("/layers/suggested_cnn")).hasSize(11);
    }
    assertThat(json.get("processor").asText()).isNotBlank();
    assertThat(json.get("natives").asText()).isNotBlank();
    assertThat(json.get("threads").asInt()).isPositive();
  }

  @Test
  void theMiddleOneOfSeveralRoundsCounts() {
    assertThat(Measurements.median(9, 1, 5)).isEqualTo(5);
    assertThat(Measurements.median(9, 1, 5, 4)).isEqualTo(4.5);
    assertThat(Measurements.median(7)).isEqualTo(7);
  }
}
