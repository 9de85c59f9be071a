package cnnworkshop.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AppIconTest {

  @Test
  void theIconShipsInEverySizeAsItIsDrawn() throws Exception {
    for (int size : AppIcon.SIZES) {
      BufferedImage shipped = ImageIO.read(Path.of("assets", "icons", AppIcon.fileName(size)).toFile());
      assertThat(shipped.getWidth()).isEqualTo(size);
      int middle = size / 2;
      assertThat(shipped.getRGB(middle, middle)).isEqualTo(AppIcon.draw(size).getRGB(middle, middle));
    }
  }
}
