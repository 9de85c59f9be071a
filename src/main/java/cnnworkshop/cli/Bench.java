package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.ClassTrainingData;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceTrainingData;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.Occlusion;
import cnnworkshop.core.inspect.OcclusionSweep;
import cnnworkshop.core.inspect.PhotoMaps;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.Speed;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.WindowCost;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does what the window does, without drawing it, and measures. The parts of the start are measured once, in a process
 * that has done nothing before; the others after a round that does not count, as the median of several.
 */
final class Bench implements AutoCloseable {

  private static final String SAMPLE = "/sample-images/astronaut.png";
  /** Longest side of a map as the window shows it, in pixels. */
  private static final int MAP_SIDE = 320;
  private static final int BATCH = 128;
  private static final int PATCH = 12;
  private static final int PATCH_STEP = 4;
  /** Few, so that what is known can be shown while the sweep goes on. */
  private static final int PATCHES_AT_ONCE = 16;
  private static final int TRAINING_BATCH = 64;
  private static final int TRAINED = 4000;
  private static final int FACE_BATCH = 128;
  private static final int TRAINED_FACES = 512;
  private static final int WINDOW_ROUNDS = 3;

  private final Workbench workbench;
  private final CommonOptions common;
  private final int rounds;
  private final ExecutorService workers;
  private final Measurements results = new Measurements();

  Bench(Workbench workbench, CommonOptions common, int rounds) {
    this.workbench = workbench;
    this.common = common;
    this.rounds = rounds;
    this.workers = Executors.newFixedThreadPool(common.workers());
  }

  /** @param ready what has to be done before natives are loaded */
  Measurements run(Runnable ready) throws UserFailure, IOException {
    byte[] sample = sample();
    results.put(Part.START_JVM,
        System.currentTimeMillis() - (double) ManagementFactory.getRuntimeMXBean().getStartTime());
    ready.run();
    results.put(Part.START_BACKEND, Measurements.milliseconds(() -> workbench.backend(common.threads())));
    Network[] opened = new Network[1];
    results.put(Part.START_NETWORK,
        Measurements.milliseconds(() -> opened[0] = workbench.keypointNetwork(null, common.threads())));
    try (Network network = opened[0]) {
      Photo photo = workbench.photos().load(sample, SAMPLE);
      KeypointPredictor predictor = new KeypointPredictor(network);
      FaceSquare square = FaceSquare.middleOf(photo);
      results.put(Part.START_PREDICTION,
          Measurements.milliseconds(() -> predictor.given(photo, square, Face.Source.WHOLE)));
      results.put(Part.START_DETECTOR, Measurements.milliseconds(() -> workbench.faces().detect(photo)));
      drop(sample, network, predictor);
      new PhotoBench(rounds, workers, common.workers()).measure(photo, Filters.of(network, 0), MAP_SIDE, results);
      squareMoves(photo, predictor);
      sweep(photo, square, network);
      inference(network);
    }
    return results;
  }

