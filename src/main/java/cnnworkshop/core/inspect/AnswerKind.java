package cnnworkshop.core.inspect;

import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;

/** What a network says of a photo that can be {@link Explained}. */
public enum AnswerKind {
  /** Where the 15 points of a 1×96×96 face view are. */
  POINTS,
  /** How probable each class is for a square view of one channel or three. */
  CLASSES,
  /** Nothing of the kind. */
  NONE;

  /**
   * What such a network says.
   *
   * @param output the shape of its outputs
   */
  public static AnswerKind of(NetworkSpec spec, Task task, Shape output) {
    Shape input = spec.input();
    if (task == Task.CLASSES) {
      boolean view = input.height() == input.width() && (input.channels() == 1 || input.channels() == 3);
      return view ? CLASSES : NONE;
    }
    return input.equals(KeypointPredictor.INPUT) && output.equals(Shape.flat(Keypoints.NUMBERS)) ? POINTS : NONE;
  }
}
