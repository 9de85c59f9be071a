package cnnworkshop.app.learn;

import java.awt.Font;
import java.awt.Insets;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import javafx.scene.canvas.Canvas;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import org.jfree.fx.FXGraphics2D;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A formula typeset by JLaTeXMath, as outlines: they take the theme's colour from the style sheet and stay sharp at any
 * size and on any screen.
 *
 * @param path what is filled, its left upper corner at 0, 0
 * @param width in {@link #SIZE}ths of an em, like all lengths here
 * @param height from the top to the bottom
 * @param baseline from the top to the line letters stand on
 */
record FormulaOutline(Path path, double width, double height, double baseline) {

  /** The size of type the outlines are for. */
  static final double SIZE = 100;

  /** The letters of TeX's fonts are smaller for their size than those of the text around them. */
  private static final float TYPE_SIZE = 113;

  /**
   * Typesets.
   *
   * @param display whether it stands on a line of its own, with sums and fractions at full size
   * @throws org.scilab.forge.jlatexmath.ParseException if it is no LaTeX
   */
  static FormulaOutline of(String latex, boolean display) {
    TeXIcon icon = new TeXFormula(latex)
        .createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, TYPE_SIZE);
    // The icon would keep a margin on all sides, which reads as a space within a line of text.
    icon.setInsets(new Insets(0, 0, 0, 0), true);
    OutlineGraphics graphics = new OutlineGraphics();
    icon.paintIcon(null, graphics, 0, 0);
    double height = icon.getIconHeight();
    return new FormulaOutline(path(graphics.outline), icon.getIconWidth(), height, height - icon.getIconDepth());
  }

  private static Path path(Path2D outline) {
    Path path = new Path();
    path.setFillRule(FillRule.NON_ZERO);
    double[] at = new double[6];
    for (PathIterator parts = outline.getPathIterator(null); !parts.isDone(); parts.next()) {
      path.getElements().add(switch (parts.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> new MoveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> new LineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO -> new QuadCurveTo(at[0], at[1], at[2], at[3]);
        case PathIterator.SEG_CUBICTO -> new CubicCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> new ClosePath();
      });
    }
    return path;
  }

  /** Gathers what is filled in place of drawing it: JLaTeXMath's fonts are AWT's, which JavaFX does not know. */
  private static final class OutlineGraphics extends FXGraphics2D {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private AffineTransform transform = new AffineTransform();
    private Font font = new Font(Font.SERIF, Font.PLAIN, 1);

    private OutlineGraphics() {
      super(new Canvas(1, 1).getGraphicsContext2D());
    }

    @Override
    public void fill(Shape shape) {
      outline.append(shape.getPathIterator(transform), false);
    }

    @Override
    public void draw(Shape shape) {
      fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public void drawString(String text, float x, float y) {
      fill(font.createGlyphVector(EXACT, text).getOutline(x, y));
    }

    @Override
    public void drawString(String text, int x, int y) {
      drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawChars(char[] chars, int offset, int length, int x, int y) {
      drawString(new String(chars, offset, length), x, y);
    }

    @Override
    public Font getFont() {
      return font;
    }

    @Override
    public void setFont(Font font) {
      this.font = font == null ? this.font : font;
    }

    @Override
    public AffineTransform getTransform() {
      return new AffineTransform(transform);
    }

    @Override
    public void setTransform(AffineTransform to) {
      transform = new AffineTransform(to);
    }

    @Override
    public void transform(AffineTransform by) {
      transform.concatenate(by);
    }

    @Override
    public void translate(double x, double y) {
      transform.translate(x, y);
    }

    @Override
    public void translate(int x, int y) {
      transform.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
      transform.scale(x, y);
    }

    @Override
    public void rotate(double angle) {
      transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
      transform.rotate(angle, x, y);
    }
  }
}