  private byte[] sample() throws IOException, CommandFailure {
    try (InputStream in = Bench.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new CommandFailure("cli.bench.no-sample", SAMPLE);
      }
      return in.readAllBytes();
    }
  }

  /** A picture is dropped on the window: it is read, its maps are computed, its faces found and their points. */
  private void drop(byte[] file, Network network, KeypointPredictor predictor) throws UserFailure, IOException {
    Filters filters = Filters.of(network, 0);
    FaceDetector detector = workbench.faces();
    double[] load = new double[rounds];
    double[] maps = new double[rounds];
    double[] points = new double[rounds];
    double[] all = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      Photo[] photo = new Photo[1];
      double loading = Measurements.milliseconds(() -> photo[0] = workbench.photos().load(file, SAMPLE));
      double mapping = Measurements.milliseconds(() -> PhotoBench.reduceAll(new PhotoMaps(photo[0], filters), MAP_SIDE, workers,
          common.workers()));
      double pointing = Measurements.milliseconds(() ->
          detector.detect(photo[0]).forEach(square -> predictor.detected(photo[0], square)));
      if (round >= 0) {
        load[round] = loading;
        maps[round] = mapping;
        points[round] = pointing;
        all[round] = loading + mapping + pointing;
      }
    }
    results.put(Part.DROP_LOAD, Measurements.median(load));
    results.put(Part.DROP_MAPS, Measurements.median(maps));
    results.put(Part.DROP_POINTS, Measurements.median(points));
    results.put(Part.DROP, Measurements.median(all));
  }

  /** The face square is dragged across the photo, a pixel at a time. */
  private void squareMoves(Photo photo, KeypointPredictor predictor) throws UserFailure, IOException {
    double[] times = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      FaceSquare square = FaceSquare.ofBox(100 + round, 100, photo.width() / 4.0);
      double time = Measurements.milliseconds(() -> predictor.given(photo, square, Face.Source.GIVEN));
      if (round >= 0) {
        times[round] = time;
      }
    }
    results.put(Part.SQUARE_MOVE, Measurements.median(times));
  }

  /** A patch slides over a face, as in the Filters tab to begin with: 484 places. */
  private void sweep(Photo photo, FaceSquare square, Network network) throws UserFailure, IOException {
    Occlusion occlusion = new Occlusion(network.spec().input(), new FaceView(square).sample(photo, 1), PATCH, PATCH_STEP,
        Occlusion.Fill.GREY);
    double[] times = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double time = Measurements.milliseconds(() -> OcclusionSweep.of(network, occlusion, PATCHES_AT_ONCE, done -> true));
      if (round >= 0) {
        times[round] = time;
      }
    }
    results.put(Part.OCCLUSION, Measurements.median(times));
  }

  private void inference(Network network) throws UserFailure, IOException {
    float[] inputs = new float[BATCH * FaceView.SIZE * FaceView.SIZE];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = i % 251 / 250f;
    }
    double[] times = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double time = Measurements.milliseconds(() -> network.predict(inputs, BATCH));
      if (round >= 0) {
        times[round] = time;
      }
    }
    results.put(Part.INFERENCE, BATCH / Measurements.median(times) * 1000);
  }

  /** The workshop's networks and our own learn pictures drawn by the program, as the Train tab measures them too. */
  void training() throws UserFailure {
    Backend backend = workbench.backend(common.threads());
    TrainingData shapes =
        new ClassTrainingData(Shapes10.training(TRAINED, Shapes10.DIFFICULTY, 1), PictureAugmentation.NONE);
    TrainingData faces = new FaceTrainingData(DrawnFaces.of(TRAINED_FACES, 1), FaceAugmentation.NONE);
    Speed cnn = speed(backend, Presets.cnn(), new Updater.Adam(), shapes, TRAINING_BATCH);
    Speed suggested = speed(backend, Presets.suggestedCnn(), new Updater.Adam(), shapes, TRAINING_BATCH);
    Speed sixty = speed(backend, Presets.sixtySeconds(), new Updater.Adam(), shapes, TRAINING_BATCH);
    results.put(Part.TRAIN_CNN, cnn.training());
    results.put(Part.TRAIN_SUGGESTED, suggested.training());
    results.put(Part.TRAIN_SIXTY, sixty.training());
    results.put(Part.TRAIN_KEYPOINTS, speed(backend, Presets.byName("keypoints").orElseThrow(),
        new Updater.Nesterov(TrainingSettings.USUAL_MOMENTUM.highest()), faces, FACE_BATCH).training());
    results.put(Part.JUDGE_CNN, cnn.judging());
    results.put(Part.JUDGE_SUGGESTED, suggested.judging());
    results.put(Part.JUDGE_SIXTY, sixty.judging());
  }

  private static Speed speed(Backend backend, NetworkSpec network, Updater updater, TrainingData data, int batch)
      throws CommandFailure {
    try {
      return Speed.measure(backend, network, updater, data, batch, () -> false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("cli.bench.interrupted");
    }
  }

  /** What the window costs a training. */
  void window(WindowCost.Meter meter) throws UserFailure {
    try {
      WindowCost cost = meter.measure(workbench.backend(common.threads()), WINDOW_ROUNDS);
      results.put(Part.WINDOW_BARE, cost.bare());
      results.put(Part.WINDOW_TRAINING, cost.inWindow());
      results.put(Part.WINDOW_SHARE, cost.inWindow() / cost.bare());
      results.put(Part.PULSE_MEDIAN, cost.pulseMedian());
      results.put(Part.PULSE_99, cost.pulse99());
      results.put(Part.OPEN_FILTERS, cost.openFilters());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("cli.bench.interrupted");
    } catch (IOException e) {
      throw new CommandFailure("cli.bench.no-folder", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
