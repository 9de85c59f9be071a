package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.ClassTrainingData;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpeedTest {

  @Test
  void whoGivesUpHasASpeedOfTheStepsDone() throws Exception {
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(0);
    LabelledPictures few = new LabelledPictures(List.of("a", "b"), 3, 8, 8, new byte[6 * 192], new int[] {0, 1, 0, 1, 0, 1});
    AtomicInteger asked = new AtomicInteger();
    Speed speed = Speed.measure(backend, Presets.cnn().fitted(new Shape(3, 8, 8), 2), new Backend.Updater.Adam(),
        new ClassTrainingData(few, PictureAugmentation.NONE), 4, () -> asked.incrementAndGet() > 3);
    assertThat(asked.get()).as("four steps, then it is given up").isEqualTo(5);
    assertThat(speed.training()).isPositive();
    assertThat(speed.judging()).isPositive();
  }
}
