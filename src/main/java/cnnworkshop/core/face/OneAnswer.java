package cnnworkshop.core.face;

import java.util.HashSet;
import java.util.Set;

/**
 * Notices a network that says the same of whatever it sees: one that was not trained, or whose training collapsed to
 * the mean face. Its points look fair on faces that happen to lie like the mean.
 */
public final class OneAnswer {

  private static final int VIEWS = 3;
  private static final double SAME_PIXELS = 0.02;

  private final Set<Object> views = new HashSet<>();
  private Keypoints first;
  private boolean differs;

  /**
   * Takes in one answer.
   *
   * @param view what was looked at; asking about the same again tells nothing
   * @param answer the points in pixels of the view
   */
  public void add(Object view, Keypoints answer) {
    views.add(view);
    if (first == null) {
      first = answer;
    }
    double[] a = first.toArray();
    double[] b = answer.toArray();
    for (int i = 0; i < a.length; i++) {
      differs |= Math.abs(a[i] - b[i]) > SAME_PIXELS;
    }
  }

  /** Whether three different views or more all got the same points. */
  public boolean suspected() {
    return !differs && views.size() >= VIEWS;
  }
}
