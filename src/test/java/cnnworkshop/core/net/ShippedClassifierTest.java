package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cnnworkshop.core.data.Cifar10;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.train.ClassJudge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network for ten kinds of things that comes with the program. */
class ShippedClassifierTest {

  @TempDir
  static Path folder;
  private static Network network;

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    network = Dl4jBackend.start(0).open(new ShippedModels(folder).file(ShippedModels.Model.CIFAR10));
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void itKnowsItsClassesAndWhereItComesFrom() {
    assertThat(network.info().name()).isEqualTo("cifar10");
    assertThat(network.info().labels()).hasSize(10).startsWith("airplane").endsWith("truck");
    assertThat(network.info().record()).containsKeys("data", "test accuracy");
    assertThat(network.parameterCount()).isEqualTo(157_898);
  }

  // D28
  @Test
  void theSamePictureGetsTheSameProbabilities() {
    float[] picture = new float[network.spec().input().size()];
    Random random = new Random(1);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextFloat();
    }
    float[] first = network.predict(picture, 1);
    assertThat(network.predict(picture, 1)).isEqualTo(first);
    double sum = 0;
    for (float probability : first) {
      sum += probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }

  @Test
  void itIsAsGoodAsItsCardSays() throws Exception {
    Path data = Path.of("../shared/data/cifar10");
    assumeTrue(Files.isDirectory(data), "needs the pictures of CIFAR-10, which are not part of the program");
    assertThat(new ClassJudge(Cifar10.read(data).test()).judge(network).measure()).isCloseTo(0.757, within(0.002));
  }
}
