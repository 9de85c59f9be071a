package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PresetsTest {

  @Test
  void everyNameGivesTheNetworkThatIsCalledSo() {
    assertThat(Presets.names()).containsExactly("keypoints", "cnn", "suggested_cnn", "sixty_seconds");
    for (String name : Presets.names()) {
      assertThat(Presets.byName(name)).hasValueSatisfying(spec -> assertThat(spec.name()).isEqualTo(name));
    }
  }

  @Test
  void theKeypointNetworkByNameHasTheWorkshopsDropRates() {
    assertThat(Presets.byName("keypoints")).hasValue(Presets.keypoints(0.1, 0.2, 0.3, 0.5));
  }

  @Test
  void anUnknownNameGivesNone() {
    assertThat(Presets.byName("resnet")).isEmpty();
    assertThat(Presets.textKey("resnet")).isEmpty();
  }

  @Test
  void everyPresetHasASentence() {
    Texts texts = Texts.load(Locale.ENGLISH);
    for (String name : Presets.names()) {
      assertThat(texts.get(Presets.textKey(name).orElseThrow())).endsWith(".");
    }
  }

  @Test
  void theMapsShrinkAsTheWorkshopsListSays() {
    assertThat(ShapeCheck.of(Presets.suggestedCnn()).layers()).extracting(layer -> layer.output().orElseThrow())
        .extracting(Shape::toString).containsExactly("32×32×32", "32×16×16", "32×16×16", "64×16×16", "64×16×16",
            "64×16×16", "64×8×8", "64×8×8", "512", "512", "10");
  }

  @Test
  void sixtySecondsIsSmallAndSeesNearlyTheWholePicture() {
    ShapeCheck check = ShapeCheck.of(Presets.sixtySeconds(), 10);

    assertThat(check.parameters()).isEqualTo(9 * (3 * 32 + 32 * 48 + 48 * 96) + 4 * 96 * 256
        + 2 * (32 + 48 + 96 + 256) + 257 * 10);
    assertThat(check.layers().get(14).field().orElseThrow().size()).isEqualTo(LayerSpec.Size.of(30));
    assertThat(check.layers().get(14).output().orElseThrow()).isEqualTo(new Shape(256, 3, 3));
  }
}
