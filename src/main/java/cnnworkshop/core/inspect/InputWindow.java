package cnnworkshop.core.inspect;

import cnnworkshop.core.op.SlidingAxis;

/**
 * The part of an input that a rectangle of outputs looks at, with the zeros of the padding written out.
 *
 * @param x input column of the first value; below 0 in the padding
 * @param y input row of the first value; below 0 in the padding
 * @param columns columns of the window
 * @param rows rows of the window
 * @param values [channel, row, column]
 */
record InputWindow(int x, int y, int columns, int rows, float[] values) {

  /** What the outputs from column {@code x}, row {@code y} on, {@code columns}×{@code rows} of them, look at. */
  static InputWindow under(Input plain, Filters filters, int x, int y, int columns, int rows) {
    Input input = plain.scaled(filters.scale());
    SlidingAxis vertical = filters.vertical();
    SlidingAxis horizontal = filters.horizontal();
    int left = horizontal.first(x, input.width());
    int top = vertical.first(y, input.height());
    int width = (columns - 1) * horizontal.stride() + horizontal.extent();
    int height = (rows - 1) * vertical.stride() + vertical.extent();
    int insideLeft = Math.max(0, left);
    int insideTop = Math.max(0, top);
    int insideWidth = Math.min(input.width(), left + width) - insideLeft;
    int insideHeight = Math.min(input.height(), top + height) - insideTop;
    if (insideWidth == width && insideHeight == height) {
      return new InputWindow(left, top, width, height, input.planes(left, top, width, height));
    }
    float[] values = new float[input.channels() * height * width];
    if (insideWidth > 0 && insideHeight > 0) {
      float[] inside = input.planes(insideLeft, insideTop, insideWidth, insideHeight);
      for (int c = 0; c < input.channels(); c++) {
        for (int row = 0; row < insideHeight; row++) {
          System.arraycopy(inside, (c * insideHeight + row) * insideWidth, values,
              (c * height + insideTop - top + row) * width + insideLeft - left, insideWidth);
        }
      }
    }
    return new InputWindow(left, top, width, height, values);
  }
}
