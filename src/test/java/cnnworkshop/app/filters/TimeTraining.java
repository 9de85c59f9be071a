package cnnworkshop.app.filters;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.EagerSnapshots;
import cnnworkshop.core.train.LayerProbe;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.SnapshotStore;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A training of a small network that is kept with snapshots of all its epochs.
 *
 * @param run what was kept
 * @param answers what the network said of a picture at the start and after each epoch
 */
record TimeTraining(RunRecord run, List<float[]> answers) {

  static final int EPOCHS = 3;

  /** A network for points on faces, so small that it trains in a moment. */
  static final NetworkSpec POINTS = new NetworkSpec("tiny points", new Shape(1, 96, 96), List.of(
      new LayerSpec.Convolution("conv1", 6, LayerSpec.Size.of(5), LayerSpec.Size.of(4), LayerSpec.Size.of(1),
          LayerSpec.Padding.VALID, true, LayerSpec.Activation.RELU),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dropout("dropout1", 0.3),
      new LayerSpec.Dense("output", 30, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);

  /** A classifier of small pictures in colour. */
  static final NetworkSpec CLASSES = new NetworkSpec("tiny classes", new Shape(3, 32, 32), List.of(
      new LayerSpec.Convolution("conv1", 4, LayerSpec.Size.of(3), LayerSpec.Size.of(3), LayerSpec.Size.of(1),
          LayerSpec.Padding.VALID, true, LayerSpec.Activation.RELU),
      new LayerSpec.Dense("output", 3, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);

  /**
   * Trains.
   *
   * @param input a picture the network is asked about before and after each epoch
   */
  static TimeTraining keep(Backend backend, RunStore store, String id, NetworkSpec spec, float[] input) {
    TrainingSettings settings = new TrainingSettings(EPOCHS, 4, new Schedule.Constant(0.01), 0, 3);
    RunRecord begun = RunRecord.begun(id, "run " + id, Instant.parse("2026-03-01T09:15:00Z"), new RunSetup(
        new RunSetup.Data("noise", 8, 8, 0, 2, 1, null), spec, new Updater.Adam(), settings, ""));
    List<float[]> answers = new ArrayList<>();
    Curve[] curve = {Curve.EMPTY};
    try (TrainableNetwork network = backend.create(spec, new Updater.Adam(), 3)) {
      store.save(begun);
      TrainingSession session = new TrainingSession(network, new Noise(spec), null, null, settings, event -> {
        if (event instanceof TrainingEvent.Inside) {
          answers.add(network.predict(input, 1));
        } else if (event instanceof TrainingEvent.Epoch epoch) {
          curve[0] = curve[0].with(epoch);
        }
      });
      session.lookInside(LayerProbe.of(new Noise(spec)), EagerSnapshots.of(SnapshotStore.of(store, begun)));
      session.run(null);
      RunRecord run = begun.with(curve[0], Optional.of(TrainingEvent.Reason.COMPLETE));
      store.save(run);
      return new TimeTraining(run, answers);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Eight pictures of noise, with any answers. */
  private record Noise(NetworkSpec spec) implements TrainingData {

    @Override
    public int size() {
      return 8;
    }

    @Override
    public Batch batch(int[] numbers, RandomGenerator unused) {
      int outputs = ((LayerSpec.Dense) spec.layers().get(spec.layers().size() - 1)).units();
      float[] inputs = new float[numbers.length * spec.input().size()];
      float[] targets = new float[numbers.length * outputs];
      for (int i = 0; i < numbers.length; i++) {
        Random random = new Random(numbers[i]);
        for (int p = 0; p < spec.input().size(); p++) {
          inputs[i * spec.input().size() + p] = random.nextFloat();
        }
        targets[i * outputs + numbers[i] % outputs] = 1;
      }
      return new Batch(inputs, targets, null, numbers.length);
    }
  }
}
