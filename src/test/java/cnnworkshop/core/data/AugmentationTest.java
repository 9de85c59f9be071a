package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {

  static Stream<Augmentation> augmentations() {
    return Stream.of(PictureAugmentation.NONE, PictureAugmentation.USUAL, new PictureAugmentation(4, 0.25, 8),
        FaceAugmentation.NONE, FaceAugmentation.USUAL, FaceAugmentation.NONE.with(FaceAugmentation.Change.FLIP, 0.5));
  }

  @ParameterizedTest
  @MethodSource("augmentations")
  void itsWordsGiveItBack(Augmentation augmentation) {
    Augmentation unchanged =
        augmentation instanceof FaceAugmentation ? FaceAugmentation.NONE : PictureAugmentation.NONE;
    Augmentation read = unchanged.withWords(augmentation.words());
    for (Augmentation.Kind kind : augmentation.kinds()) {
      assertThat(read.amount(kind)).as(kind.name()).isEqualTo(augmentation.amount(kind));
    }
  }

  @Test
  void wordsNameWhatIsChanged() {
    assertThat(PictureAugmentation.USUAL.words()).isEqualTo("shift 3, flip 0.5");
    assertThat(PictureAugmentation.NONE.words()).isEmpty();
  }

  @Test
  void wordsOfAnotherVersionAreLeftOut() {
    assertThat(PictureAugmentation.NONE.withWords("shift 2, hue 0.1, flip often, flip 7"))
        .isEqualTo(new PictureAugmentation(2, 0, 0));
  }

  @Test
  void aChangeOfAnotherKindOfPictureIsRefused() {
    assertThatThrownBy(() -> PictureAugmentation.NONE.with(FaceAugmentation.Change.TURN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
