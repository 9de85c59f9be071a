package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend.Updater;
import org.junit.jupiter.api.Test;

class PictureRecipeTest {

  @Test
  void theWorkshopsNetworksAreTrainedTheWorkshopsWay() {
    for (String network : new String[] {"cnn", "suggested_cnn", "somebody's"}) {
      PictureRecipe recipe = PictureRecipe.of(network, 3);

      assertThat(recipe.updater()).isEqualTo(new Updater.Adam());
      assertThat(recipe.settings()).isEqualTo(new TrainingSettings(15, 64, new Schedule.Constant(1e-3), 0, 3));
      assertThat(recipe.augmentation()).isEqualTo(PictureAugmentation.NONE);
    }
  }

  @Test
  void sixtySecondsShiftsAndFlipsAndItsRateGoesUpAndDownOnceInAFewEpochs() {
    PictureRecipe recipe = PictureRecipe.of("sixty_seconds", 3);

    assertThat(recipe.augmentation().shift()).isPositive();
    assertThat(recipe.augmentation().flip()).isEqualTo(0.5);
    assertThat(recipe.settings().learningRate()).isInstanceOf(Schedule.OneCycle.class);
    assertThat(recipe.settings().epochs()).isLessThan(10);
    assertThat(recipe.settings().seed()).isEqualTo(3);
  }
}
