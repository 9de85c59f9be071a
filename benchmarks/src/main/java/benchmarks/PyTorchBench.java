package benchmarks;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Trains the workshop's networks and predicts with them in PyTorch, through DJL: the same layers, the same batches, the
 * same updaters as {@code cnn-workshop bench}, whose figures it sets beside its own, and beside those of DL4J as it is
 * shipped. Pictures a second, warm, the median of several rounds.
 */
public final class PyTorchBench {

  private static final int STEPS = 12;

  /** A network with the batch and the updater it is trained with. */
  private record Case(String name, SequentialBlock block, Shape picture, int outputs, int batch, boolean classifies,
      Optimizer optimizer) {}

  private PyTorchBench() {}

  /**
   * @param args rounds, and two JSON files that {@code cnn-workshop bench --json} wrote just before on this machine: as
   *     it is, and with DL4J as shipped
   */
  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    JsonObject ours = json(args[1]);
    JsonObject shipped = json(args[2]);
    System.out.printf("%s, %s threads, %s%n", ours.get("processor").getAsString(), ours.get("threads").getAsString(),
        ours.get("natives").getAsString());
    System.out.printf("%-26s %8s %14s %8s %16s %8s%n", "pictures a second", "ours",
        "PyTorch " + Engine.getEngine("PyTorch").getVersion(), "ratio", "DL4J as shipped", "ratio");
    for (Case each : cases()) {
      double[] speeds = measure(each, rounds);
      row(each.name + ", training", "train_" + each.name + "_per_s", ours, speeds[0], shipped);
      row(each.name + ", inference", "inference_" + each.name + "_per_s", ours, speeds[1], shipped);
    }
  }

  private static JsonObject json(String file) throws IOException {
    return JsonParser.parseString(Files.readString(Path.of(file))).getAsJsonObject();
  }

  private static void row(String what, String part, JsonObject ours, double theirs, JsonObject shipped) {
    double own = ours.get(part).getAsDouble();
    double before = shipped.get(part).getAsDouble();
    System.out.printf(Locale.ROOT, "%-26s %8.0f %14.0f %8.2f %16.0f %8.2f%n", what, own, theirs, own / theirs, before,
        own / before);
  }

  private static List<Case> cases() {
    Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build();
    Optimizer nesterov = Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).optMomentum(0.9f).build();
    return List.of(
        new Case("cnn", cnn(), new Shape(3, 32, 32), 10, 64, true, adam),
        new Case("suggested_cnn", suggestedCnn(), new Shape(3, 32, 32), 10, 64, true, adam),
        new Case("keypoints", keypoints(), new Shape(1, 96, 96), 30, 128, false, nesterov));
  }

  private static SequentialBlock cnn() {
    return new SequentialBlock().add(conv(32, 3, 1)).add(Activation::relu).add(pool())
        .add(Blocks.batchFlattenBlock()).add(dense(128)).add(Activation::relu).add(dense(10));
  }

  private static SequentialBlock suggestedCnn() {
    return new SequentialBlock().add(conv(32, 3, 1)).add(Activation::relu).add(pool()).add(drop(0.2f))
        .add(conv(64, 3, 1)).add(Activation::relu).add(drop(0.2f))
        .add(conv(64, 3, 1)).add(Activation::relu).add(pool()).add(drop(0.5f))
        .add(Blocks.batchFlattenBlock()).add(dense(512)).add(Activation::relu).add(drop(0.5f)).add(dense(10));
  }

  private static SequentialBlock keypoints() {
    return new SequentialBlock().add(conv(32, 3, 0)).add(Activation::relu).add(pool()).add(drop(0.1f))
        .add(conv(64, 2, 0)).add(Activation::relu).add(pool()).add(drop(0.2f))
        .add(conv(128, 2, 0)).add(Activation::relu).add(pool()).add(drop(0.3f))
        .add(Blocks.batchFlattenBlock()).add(dense(1000)).add(Activation::relu).add(drop(0.5f))
        .add(dense(1000)).add(Activation::relu).add(dense(30));
  }

  private static Block conv(int filters, int size, int padding) {
    return Conv2d.builder().setFilters(filters).setKernelShape(new Shape(size, size))
        .optPadding(new Shape(padding, padding)).build();
  }

  private static Block pool() {
    return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
  }

  private static Block drop(float rate) {
    return Dropout.builder().optRate(rate).build();
  }

  private static Block dense(int units) {
    return Linear.builder().setUnits(units).build();
  }

  /** Training and inference, pictures a second. */
  private static double[] measure(Case what, int rounds) {
    Loss loss = what.classifies ? Loss.softmaxCrossEntropyLoss() : Loss.l2Loss();
    try (Model model = Model.newInstance(what.name, "PyTorch"); NDManager manager = NDManager.newBaseManager()) {
      model.setBlock(what.block);
      DefaultTrainingConfig config = new DefaultTrainingConfig(loss).optOptimizer(what.optimizer)
          .optInitializer(new XavierInitializer(), "weight").optDevices(new ai.djl.Device[] {ai.djl.Device.cpu()});
      Shape input = batch(what);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(input);
        NDArray pictures = manager.randomUniform(0, 1, input);
        NDArray targets = what.classifies
            ? manager.arange(what.batch).mod(what.outputs).toType(DataType.FLOAT32, true)
            : manager.randomUniform(-1, 1, new Shape(what.batch, what.outputs));
        double[] training = new double[rounds];
        double[] inference = new double[rounds];
        for (int round = -1; round < rounds; round++) {
          double trained = picturesASecond(what, () -> step(trainer, loss, pictures, targets));
          double predicted = picturesASecond(what, () -> predict(trainer, what, pictures));
          if (round >= 0) {
            training[round] = trained;
            inference[round] = predicted;
          }
        }
        return new double[] {median(training), median(inference)};
      }
    }
  }

  private static Shape batch(Case what) {
    long[] sizes = new long[4];
    sizes[0] = what.batch;
    System.arraycopy(what.picture.getShape(), 0, sizes, 1, 3);
    return new Shape(sizes);
  }

  private static void step(Trainer trainer, Loss loss, NDArray pictures, NDArray targets) {
    try (NDManager step = trainer.getManager().newSubManager()) {
      NDArray x = pictures.duplicate();
      NDArray y = targets.duplicate();
      x.attach(step);
      y.attach(step);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList outputs = trainer.forward(new NDList(x), new NDList(y));
        NDArray value = loss.evaluate(new NDList(y), outputs);
        collector.backward(value);
        value.toFloatArray();
        value.close();
        outputs.close();
      }
      trainer.step();
    }
  }

  private static void predict(Trainer trainer, Case what, NDArray pictures) {
    try (NDManager step = trainer.getManager().newSubManager()) {
      NDArray x = pictures.duplicate();
      x.attach(step);
      NDList outputs = what.block.forward(new ParameterStore(step, false), new NDList(x), false);
      outputs.singletonOrThrow().toFloatArray();
      outputs.close();
    }
  }

  private static double picturesASecond(Case what, Runnable work) {
    long start = System.nanoTime();
    for (int i = 0; i < STEPS; i++) {
      work.run();
    }
    return STEPS * what.batch / ((System.nanoTime() - start) / 1e9);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
