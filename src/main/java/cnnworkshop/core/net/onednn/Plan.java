package cnnworkshop.core.net.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * All calls and all memory for batches of one size. Layouts are chosen when it is made; then it only computes.
 *
 * <p>A gradient is wanted until the one before it is known, so two places, each as large as its largest, hold them all in
 * turn.
 */
final class Plan implements AutoCloseable {

  private static final int ALIGNMENT = 64;

  private final OneDnn library;
  private final boolean training;
  private final int threads;
  private final Program weights = new Program();
  private final Program forward = new Program();
  private final Program backward = new Program();
  private final List<memory> gradients = new ArrayList<>();
  private final List<Integer> gradientPlaces = new ArrayList<>();
  private final long[] gradientBytes = new long[2];
  private final List<memory> scratches = new ArrayList<>();
  private final PointerScope scope;
  private final FloatBuffer inputs;
  private final FloatBuffer outputs;
  private FloatBuffer outputGradient;
  private int layer;
  private int place;

  /**
   * @param nodes made for this plan alone
   * @param layers for each node the number of its layer
   * @param input what it is given: pictures and the shape of one
   */
  Plan(OneDnn library, List<Node> nodes, List<Integer> layers, long[] input, boolean training, int threads) {
    this.library = library;
    this.training = training;
    this.threads = threads;
    // What is made inside belongs to the plan and is given back with it.
    this.scope = new PointerScope();
    try {
      Values in = values(OneDnn.layout(memory.format_tag.nchw, input), input);
      Values out = in;
      for (int i = 0; i < nodes.size(); i++) {
        layer = layers.get(i);
        out = nodes.get(i).forward(this, out);
      }
      inputs = in.buffer();
      outputs = in(forward, out, out.plain()).buffer();
      if (training) {
        back(nodes, layers, out);
      }
      shareScratch();
      scope.extend();
    } finally {
      scope.close();
    }
  }

  private void back(List<Node> nodes, List<Integer> layers, Values out) {
    int first = 0;
    while (!nodes.get(first).learns()) {
      first++;
    }
    Values given = gradient(out.plain(), out);
    Values gradient = given;
    for (int i = nodes.size() - 1; i >= first; i--) {
      layer = layers.get(i);
      gradient = nodes.get(i).backward(this, gradient, i > first);
    }
    Pointer[] places = {new BytePointer(gradientBytes[0]), new BytePointer(gradientBytes[1])};
    for (int i = 0; i < gradients.size(); i++) {
      gradients.get(i).set_data_handle(places[gradientPlaces.get(i)]);
    }
    outputGradient = given.buffer();
  }

  /** One place for what primitives keep while they run: they run one after the other. */
  private void shareScratch() {
    long most = scratches.stream().mapToLong(each -> each.get_desc().get_size()).max().orElse(0);
    if (most > 0) {
      Pointer place = new BytePointer(most + ALIGNMENT);
      // oneDNN counts on its places beginning at a multiple of this.
      place.position(-place.address() & ALIGNMENT - 1);
      scratches.forEach(each -> each.set_data_handle(place));
    }
  }

  /**
   * One call of a primitive, to be made again and again.
   *
   * @param arguments pairs of oneDNN's argument number and the memory
   */
  Runnable call(primitive_desc_base chosen, primitive primitive, Object... arguments) {
    IntMemoryMap map = new IntMemoryMap();
    for (int i = 0; i < arguments.length; i += 2) {
      map.put((Integer) arguments[i], (memory) arguments[i + 1]);
    }
    memory.desc scratch = chosen.scratchpad_desc();
    if (scratch.get_size() > 0) {
      memory memory = library.memory(scratch, null);
      scratches.add(memory);
      map.put(dnnl.DNNL_ARG_SCRATCHPAD, memory);
    }
    return () -> library.execute(primitive, map);
  }

  OneDnn library() {
    return library;
  }

  boolean isTraining() {
    return training;
  }

  /** How many threads a loop of our own may use. */
  int threads() {
    return threads;
  }

