package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabGuessTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final LabGuess guess = new LabGuess(texts);

  @Test
  void theTruthComesAfterTheGuessAndOnlyTheFirstGuessCounts() {
    guess.ask("How many?", List.of("one", "two"), 1, "It is two.");
    assertThat(guess.verdictProperty().get()).isEmpty();
    guess.choose(0);
    assertThat(guess.answeredProperty().get()).isTrue();
    assertThat(guess.verdictProperty().get()).isEqualTo("Not quite. It is two.");
    guess.choose(1);
    assertThat(guess.chosenProperty().get()).isZero();
  }

  @Test
  void aNewQuestionStartsAnew() {
    guess.ask("How many?", List.of("one", "two"), 1, "It is two.");
    guess.choose(1);
    assertThat(guess.verdictProperty().get()).startsWith("Right.");
    guess.ask("And now?", List.of("one", "two"), 0, "One.");
    assertThat(guess.answeredProperty().get()).isFalse();
    assertThat(guess.chosenProperty().get()).isEqualTo(-1);
    assertThat(guess.verdictProperty().get()).isEmpty();
  }

  @Test
  void theGameAsksOnlyAboutMapsThatShowSomethingAndKeepsTheScore() {
    float[] values = new float[8 * 10];
    for (int map = 0; map < 5; map++) {
      for (int i = 0; i < 5; i++) {
        values[map * 10 + i] = 1;
      }
    }
    FilterGame game = new FilterGame(texts, 3);
    game.start(new FeatureMaps(new Shape(8, 1, 10), values));
    for (int round = 1; round <= 20; round++) {
      assertThat(game.filters()).hasSize(FilterGame.CHOICES).doesNotHaveDuplicates().allMatch(filter -> filter < 5)
          .contains(game.filter());
      game.guess().choose(round % 2 == 0 ? game.guess().right() : (game.guess().right() + 1) % FilterGame.CHOICES);
      game.next();
    }
    assertThat(game.scoreProperty().get()).isEqualTo("10 of 20 right");
  }
}
