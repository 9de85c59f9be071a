package cnnworkshop.core.net.onednn;

import java.util.Optional;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The oneDNN library on this machine's processor. Several threads may compute with it at once. */
public final class OneDnn {

  private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);

  private final engine processor = new engine(engine.kind.cpu, 0);
  private final stream inOrder = new stream(processor);

  private OneDnn() {}

  /** Loads it, which takes a tenth of a second; empty where the program came without its natives for this machine. */
  public static Optional<OneDnn> load() {
    try {
      return Optional.of(new OneDnn());
    } catch (LinkageError | RuntimeException e) {
      LOG.info("oneDNN can't be used by itself: {}", e.toString());
      return Optional.empty();
    }
  }

  /** Its version, such as {@code 2.5.2}. */
  public String version() {
    return dnnl.DNNL_VERSION_MAJOR + "." + dnnl.DNNL_VERSION_MINOR + "." + dnnl.DNNL_VERSION_PATCH;
  }

  engine engine() {
    return processor;
  }

  /** A layout of float values. */
  static memory.desc layout(memory.format_tag order, long... dims) {
    return new memory.desc(dims, memory.data_type.f32, order);
  }

  /** Memory of its own. */
  memory memory(memory.desc layout) {
    return new memory(layout, processor);
  }

  /** Memory that lies elsewhere; null if it is given later. */
  memory memory(memory.desc layout, Pointer at) {
    return new memory(layout, processor, at);
  }

  /** The values of a memory, wherever they lie. */
  static FloatPointer pointer(memory memory) {
    return new FloatPointer(memory.get_data_handle()).capacity(memory.get_desc().get_size() / Float.BYTES);
  }

  /** Runs a primitive once. */
  void execute(primitive primitive, IntMemoryMap arguments) {
    primitive.execute(inOrder, arguments);
  }
}
