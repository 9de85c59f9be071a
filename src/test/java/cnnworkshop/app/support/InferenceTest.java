package cnnworkshop.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.ModelFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InferenceTest {

  private static final Consumer<Throwable> UNEXPECTED = e -> {
    throw new AssertionError(e);
  };

  private final SteppedExecutor thread = new SteppedExecutor();
  private final SteppedExecutor ui = new SteppedExecutor();
  private final StubNetwork first = StubNetwork.keypoints(StubNetwork.everywhere(0));
  private final StubNetwork second = StubNetwork.classifier(List.of(), new float[10]);
  private final StubBackend backend = new StubBackend().with("first.zip", first).with("second.zip", second);
  private final Inference inference = new Inference(() -> backend, thread, ui);
  private final List<Object> delivered = new ArrayList<>();

  @Test
  void nothingIsLoadedUntilTheInferenceThreadHasOpenedANetwork() {
    inference.open(Path.of("first.zip"), () -> delivered.add("done"), UNEXPECTED);
    assertThat(inference.networkProperty().get()).isNull();
    thread.runAll();
    assertThat(inference.networkProperty().get()).isNull();
    ui.runAll();
    assertThat(inference.networkProperty().get().name()).isEqualTo("keypoints");
    assertThat(inference.networkProperty().get().firstLayer()).isNotNull();
    assertThat(delivered).containsExactly("done");
  }

  @Test
  void aNewerRequestOnAChannelKeepsAWaitingOneFromRunning() {
    load("first.zip");
    inference.submit("points", n -> ran("A"), delivered::add, UNEXPECTED);
    inference.submit("points", n -> ran("B"), delivered::add, UNEXPECTED);
    settle();
    assertThat(delivered).containsExactly("ran B", "B");
  }

  @Test
  void aNewerRequestKeepsAFinishedOneFromBeingDelivered() {
    load("first.zip");
    inference.submit("points", n -> ran("A"), delivered::add, UNEXPECTED);
    thread.runAll();
    inference.submit("points", n -> ran("B"), delivered::add, UNEXPECTED);
    settle();
    assertThat(delivered).containsExactly("ran A", "ran B", "B");
  }

  @Test
  void requestsOnDifferentChannelsDoNotDisturbEachOther() {
    load("first.zip");
    inference.submit("points", n -> "A", delivered::add, UNEXPECTED);
    inference.submit("maps", n -> "B", delivered::add, UNEXPECTED);
    settle();
    assertThat(delivered).containsExactly("A", "B");
  }

  @Test
  void aCancelledRequestIsNeverDelivered() {
    load("first.zip");
    inference.submit("points", n -> "A", delivered::add, UNEXPECTED);
    inference.cancel("points");
    settle();
    assertThat(delivered).isEmpty();
  }

  @Test
  void aFailedOpenLeavesTheNetworkBeforePredicting() {
    load("first.zip");
    List<Throwable> failures = new ArrayList<>();
    inference.open(Path.of("broken.zip"), () -> delivered.add("done"), failures::add);
    settle();
    assertThat(failures).singleElement().isInstanceOf(ModelFailure.class);
    assertThat(delivered).isEmpty();
    assertThat(first.isClosed()).isFalse();
    inference.submit("points", n -> n.predict(new float[96 * 96], 1).length, delivered::add, UNEXPECTED);
    settle();
    assertThat(delivered).containsExactly(30);
  }

  @Test
  void requestsMeantForAReplacedNetworkNeverReachTheNewOne() {
    load("first.zip");
    inference.open(Path.of("second.zip"), () -> {}, UNEXPECTED);
    inference.submit("points", n -> ran(n.spec().name()), delivered::add, UNEXPECTED);
    settle();
    assertThat(delivered).isEmpty();
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void aFailureInTheWorkIsReportedAndTheThreadGoesOn() {
    load("first.zip");
    List<Throwable> failures = new ArrayList<>();
    inference.submit("maps", n -> {
      throw new OutOfMemoryError("test");
    }, delivered::add, failures::add);
    inference.submit("points", n -> "A", delivered::add, UNEXPECTED);
    settle();
    assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
    assertThat(delivered).containsExactly("A");
  }

  // D34
  @Test
  void aLibraryThatCannotStartIsReported() {
    List<Throwable> failures = new ArrayList<>();
    Inference broken = new Inference(() -> {
      throw new UnsatisfiedLinkError("no jnind4jcpu");
    }, thread, ui);
    broken.open(Path.of("first.zip"), () -> delivered.add("done"), failures::add);
    settle();
    assertThat(failures).singleElement().isInstanceOf(UnsatisfiedLinkError.class);
    assertThat(delivered).isEmpty();
  }

  @Test
  void closingFreesTheNetworkAndDropsWhatWasAsked() {
    load("first.zip");
    inference.submit("points", n -> "A", delivered::add, UNEXPECTED);
    inference.close();
    settle();
    assertThat(delivered).isEmpty();
    assertThat(first.isClosed()).isTrue();
  }

  private String ran(String what) {
    delivered.add("ran " + what);
    return what;
  }

  private void load(String file) {
    inference.open(Path.of(file), () -> {}, UNEXPECTED);
    settle();
  }

  private void settle() {
    while (thread.size() + ui.size() > 0) {
      thread.runAll();
      ui.runAll();
    }
  }
}
