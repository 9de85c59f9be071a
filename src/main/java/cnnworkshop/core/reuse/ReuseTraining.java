package cnnworkshop.core.reuse;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingTask;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Trains a cut network on a new task. What frozen layers make of the pictures is computed once; the layers behind them
 * are trained as a network of their own, and both are put together at the end, so frozen weights can't change.
 */
public final class ReuseTraining {

  /** Hears how far it is, on the trainer thread: it must be quick. */
  public interface Listener {
    /** The frozen layers have gone through so many pictures of all. */
    void frozenLayers(int done, int all);

    /** Of the training itself; an epoch is one of {@link Lesson#rounds()}. */
    void told(TrainingEvent event);
  }

  /**
   * How it went.
   *
   * @param network the whole new network with what it has learned; belongs to who gets this
   * @param info what its file says of it
   * @param reason why it ended
   * @param accuracy of the test pictures after the last step, 0..1, or the RMSE in pixels; null without any
   * @param seconds from the first picture to the last, judging and frozen layers included
   * @param trainedAsecond pictures a second that the moving layers learned from, judging not counted
   * @param frozenAsecond pictures a second that go through the frozen layers; NaN without any
   */
  public record Outcome(TrainableNetwork network, ModelInfo info, Reason reason, Double accuracy, double seconds,
      double trainedAsecond, double frozenAsecond) {

    /** How many times longer training would have taken had the frozen layers been computed at each step; 1 without any. */
    public double speedUp() {
      return Double.isNaN(frozenAsecond) ? 1 : 1 + trainedAsecond / frozenAsecond;
    }
  }

  private final Backend backend;
  private final Cut cut;
  private final float[] trained;
  private final Lesson lesson;

  /**
   * @param backend builds the network
   * @param cut says what moves
   * @param trained what the layers that stay have learned, as {@code network.parameters(0, kept)} gives it; null to
   *     begin at random
   * @param lesson how it learns
   */
  public ReuseTraining(Backend backend, Cut cut, float[] trained, Lesson lesson) {
    if (trained == null && cut.frozen() > 0) {
      throw new IllegalArgumentException("random layers are not frozen");
    }
    this.backend = backend;
    this.cut = cut;
    this.trained = trained;
    this.lesson = lesson;
  }

  /**
   * Trains, on the thread that calls.
   *
   * @param task the new task
   * @param part the pictures to learn from
   * @param name what the new network is called
   * @param seed the same seed, pictures and settings give the same network
   * @param control may hold it or end it
   * @return null if it was ended before the first round was over
   * @throws ReuseFailure if the cut can't be made, or the frozen layers' results would not fit into memory
   */
  public Outcome run(TrainingTask task, TrainingTask.Part part, String name, long seed, TrainingControl control,
      BooleanSupplier ended, Listener listener) throws ReuseFailure, IOException, InterruptedException {
    NetworkSpec spec = cut.network(name);
    long start = System.nanoTime();
    TrainableNetwork whole = backend.create(spec, lesson.updater(), seed);
    try {
      if (trained != null) {
        whole.setParameters(0, trained);
      }
      Trained result = cut.frozen() == 0
          ? moveAll(whole, part, seed, control, listener)
          : moveRest(whole, task, part, seed, control, ended, listener);
      if (result == null || result.last == null) {
        whole.close();
        return null;
      }
      TrainingEvent.Epoch last = result.last;
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Outcome(whole, part.describe(whole, name, record(task, part, result, seed)), result.reason,
          last.test() == null ? null : last.test().measure(), seconds, result.trainedAsecond, result.frozenAsecond);
    } catch (ReuseFailure | IOException | InterruptedException | RuntimeException e) {
      whole.close();
      throw e;
    }
  }

  /** @param last of the rounds that were over; null if none was */
  private record Trained(Reason reason, TrainingEvent.Epoch last, double trainedAsecond, double frozenAsecond) {}

  private Trained moveAll(TrainableNetwork whole, TrainingTask.Part part, long seed, TrainingControl control,
      Listener listener) throws IOException, InterruptedException {
    whole.setRateFactors(cut.movingRates(whole.spec()));
    return train(whole, part.data(lesson.augmentation()), part.testJudge(), seed, control, Double.NaN, listener);
  }

  private Trained moveRest(TrainableNetwork whole, TrainingTask task, TrainingTask.Part part, long seed,
      TrainingControl control, BooleanSupplier ended, Listener listener)
      throws ReuseFailure, IOException, InterruptedException {
    int frozen = cut.frozen();
    int layers = whole.spec().layers().size();
    FrozenFeatures features = new FrozenFeatures(whole, frozen);
    Augmentation augmentation = lesson.augmentation();
    int variants = augmentation.equals(task.unchanged()) ? 1 : lesson.variants();
    int all = variants * part.learned();
    TrainingData data = features.cached(part.data(augmentation), variants, seed,
        done -> listener.frozenLayers(done, all), ended);
    if (data == null) {
      return null;
    }
    double frozenAsecond = features.picturesPerSecond();
    try (TrainableNetwork rest = backend.create(cut.moving(whole.spec()), lesson.updater(), seed)) {
      rest.setParameters(0, whole.parameters(frozen, layers));
      rest.setRateFactors(cut.movingRates(rest.spec()));
      TrainingSession.Judge test = part.testJudge();
      Trained result = train(rest, data, test == null ? null : features.judge(test), seed, control, frozenAsecond,
          listener);
      whole.setParameters(frozen, rest.parameters());
      return result;
    }
  }

  private Trained train(TrainableNetwork moving, TrainingData data, TrainingSession.Judge test, long seed,
      TrainingControl control, double frozenAsecond, Listener listener) throws IOException, InterruptedException {
    TrainingEvent.Epoch[] last = {null};
    double[] speed = {0};
    TrainingSession session = new TrainingSession(moving, new RepeatedData(data, lesson.times(data.size())), null, test,
        lesson.settings(seed), control, event -> {
          if (event instanceof TrainingEvent.Epoch epoch) {
            last[0] = epoch;
            speed[0] = Math.max(speed[0], epoch.picturesPerSecond());
          }
          listener.told(event);
        });
    Reason reason = session.run(null);
    return new Trained(reason, last[0], speed[0], frozenAsecond);
  }

  private Map<String, String> record(TrainingTask task, TrainingTask.Part part, Trained result, long seed) {
    Map<String, String> record = new LinkedHashMap<>();
    if (trained == null) {
      record.put("reused", "nothing");
    } else {
      record.put("reused", cut.kept() + " layers of " + cut.base().name() + ", " + cut.frozen() + " of them frozen");
      record.put("rates", cut.rates().toString());
    }
    record.put("data", task.name());
    record.put("pictures", String.valueOf(part.learned()));
    record.put("steps", lesson.steps() + " of " + lesson.batch() + " pictures");
    record.put("learning rate", "at most " + lesson.learningRate());
    record.put("augmentation", lesson.augmentation().words());
    record.put("seed", String.valueOf(seed));
    if (result.last.test() != null) {
      double measure = result.last.test().measure();
      boolean classes = task.loss() == NetworkSpec.Loss.CROSS_ENTROPY;
      record.put(classes ? "test accuracy" : "test RMSE", classes
          ? String.format(Locale.ROOT, "%.1f %% of %d pictures that chose nothing", 100 * measure, task.tested())
          : String.format(Locale.ROOT, "%.2f px on %d faces that chose nothing", measure, task.tested()));
    }
    return record;
  }
}
