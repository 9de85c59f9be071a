package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.text.Texts;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightSharingModelTest {

  private final WeightSharingModel model = new WeightSharingModel(Texts.load(Locale.ENGLISH), new Random(2));

  private float[] map() {
    float[] map = new float[WeightSharingModel.UNITS];
    for (int i = 0; i < map.length; i++) {
      map[i] = model.output(i);
    }
    return map;
  }

  @Test
  void aSharedWeightChangesAllCopiesAndTheWholeMap() {
    assertThat(map()).containsExactly(1, 3, 4, 1, -3, -4, -2);

    model.setWeight(1, 2);

    for (int unit = 0; unit < WeightSharingModel.UNITS; unit++) {
      assertThat(model.weight(unit, 1)).isEqualTo(2);
    }
    assertThat(map()).containsExactly(3, 5, 12, 11, 7, 0, 0);
    assertThat(model.count()).isEqualTo(3);
  }

  @Test
  void aWeightOfItsOwnChangesOneUnitAlone() {
    model.ownWeightsProperty().set(true);
    model.choose(3);
    model.setWeight(1, 2);

    assertThat(map()).containsExactly(1, 3, 4, 11, -3, -4, -2);
    assertThat(model.count()).isEqualTo(21);
    assertThat(model.costProperty().get()).startsWith("21 weights for 7 units").contains("86,436");
  }

  @Test
  void sharingAgainAllTakeTheChosenUnitsWeights() {
    model.ownWeightsProperty().set(true);
    model.choose(3);
    model.setWeight(1, 2);
    model.ownWeightsProperty().set(false);

    assertThat(map()).containsExactly(3, 5, 12, 11, 7, 0, 0);
  }

  @Test
  void anInputChangesTheThreeUnitsThatLookAtIt() {
    float[] before = map();
    model.changeInput(4, 2);
    float[] after = map();

    for (int unit = 0; unit < after.length; unit++) {
      boolean looks = unit == 2 || unit == 4;
      assertThat(after[unit] != before[unit]).as("unit %d: its middle weight is 0", unit).isEqualTo(looks);
    }
  }

  @Test
  void theSumIsSpelledOut() {
    assertThat(model.sumProperty().get()).isEqualTo("Unit 3: (−1) · 1 + 0 · 4 + 1 · 5 = 4");
  }

  @Test
  void theAskedUnitHidesUntilItIsGuessed() {
    model.ask();
    int unit = model.unitProperty().get();
    assertThat(model.isHidden(unit)).isTrue();
    assertThat(model.sumProperty().get()).endsWith("?");

    model.predict().answer(Float.toString(model.output(unit)));

    assertThat(model.isHidden(unit)).isFalse();
    assertThat(model.predict().stateProperty().get()).isEqualTo(PredictModel.State.RIGHT);
    model.choose((unit + 1) % WeightSharingModel.UNITS);
    assertThat(model.predict().replyProperty().get()).as("what was said stays while one looks around").isNotEmpty();
  }
}
