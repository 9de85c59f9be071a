package cnnworkshop.core.net.onednn;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * What a primitive does besides its sums. The memory it works in is the plan's: oneDNN's own belongs to the thread that made
 * the primitive, and another thread would find none.
 */
final class Attributes {

  private Attributes() {}

  static primitive_attr plain() {
    return of(false);
  }

  /** @param rectified whether negative sums become 0 before they are written */
  static primitive_attr of(boolean rectified) {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(scratchpad_mode.user);
    if (rectified) {
      post_ops after = new post_ops();
      after.append_eltwise(1, algorithm.eltwise_relu, 0, 0);
      attributes.set_post_ops(after);
    }
    return attributes;
  }
}
