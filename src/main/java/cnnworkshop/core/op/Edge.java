package cnnworkshop.core.op;

/** What a window that reaches over the edge of its input finds there. */
public enum Edge {
  /** Zeros. */
  ZERO,
  /** The input seen in a mirror that stands on its outermost value: before a, b, c come … c, b. */
  MIRROR;

  /**
   * Where the value at a position comes from. A mirror image that is too short is mirrored again:
   * {@code m = position mod 2 · (length − 1)}, read backwards where {@code m ≥ length}.
   *
   * @param position any position, also below 0 and beyond the end
   * @param length how many values the input has, at least 1
   * @return a position 0..length − 1, or −1 where a zero is taken
   */
  public int source(int position, int length) {
    if (position >= 0 && position < length) {
      return position;
    }
    if (this == ZERO) {
      return -1;
    }
    if (length == 1) {
      return 0;
    }
    int there = Math.floorMod(position, 2 * (length - 1));
    return there < length ? there : 2 * (length - 1) - there;
  }
}
