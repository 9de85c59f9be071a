package cnnworkshop.core.inspect;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.SlidingAxis;
import java.util.List;

/**
 * Which pixels of a network's input each value of a layer sees: the receptive field at its place. Behind a dense layer,
 * global pooling, or a layer only DL4J knows, every value sees all of the input.
 *
 * @param rows down the input
 * @param columns along it
 */
public record UnitField(Axis rows, Axis columns) {

  /** No picture is larger; fields that would be are as good as this large. */
  private static final long LARGEST = 1 << 28;

  /**
   * One direction, in pixels of the input: value i sees {@code size} pixels from {@code start + i · step} on, as far
   * as they lie inside.
   *
   * @param start first pixel that the first value sees; below 0 in padding
   * @param step from one value's first pixel to the next one's; 0 where every value sees all
   * @param size how many pixels a value sees, those in padding counted
   * @param input how many pixels there are
   */
  public record Axis(int start, int step, int size, int input) {

    private Axis through(SlidingAxis window, int inputs) {
      return new Axis(capped(start + (long) window.first(0, inputs) * step), capped((long) step * window.stride()),
          capped(size + (window.extent() - 1L) * step), input);
    }

    private Axis whole() {
      return new Axis(0, 0, input, input);
    }

    private static int capped(long pixels) {
      return (int) Math.max(-LARGEST, Math.min(LARGEST, pixels));
    }

    /** The first pixel inside the input that a value sees; the nearest one if all it sees is padding. */
    int first(int value) {
      return (int) Math.max(0, Math.min(input - 1L, start + (long) value * step));
    }

    /** One more than the last pixel inside the input that a value sees. */
    int end(int value) {
      return (int) Math.max(first(value) + 1L, Math.min(input, start + (long) value * step + size));
    }

    /** How many values one has to go on for the field to move by half of its size. */
    private int apart() {
      return step == 0 ? 1 : Math.max(1, (size + 2 * step - 1) / (2 * step));
    }
  }

  /**
   * Pixels of the input.
   *
   * @param x first column
   * @param y first row
   * @param width columns, at least 1
   * @param height rows, at least 1
   */
  public record Area(int x, int y, int width, int height) {}

  /**
   * What a layer's values see.
   *
   * @param shapes what each layer gives
   * @param layer its number in the network
   */
  public static UnitField of(NetworkSpec network, List<Shape> shapes, int layer) {
    Shape before = network.input();
    UnitField field = new UnitField(new Axis(0, 1, 1, before.height()), new Axis(0, 1, 1, before.width()));
    for (int i = 0; i <= layer; i++) {
      field = field.through(network.layers().get(i), before);
      before = shapes.get(i);
    }
    return field;
  }

  private UnitField through(LayerSpec layer, Shape input) {
    if (layer instanceof LayerSpec.Convolution c) {
      return new UnitField(
          rows.through(window(c.filter().rows(), c.stride().rows(), c.dilation().rows(), c.padding(),
              c.padding().size().rows()), input.height()),
          columns.through(window(c.filter().columns(), c.stride().columns(), c.dilation().columns(), c.padding(),
              c.padding().size().columns()), input.width()));
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return new UnitField(
          rows.through(window(p.window().rows(), p.stride().rows(), 1, p.padding(), p.padding().size().rows()),
              input.height()),
          columns.through(window(p.window().columns(), p.stride().columns(), 1, p.padding(),
              p.padding().size().columns()), input.width()));
    }
    boolean seesAll = layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.GlobalPooling
        || layer instanceof LayerSpec.Other;
    return seesAll ? new UnitField(rows.whole(), columns.whole()) : this;
  }

  private static SlidingAxis window(int size, int stride, int dilation, Padding padding, int zeros) {
    return new SlidingAxis(size, stride, dilation, padding.same(), padding.same() ? 0 : zeros);
  }

  /** How many rows and columns a value sees in the middle of the layer, where the input's edges are far away. */
  public Size size() {
    return new Size(rows.size, columns.size);
  }

  /** Whether every value sees all of the input. */
  public boolean isWhole() {
    return rows.step == 0 && columns.step == 0;
  }

  /** What one value sees, cut off at the input's edges. */
  public Area at(int row, int column) {
    return new Area(columns.first(column), rows.first(row), columns.end(column) - columns.first(column),
        rows.end(row) - rows.first(row));
  }

  /** How many rows or columns two values lie apart at least whose fields have no more than half in common. */
  public int apart() {
    return Math.max(rows.apart(), columns.apart());
  }
}
