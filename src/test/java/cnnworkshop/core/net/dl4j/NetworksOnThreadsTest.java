package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One thread at a time owns a network, but which one may change, and several networks compute at once. */
class NetworksOnThreadsTest {

  private static final ExecutorService FIRST = Executors.newSingleThreadExecutor();
  private static final ExecutorService SECOND = Executors.newSingleThreadExecutor();

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @AfterAll
  static void end() throws InterruptedException {
    FIRST.shutdown();
    SECOND.shutdown();
    assertThat(FIRST.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(SECOND.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void d30APictureGetsItsOwnAnswerWhileAnotherNetworkTrains() throws Exception {
    TrainableNetwork trained = FIRST.submit(() -> backend.create(Presets.suggestedCnn(), new Backend.Updater.Adam(), 1)).get();
    Network predicting = SECOND.submit(() -> backend.create(Presets.suggestedCnn(), new Backend.Updater.Adam(), 2)).get();
    float[] a = picture(1);
    float[] b = picture(2);
    float[] alone = SECOND.submit(() -> predicting.predict(b, 1)).get();
    AtomicBoolean done = new AtomicBoolean();
    Future<?> training = FIRST.submit(() -> {
      while (!done.get()) {
        trained.fit(picture(3), new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, null, 1);
      }
    });
    for (int i = 0; i < 100; i++) {
      Future<float[]> first = SECOND.submit(() -> predicting.predict(a, 1));
      Future<float[]> second = SECOND.submit(() -> predicting.predict(b, 1));
      assertThat(first.get()).isNotEqualTo(alone);
      assertThat(second.get()).isEqualTo(alone);
    }
    done.set(true);
    training.get();
    FIRST.submit(trained::close).get();
    SECOND.submit(predicting::close).get();
  }

  @Test
  void aNetworkMadeOnOneThreadTrainsAndPredictsOnAnother() throws Exception {
    float[] targets = new float[8 * 10];
    for (int i = 0; i < 8; i++) {
      targets[i * 10 + i] = 1;
    }
    float[] inputs = new float[8 * 3072];
    for (int i = 0; i < 8; i++) {
      System.arraycopy(picture(i), 0, inputs, i * 3072, 3072);
    }
    float[][] results = new float[2][];
    for (int round = 0; round < 2; round++) {
      ExecutorService other = round == 0 ? FIRST : SECOND;
      TrainableNetwork network = FIRST.submit(() -> {
        TrainableNetwork made = backend.create(Presets.suggestedCnn(), new Backend.Updater.Adam(), 5);
        made.setLearningRate(0.001);
        made.reseed(4);
        made.fit(inputs, targets, null, 8);
        made.predict(inputs, 8);
        return made;
      }).get();
      results[round] = other.submit(() -> {
        network.fit(inputs, targets, null, 8);
        return network.predict(inputs, 8);
      }).get();
      network.close();
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  private static float[] picture(int seed) {
    Random random = new Random(seed);
    float[] values = new float[3072];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
