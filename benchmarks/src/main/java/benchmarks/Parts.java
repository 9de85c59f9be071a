package benchmarks;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.PhotoMaps;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The parts that take a person's time, each by itself: {@code benchmarks/parts}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class Parts {

  /** A network and a batch. */
  @State(Scope.Benchmark)
  public static class Trained {

    @Param({"cnn", "suggested_cnn", "sixty_seconds", "keypoints"})
    public String name;

    private TrainableNetwork network;
    private int batch;
    private float[] inputs;
    private float[] targets;

    /** Pictures at random; targets that classes and points can both be. */
    @Setup
    public void make() throws Exception {
      NativePath.choose(null);
      Backend backend = Dl4jBackend.start(0);
      NetworkSpec spec = Presets.byName(name).orElseThrow();
      boolean faces = name.equals("keypoints");
      batch = faces ? 128 : 64;
      network = backend.create(spec, faces ? new Updater.Nesterov(0.9) : new Updater.Adam(), 1);
      network.setLearningRate(1e-4);
      inputs = new float[batch * spec.input().size()];
      Random random = new Random(1);
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = random.nextFloat();
      }
      int outputs = faces ? 30 : 10;
      targets = new float[batch * outputs];
      for (int i = 0; i < batch; i++) {
        targets[i * outputs + i % outputs] = 1;
      }
    }

    @TearDown
    public void close() {
      network.close();
    }
  }

  /** Conv1 of the keypoint network, untrained, and a photo of 12 million pixels. */
  @State(Scope.Benchmark)
  public static class Seen {

    private PhotoMaps maps;

    @Setup
    public void make() throws Exception {
      NativePath.choose(null);
      Backend backend = Dl4jBackend.start(0);
      int[] rgb = new Random(1).ints(4000 * 3000).toArray();
      try (TrainableNetwork network = backend.create(Presets.byName("keypoints").orElseThrow(), new Updater.Adam(), 1)) {
        maps = new PhotoMaps(Photo.ofRgb(4000, 3000, rgb), Filters.of(network, 0));
      }
    }
  }

  /** Memory to copy, far more than caches hold: 64 MB. */
  @State(Scope.Benchmark)
  public static class Memory {
    private final float[] from = new float[1 << 24];
    private final float[] to = new float[1 << 24];
  }

  /** A step of training, dropout and updater included. */
  @Benchmark
  public double step(Trained t) {
    return t.network.fit(t.inputs, t.targets, null, t.batch);
  }

  /** The answers for a batch. */
  @Benchmark
  public float[] prediction(Trained t) {
    return t.network.predict(t.inputs, t.batch);
  }

  /** All 32 maps of the photo at full size, on all cores. */
  @Benchmark
  public void fullSizeMaps(Seen s) {
    s.maps.bands(16, true, (first, rows, values) -> { });
  }

  /** A plain copy of 64 MB on one core. */
  @Benchmark
  public float[] copy(Memory m) {
    System.arraycopy(m.from, 0, m.to, 0, m.from.length);
    return m.to;
  }
}
