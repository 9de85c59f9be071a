package cnnworkshop.core.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextureTest {

  @Test
  void everyTextureStaysBetweenItsTones() {
    for (Texture texture : List.of(Texture.PLAIN, Texture.gradient(1, 15.5, 20), Texture.stripes(0.4, 6, 0.2, 0.5),
        Texture.dots(2, 7, 0.3, 0.35), Texture.fields(-1, 8, 0.1), Texture.mottle(5, 4))) {
      for (double y = -3; y < 40; y += 0.37) {
        for (double x = -3; x < 40; x += 0.41) {
          assertThat(texture.at(x, y)).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void stripesTakeTheirShare() {
    assertThat(mean(Texture.stripes(0.7, 8, 0.3, 0.3))).isCloseTo(0.3, within(0.02));
    assertThat(mean(Texture.stripes(0.7, 8, 0.3, 0.6))).isCloseTo(0.6, within(0.02));
    assertThat(mean(Texture.fields(0.7, 8, 0.3))).isCloseTo(0.5, within(0.02));
    assertThat(mean(Texture.dots(0.7, 8, 0.3, 0.35))).isCloseTo(Math.PI * 0.35 * 0.35, within(0.02));
  }

  @Test
  void aMottleIsSmooth() {
    Texture texture = Texture.mottle(9, 6);
    for (double x = -20; x < 20; x += 0.05) {
      assertThat(texture.at(x + 0.05, 3.3)).isCloseTo(texture.at(x, 3.3), within(0.02));
    }
  }

  private static double mean(Texture texture) {
    double sum = 0;
    int n = 0;
    for (double y = 0; y < 200; y += 0.73) {
      for (double x = 0; x < 200; x += 0.71) {
        sum += texture.at(x, y);
        n++;
      }
    }
    return sum / n;
  }
}
