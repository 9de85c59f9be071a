package cnnworkshop.app.shell;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon: a 3×3 filter that finds a rising edge, orange where it is positive, blue where it is
 * negative. {@code main} writes the pictures in {@code assets/icons}.
 */
final class AppIcon {

  static final List<Integer> SIZES = List.of(16, 32, 48, 128, 256);

  private static final Color GROUND = new Color(0x1B2733);
  private static final Color[] CELLS = {
      new Color(0x0072B2), new Color(0xF2F4F7), new Color(0xE69F00),
      new Color(0x56B4E9), new Color(0xF2F4F7), new Color(0xD55E00),
      new Color(0x0072B2), new Color(0xF2F4F7), new Color(0xE69F00)};

  private AppIcon() {}

  static BufferedImage draw(int size) {
    BufferedImage icon = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = icon.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(GROUND);
    g.fill(new RoundRectangle2D.Double(0, 0, size, size, size * 0.36, size * 0.36));
    // Whole pixels, or the cells of small icons blur.
    int gap = Math.max(1, Math.round(size / 21f));
    int cell = (Math.round(size * 0.74f) - 2 * gap) / 3;
    int left = (size - 3 * cell - 2 * gap) / 2;
    double round = cell * 0.3;
    for (int i = 0; i < CELLS.length; i++) {
      g.setColor(CELLS[i]);
      g.fill(new RoundRectangle2D.Double(left + i % 3 * (cell + gap), left + i / 3 * (cell + gap), cell, cell, round, round));
    }
    g.dispose();
    return icon;
  }

  static String fileName(int size) {
    return "icon-" + size + ".png";
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of("assets", "icons"));
    for (int size : SIZES) {
      ImageIO.write(draw(size), "png", folder.resolve(fileName(size)).toFile());
    }
  }
}
