package cnnworkshop.app.photo;

import java.util.List;

/**
 * What a classifier says of what lies in the square.
 *
 * @param names of the classes
 * @param probabilities of each, 0..1; not to be changed
 */
public record ClassAnswer(List<String> names, float[] probabilities) {

  /** No answer. */
  public static final ClassAnswer NONE = new ClassAnswer(List.of(), new float[0]);
}
