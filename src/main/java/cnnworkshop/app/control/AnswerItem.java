package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.JudgedFace;
import java.util.List;

/**
 * A picture in an {@link AnswerGrid}, with what a network says of it.
 *
 * @param number which picture of its set: what a selection is kept by
 * @param picture as it can be opened
 * @param face drawn in place of the picture, with its points; null for a picture that is shown as it is
 * @param title what stands under the picture
 * @param mark whether the network is right
 * @param bars what it says, the likeliest first; may be empty
 * @param description all of it in words
 */
public record AnswerItem(int number, Photo picture, JudgedFace face, String title, Mark mark, List<Bar> bars,
    String description) {

  /** Whether a network is right. */
  public enum Mark {
    /** It is; shown by a check as well as a colour. */
    RIGHT,
    /** It is not; shown by a cross as well as a colour. */
    WRONG,
    /** It has not said anything, or there is no right and wrong. */
    NONE
  }

  /**
   * A line with a bar.
   *
   * @param name at its left
   * @param share how long the bar is, 0..1
   * @param number at its right
   */
  public record Bar(String name, double share, String number) {}

  public AnswerItem {
    bars = List.copyOf(bars);
  }
}
