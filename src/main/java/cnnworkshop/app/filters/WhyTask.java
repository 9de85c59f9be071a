package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Occlusion;
import cnnworkshop.core.inspect.OcclusionSweep;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.inspect.SmoothGradient;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.util.function.Function;

/** A question put to a network in parts; only {@link #ask}'s result runs on the network's thread. */
interface WhyTask {

  /** How many pictures the network has to be shown. */
  int total();

  /** How many it has been shown: the first ones. */
  int done();

  /**
   * What to ask the network next.
   *
   * @param count how many pictures
   * @return runs on the network's thread; its result takes in the answer, on the UI thread
   */
  Function<Network, Runnable> ask(int count);

  /** What is known so far; null for nothing. */
  WhyResult result(Look look);

  /** A patch in all its places. */
  static WhyTask occlusion(Occlusion occlusion, float[] plain) {
    OcclusionSweep sweep = new OcclusionSweep(occlusion, plain);
    return new WhyTask() {
      @Override
      public int total() {
        return occlusion.grid().count();
      }

      @Override
      public int done() {
        return sweep.done();
      }

      @Override
      public Function<Network, Runnable> ask(int count) {
        int from = sweep.done();
        return network -> {
          float[] outputs = network.predict(occlusion.occluded(from, count), count);
          return () -> sweep.add(outputs);
        };
      }

      @Override
      public WhyResult result(Look look) {
        return new WhyResult.Swept(sweep, sweep.done());
      }
    };
  }

  /** Gradients of all copies. */
  static WhyTask gradients(SmoothGradient smooth, Shape shape, Explained explained) {
    return new WhyTask() {
      @Override
      public int total() {
        return smooth.copies();
      }

      @Override
      public int done() {
        return smooth.done();
      }

      @Override
      public Function<Network, Runnable> ask(int count) {
        int from = smooth.done();
        return network -> {
          float[][] gradients = SmoothGradient.gradients(network, explained, smooth.noisy(from, count), count);
          return () -> smooth.add(gradients);
        };
      }

      @Override
      public WhyResult result(Look look) {
        return smooth.done() == 0 ? null : new WhyResult.Felt(shape, smooth.mean(), look);
      }
    };
  }
}
