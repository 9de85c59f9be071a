package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;

/** Tells from its layers what a network's outputs can mean. */
final class Tasks {

  private static final Shape FACE_VIEW = new Shape(1, 96, 96);
  private static final int KEYPOINT_NUMBERS = 30;

  private Tasks() {}

  static Task of(NetworkSpec spec) {
    LayerSpec last = spec.layers().get(spec.layers().size() - 1);
    if (last instanceof LayerSpec.Dense d) {
      if (d.activation() == LayerSpec.Activation.SOFTMAX) {
        return Task.CLASSES;
      }
      if (d.units() == KEYPOINT_NUMBERS && spec.input().equals(FACE_VIEW)
          && d.activation() == LayerSpec.Activation.LINEAR) {
        return Task.KEYPOINTS;
      }
    }
    return last instanceof LayerSpec.ActivationOnly a && a.activation() == LayerSpec.Activation.SOFTMAX
        ? Task.CLASSES : Task.OTHER;
  }
}
