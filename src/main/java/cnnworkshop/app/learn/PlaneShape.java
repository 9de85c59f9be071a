package cnnworkshop.app.learn;

import cnnworkshop.core.op.Edge;
import cnnworkshop.core.op.SlidingAxis;
import cnnworkshop.core.text.Texts;

/**
 * What becomes of an input's size, and whether the settings go together.
 *
 * @param height rows of the input
 * @param width columns of the input
 * @param axis the kernel's way along both axes, padding included
 * @param edge what the padding holds
 */
record PlaneShape(int height, int width, SlidingAxis axis, Edge edge) {

  /** Rows of the output, 0 if it can't be. */
  int rows() {
    return isPossible() ? axis.outputs(height) : 0;
  }

  /** Columns of the output, 0 if it can't be. */
  int columns() {
    return isPossible() ? axis.outputs(width) : 0;
  }

  boolean isPossible() {
    return !mirrorIsTooShort() && axis.outputs(height) > 0 && axis.outputs(width) > 0;
  }

  /** An edge value has itself as its mirror, so only the others can be seen in it. */
  private boolean mirrorIsTooShort() {
    return edge == Edge.MIRROR && axis.padding() > Math.min(height, width) - 1;
  }

  /** The formula for rows and columns with its numbers filled in; without its result if that is a secret. */
  String formula(Texts texts, boolean secret) {
    if (height == width) {
      return line(texts, height, secret, texts.get("learn.plane.rows-and-columns"));
    }
    return line(texts, height, secret, texts.get("learn.plane.rows")) + "; "
        + line(texts, width, secret, texts.get("learn.plane.columns"));
  }

  private String line(Texts texts, int input, boolean secret, String unit) {
    String result = secret ? texts.get("learn.conv.hidden") : Integer.toString(axis.outputs(input));
    return texts.get("learn.plane.formula", input, axis.padding(), axis.extent(), axis.stride(), result, unit);
  }

  /** What one should know of these settings: why they can't be, or what they leave out; empty for nothing. */
  String remark(Texts texts) {
    int smaller = Math.min(height, width);
    if (mirrorIsTooShort()) {
      return texts.get("learn.plane.mirror-short", axis.padding(), smaller, smaller - 1);
    }
    if (!isPossible()) {
      return texts.get("learn.plane.too-large", axis.size(), axis.dilation(), axis.extent(),
          smaller + 2 * axis.padding());
    }
    int below = (height + 2 * axis.padding() - axis.extent()) % axis.stride();
    int right = (width + 2 * axis.padding() - axis.extent()) % axis.stride();
    if (below > 0 || right > 0) {
      return texts.get("learn.plane.left-over", axis.stride(), below, right);
    }
    if (axis.padding() >= axis.extent()) {
      return texts.get("learn.plane.padding-only", axis.padding(), axis.extent());
    }
    if (axis.stride() > axis.extent()) {
      return texts.get("learn.plane.gaps", axis.stride(), axis.extent());
    }
    return "";
  }
}
