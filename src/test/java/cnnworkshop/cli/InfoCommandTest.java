package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  void aGpuIsNamedWithMemoryDriverAndCapability() throws Exception {
    Workbench.BackendStart onGpu = (threads, computeOn) -> new Described(new Backend.Description("ND4J",
        "linux-x86_64-cudnn", false, 2, Optional.of(new Backend.Gpu("NVIDIA A10", 24L << 30, "12.2", "8.6")),
        Optional.empty()));

    CommandRun run = CommandRun.of(folder, Locale.ENGLISH, onGpu, "info");
    JsonNode json = mapper.readTree(CommandRun.of(folder, Locale.ENGLISH, onGpu, "info", "--json").out());

    assertThat(run.out()).contains("NVIDIA A10, 24.0 GB, driver for CUDA 12.2, compute capability 8.6");
    assertThat(json.get("gpu").get("memoryBytes").asLong()).isEqualTo(24L << 30);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void onWhatToComputeIsAskedForByCommandLine() {
    List<ComputeOn> asked = new ArrayList<>();
    Workbench.BackendStart start = (threads, computeOn) -> {
      asked.add(computeOn);
      return new Described(new Backend.Description("ND4J", "none", true, 1));
    };

    CommandRun.of(folder, Locale.ENGLISH, start, "info");
    CommandRun.of(folder, Locale.ENGLISH, start, "info", "--device", "cpu");
    CommandRun.of(folder, Locale.ENGLISH, start, "info", "--device", "GPU");
    assertThat(asked).containsExactly(ComputeOn.GPU_IF_THERE, ComputeOn.CPU, ComputeOn.GPU);

    CommandRun run = CommandRun.of(folder, Locale.ENGLISH, start, "info", "--device", "tpu");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errLines().get(0)).contains("--device", "tpu");
  }

  @Test
  void whyTheProcessorComputesIsSaidOnStandardError() {
    UserFailure why = new CommandFailure("cli.failure.file.missing");
    CommandRun run = CommandRun.of(folder, Locale.ENGLISH, (threads, computeOn) -> new Described(
        new Backend.Description("ND4J", "none", true, 1, Optional.empty(), Optional.of(why))), "info");

    assertThat(run.code()).isZero();
    assertThat(run.errLines()).containsExactly(Texts.load(Locale.ENGLISH).sentence(why));
  }

  /** Only says what it is. */
  private record Described(Backend.Description description) implements Backend {
    @Override
    public Network open(Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TrainableNetwork create(NetworkSpec spec, Updater updater, long seed) {
      throw new UnsupportedOperationException();
    }
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
