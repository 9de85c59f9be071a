package cnnworkshop.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.OwnPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.reuse.Teaching.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TeachingTest {

  private static final NetworkSpec BASE = new NetworkSpec("base", new Shape(3, 8, 8), List.of(
      LayerSpec.Convolution.relu("conv1", 8, 3, LayerSpec.Padding.SAME),
      new LayerSpec.Dense("output", 4, LayerSpec.Activation.SOFTMAX)), Loss.CROSS_ENTROPY);

  private static Backend backend;
  private static float[] trained;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    try (Network base = backend.create(BASE, new Backend.Updater.Adam(), 3)) {
      trained = base.parameters(0, 1);
    }
  }

  @Test
  void twoThingsAreLearnedAndEveryPictureIsJudgedByANetworkThatHasNotSeenIt() throws Exception {
    List<Double> progress = new ArrayList<>();
    Learned learned = teaching().teach(things(0xC02020, 0x2020C0), "mine", progress::add, () -> false);
    assertThat(learned.judged()).isEqualTo(24);
    assertThat(learned.right()).isGreaterThan(21);
    assertThat(progress).isSorted().endsWith(1.0);
    assertThat(learned.info().labels()).containsExactly("red", "blue");
    assertThat(learned.info().record().get("cross-validation")).startsWith(learned.right() + " of 24");
    try (Network network = learned.make(backend)) {
      float[] blue = network.predict(OwnPictures.values(photo(0x2020C0, new Random(99)), 8, 3), 1);
      assertThat(blue[1]).isGreaterThan(0.65f);
      assertThat(network.parameters(0, 1)).as("what was reused").isEqualTo(trained);
    }
  }

  @Test
  void thingsThatCannotBeToldApartAreHonestlyNotKnown() throws Exception {
    Learned learned = teaching().teach(things(0x606060, 0x606060), "same", share -> {}, () -> false);
    assertThat(learned.right()).isBetween(3, 20);
  }

  @Test
  void itCanBeGivenUp() throws Exception {
    int[] asked = {0};
    assertThat(teaching().teach(things(0xC02020, 0x2020C0), "mine", share -> {}, () -> asked[0]++ > 3)).isNull();
  }

  @Test
  void everyPictureIsInOneFoldAndEveryFoldHasAllClasses() {
    List<LabelledPictures> folds = things(0xC02020, 0x2020C0).folds(5, 1);
    assertThat(folds.stream().mapToInt(LabelledPictures::size).sum()).isEqualTo(24);
    assertThat(folds).allSatisfy(fold -> assertThat(fold.counts()).doesNotContain(0));
    assertThat(folds.stream().reduce(LabelledPictures::and).orElseThrow().counts()).containsExactly(12, 12);
  }

  private static Teaching teaching() {
    return new Teaching(backend, BASE, trained, new Lesson(160, 4, 8, 0.05, 0, PictureAugmentation.NONE, 1));
  }

  private static LabelledPictures things(int one, int other) {
    Random random = new Random(5);
    return OwnPictures.of(List.of("red", "blue"), List.of(photos(one, random), photos(other, random)), 8, 3);
  }

  private static List<Photo> photos(int colour, Random random) {
    return IntStream.range(0, 12).mapToObj(i -> photo(colour, random)).toList();
  }

  /** Larger than the network's pictures, and not square. */
  private static Photo photo(int colour, Random random) {
    int[] rgb = new int[20 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = colour + random.nextInt(32) * 0x10101;
    }
    return Photo.ofRgb(20, 16, rgb);
  }
}
