package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.train.TimeBudget.Proposal;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

  private final TimeBudget thousandASecond = new TimeBudget(1000, 0, 1);

  @Test
  void whatFitsIsTakenAsItIsWanted() {
    Proposal proposal = thousandASecond.propose(300, 10_000, 15);

    assertThat(proposal.pictures()).isEqualTo(10_000);
    assertThat(proposal.epochs()).isEqualTo(15);
    assertThat(proposal.seconds()).isCloseTo(150, within(1e-9));
    assertThat(proposal.fits()).isTrue();
  }

  @Test
  void epochsAreCutFirstAsLongAsFiveAreLeft() {
    Proposal proposal = thousandASecond.propose(100, 10_000, 15);

    assertThat(proposal.pictures()).isEqualTo(10_000);
    assertThat(proposal.epochs()).isEqualTo(9);
  }

  @Test
  void thenPicturesAreCut() {
    Proposal proposal = thousandASecond.propose(20, 10_000, 15);

    assertThat(proposal.epochs()).isEqualTo(5);
    assertThat(proposal.pictures()).isEqualTo(3800);
    assertThat(proposal.fits()).isTrue();
  }

  @Test
  void fewerEpochsThanFiveAreProposedOnlyIfWanted() {
    assertThat(thousandASecond.propose(10, 10_000, 2).epochs()).isEqualTo(2);
    assertThat(thousandASecond.propose(10, 10_000, 2).pictures()).isEqualTo(4700);
  }

  @Test
  void judgingTakesTimeToo() {
    TimeBudget budget = new TimeBudget(1000, 5000, 5000);

    assertThat(budget.propose(100, 10_000, 15).epochs()).isEqualTo(8);
    assertThat(budget.propose(20, 10_000, 15).pictures()).isEqualTo(2800);
  }

  @Test
  void whatDoesNotFitAtAllIsToldWithTheLeastThereIs() {
    Proposal proposal = new TimeBudget(1, 5000, 100).propose(10, 10_000, 15);

    assertThat(proposal).extracting(Proposal::pictures, Proposal::epochs, Proposal::fits)
        .containsExactly(TimeBudget.FEWEST_PICTURES, TimeBudget.FEWEST_EPOCHS, false);
  }

  @Test
  void aProposalIsNeverMoreThanWantedAndFitsOrIsTheLeast() {
    for (double speed : new double[] {0.5, 7, 80, 900, 1e4, 1e9}) {
      for (double seconds : new double[] {1, 60, 300, 1e7}) {
        for (int pictures : new int[] {1, 64, 2000, 50_000, Integer.MAX_VALUE}) {
          for (int epochs : new int[] {1, 4, 5, 15, 3000}) {
            Proposal proposal = new TimeBudget(speed, 500, 4 * speed).propose(seconds, pictures, epochs);
            assertThat(proposal.pictures()).isBetween(1, pictures);
            assertThat(proposal.epochs()).isBetween(Math.min(epochs, 5), epochs);
            assertThat(proposal.fits()).isEqualTo(proposal.seconds() <= seconds);
            assertThat(proposal.fits() || proposal.pictures() == Math.min(pictures, TimeBudget.FEWEST_PICTURES))
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void noSpeedAndNoTimeAreRefused() {
    assertThatThrownBy(() -> new TimeBudget(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeBudget(Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> thousandASecond.propose(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