  /** Adds a call that has to be made when weights have changed. */
  void whenWeightsChange(Runnable call) {
    weights.add(layer, call);
  }

  /** Adds a call of the way there. */
  void there(Runnable call) {
    forward.add(layer, call);
  }

  /** Adds a call of the way back. */
  void back(Runnable call) {
    backward.add(layer, call);
  }

  /** Memory for values. */
  Values values(memory.desc layout, long... dims) {
    return new Values(dims[0], dims[1], dims[2], dims[3], layout, library.memory(layout));
  }

  /** Memory for the gradient of values, in some layout; what was there two gradients ago is overwritten. */
  Values gradient(memory.desc layout, Values of) {
    memory memory = library.memory(layout, null);
    place = 1 - place;
    remember(memory, place, layout.get_size());
    return new Values(of.pictures(), of.channels(), of.rows(), of.columns(), layout, memory);
  }

  private void remember(memory memory, int where, long bytes) {
    gradients.add(memory);
    gradientPlaces.add(where);
    gradientBytes[where] = Math.max(gradientBytes[where], bytes);
  }

  /** A gradient's memory seen as other dimensions with as many values. */
  memory seenAs(memory.desc layout, Values gradient) {
    for (int i = 0; i < gradients.size(); i++) {
      if (gradients.get(i) == gradient.memory()) {
        memory memory = library.memory(layout, null);
        remember(memory, gradientPlaces.get(i), layout.get_size());
        return memory;
      }
    }
    return library.memory(layout, gradient.memory().get_data_handle());
  }

  /** Values in the layout wanted, on the way there: they themselves, or a copy made each time. */
  Values there(Values given, memory.desc wanted) {
    return in(forward, given, wanted);
  }

  /** Values (not a gradient) in the layout wanted, on the way back. */
  Values back(Values given, memory.desc wanted) {
    return in(backward, given, wanted);
  }

  private Values in(Program program, Values given, memory.desc wanted) {
    if (given.layout().equals(wanted)) {
      return given;
    }
    Values copy = values(wanted, given.pictures(), given.channels(), given.rows(), given.columns());
    program.add(layer, reorder(given.memory(), copy.memory()));
    return copy;
  }

  /** A gradient in the layout wanted: it itself, or a copy in the next place. */
  Values gradientIn(Values given, memory.desc wanted) {
    if (given.layout().equals(wanted)) {
      return given;
    }
    Values copy = gradient(wanted, given);
    backward.add(layer, reorder(given.memory(), copy.memory()));
    return copy;
  }

  /** A call that copies from one layout to another. */
  Runnable reorder(memory from, memory to) {
    var chosen = new reorder.primitive_desc(from, to, Attributes.plain(), false);
    return call(chosen, new reorder(chosen), dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to);
  }

  // Computing.

  /** Takes weights anew. */
  void takeWeights() {
    weights.run();
  }

  /** Values at the outputs, of all pictures together. */
  int outputs() {
    return outputs.capacity();
  }

  /**
   * Computes all outputs.
   *
   * @param from the first of the values to take
   * @param count how many; fewer than the plan takes leave what was there before behind them
   * @return [picture, output]
   */
  float[] forward(float[] values, int from, int count) {
    inputs.put(0, values, from, count);
    forward.run();
    float[] results = new float[outputs.capacity()];
    outputs.get(0, results);
    return results;
  }

  /** @param gradient the loss's gradient at the outputs of {@link #forward} */
  void backward(float[] gradient) {
    outputGradient.put(0, gradient);
    backward.run();
  }

  /** As {@link #takeWeights}, {@link #forward} and {@link #backward} in a row; what each layer takes is added up. */
  void measure(float[] values, float[] gradient, long[] there, long[] back) {
    weights.run(there);
    inputs.put(0, values);
    forward.run(there);
    outputGradient.put(0, gradient);
    backward.run(back);
  }

  @Override
  public void close() {
    scope.deallocate();
  }
}
