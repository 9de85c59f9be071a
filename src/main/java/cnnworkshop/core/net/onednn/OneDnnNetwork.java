package cnnworkshop.core.net.onednn;

import cnnworkshop.core.net.LayerCost;
import cnnworkshop.core.net.NetworkSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network computed by oneDNN from the first layer to the last, with maps that stay in the layout oneDNN computes
 * fastest. It has no weights of its own: they lie where {@link LayerArrays} say and may change between two calls. Not
 * thread-safe.
 */
public final class OneDnnNetwork implements AutoCloseable {

  /** Pictures that are predicted at a time: enough for the matrix products, few enough for the caches. */
  private static final int AT_ONCE = 32;
  /** A full batch, the last of an epoch, and one to spare. */
  private static final int PLANS_KEPT = 3;

  private final OneDnn library;
  private final NetworkSpec spec;
  private final List<LayerArrays> arrays;
  private final int threads;
  private final OutputLoss loss;
  private final Draws draws = new Draws(0);
  private final Map<Integer, Plan> predicting = new LinkedHashMap<>();
  private final Map<Integer, Plan> training = new LinkedHashMap<>();
  private final List<Plan> current = new ArrayList<>();

  /**
   * @param spec layers that {@link #canCompute} agrees to
   * @param arrays where each layer's numbers lie
   * @param threads how many threads a loop of our own may use
   */
  public OneDnnNetwork(OneDnn library, NetworkSpec spec, List<LayerArrays> arrays, int threads) {
    this.library = library;
    this.spec = spec;
    this.arrays = List.copyOf(arrays);
    this.threads = threads;
    this.loss = new OutputLoss(spec.loss());
  }

  /** Whether it can predict with such a network. */
  public static boolean canCompute(NetworkSpec spec) {
    return Nodes.canBeMadeOf(spec);
  }

  /** Whether it can train such a network. */
  public static boolean canTrain(NetworkSpec spec) {
    return Nodes.canBeMadeOf(spec) && Nodes.canBeTrained(spec);
  }

  /** Has to be called when weights have changed, before the next prediction. */
  public void weightsChanged() {
    current.clear();
  }

  /**
   * The outputs for some pictures, dropout off.
   *
   * @param inputs as the first layer sees them, [picture, channel, row, column]
   * @return [picture, output]
   */
  public float[] predict(float[] inputs, int count) {
    int each = inputs.length / count;
    // The rest of many is filled up with what came before: a plan of its own would take memory, for its weights too.
    Plan plan = predicting(Math.min(AT_ONCE, count));
    float[] results = null;
    for (int done = 0; done < count; done += AT_ONCE) {
      int some = Math.min(AT_ONCE, count - done);
      float[] part = plan.forward(inputs, done * each, some * each);
      int outputs = part.length / Math.min(AT_ONCE, count);
      if (results == null) {
        results = new float[outputs * count];
      }
      System.arraycopy(part, 0, results, outputs * done, outputs * some);
    }
    if (Nodes.endsInSoftmax(spec)) {
      int outputs = results.length / count;
      for (int p = 0; p < count; p++) {
        OutputLoss.softmax(results, p * outputs, outputs);
      }
    }
    return results;
  }

  private Plan predicting(int count) {
    Plan plan = kept(predicting, count, null);
    if (!current.contains(plan)) {
      plan.takeWeights();
      current.add(plan);
    }
    return plan;
  }

  /**
   * The loss of a batch and its gradient, dropout on.
   *
   * @param inputs as the first layer sees them, [picture, channel, row, column]
   * @param targets [picture, output]
   * @param mask 1 where a target counts, 0 where not, [picture, output]; null if all count
   * @param gradients where each layer's gradients go, always the same: means over the batch; a normalisation's means and
   *     variances get what takes them to their new values at a rate of 1
   * @return the loss, a mean over the batch
   */
  public double gradients(float[] inputs, float[] targets, float[] mask, int count, List<LayerArrays> gradients) {
    draws.nextStep();
    Plan plan = kept(training, count, gradients);
    plan.takeWeights();
    float[] outputs = plan.forward(inputs, 0, inputs.length);
    double value = loss.intoGradient(outputs, targets, mask, count);
    plan.backward(outputs);
    return value;
  }

  /**
   * What each layer costs in a step.
   *
   * @param rounds how many steps; the median counts
   * @param gradients as in {@link #gradients}; what is in them afterwards means nothing
   */
  public List<LayerCost> costs(int count, int rounds, List<LayerArrays> gradients) {
    Plan plan = kept(training, count, gradients);
    int layers = spec.layers().size();
    long[][] there = new long[rounds][layers];
    long[][] back = new long[rounds][layers];
    float[] inputs = new float[count * spec.input().size()];
    Arrays.fill(inputs, 0.5f);
    float[] some = new float[plan.outputs()];
    Arrays.fill(some, 1e-3f);
    for (int round = -1; round < rounds; round++) {
      plan.measure(inputs, some, there[Math.max(0, round)], back[Math.max(0, round)]);
      if (round < 0) {
        Arrays.fill(there[0], 0);
        Arrays.fill(back[0], 0);
      }
    }
    return IntStream.range(0, layers).mapToObj(layer -> new LayerCost(median(there, layer), median(back, layer)))
        .toList();
  }

  private static double median(long[][] nanoseconds, int layer) {
    long[] sorted = Arrays.stream(nanoseconds).mapToLong(round -> round[layer]).sorted().toArray();
    return sorted[sorted.length / 2] / 1e6;
  }

  /** Starts what is random anew from a seed. */
  public void reseed(long seed) {
    draws.restart(seed);
  }

  private Plan kept(Map<Integer, Plan> plans, int count, List<LayerArrays> gradients) {
    Plan plan = plans.remove(count);
    if (plan == null) {
      if (plans.size() == PLANS_KEPT) {
        Plan oldest = plans.remove(plans.keySet().iterator().next());
        current.remove(oldest);
        oldest.close();
      }
      Nodes nodes = Nodes.of(spec, arrays, gradients, draws);
      plan = new Plan(library, nodes.nodes(), nodes.layers(), input(count), gradients != null, threads);
    }
    plans.put(count, plan); // behind the others: the first is the one not used for longest
    return plan;
  }

  private long[] input(int count) {
    return new long[] {count, spec.input().channels(), spec.input().height(), spec.input().width()};
  }

  /** Gives memory back. */
  @Override
  public void close() {
    predicting.values().forEach(Plan::close);
    training.values().forEach(Plan::close);
    predicting.clear();
    training.clear();
    current.clear();
  }
}
