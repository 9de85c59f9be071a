package cnnworkshop.core.net.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;

/**
 * A batch of maps, or their gradient, in native memory in an order that suits oneDNN.
 *
 * @param pictures pictures
 * @param channels channels of each
 * @param rows rows of a channel
 * @param columns columns of a channel
 * @param layout how they lie
 * @param memory where they lie
 */
record Values(long pictures, long channels, long rows, long columns, memory.desc layout, memory memory) {

  /** Values of one picture. */
  long each() {
    return channels * rows * columns;
  }

  /** Picture, channel, row, column: the order of the program's own arrays. */
  memory.desc plain() {
    return OneDnn.layout(format_tag.nchw, pictures, channels, rows, columns);
  }

  /** The place of the values; some layouts fill channels up with zeros. */
  FloatBuffer buffer() {
    return OneDnn.pointer(memory).asBuffer();
  }
}
