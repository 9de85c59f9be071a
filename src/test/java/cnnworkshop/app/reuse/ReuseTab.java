package cnnworkshop.app.reuse;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.app.train.DataSource;
import cnnworkshop.app.train.Places;
import cnnworkshop.app.train.RunPlaces;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.DescribedNetwork;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.image.WritableImage;

/** The Reuse tab's model with what it needs; everything happens at once on the calling thread unless said otherwise. */
final class ReuseTab implements ReusePlaces {

  /** So small that it trains in a moment. */
  static final Exercise TINY = new Exercise(100, 50, 1);

  final Texts texts = Texts.load(Locale.ENGLISH);
  final Backend backend;
  final Messages messages;
  final Inference inference;
  final ReuseTools tools;
  final CutAndRaceModel model;
  /** What was copied and opened elsewhere. */
  final List<WritableImage> copied = new ArrayList<>();
  final List<NetworkSpec> opened = new ArrayList<>();
  /** Where everything is saved; null for a person who thinks better of it. */
  Path saved;
  private final Path folder;

  ReuseTab(Path folder) throws Exception {
    this(folder, Runnable::run, Runnable::run, Runnable::run, TINY);
  }

  ReuseTab(Path folder, Executor trainerThread, Executor inferenceThread, Executor ui, Exercise exercise)
      throws Exception {
    NativePath.choose(null);
    this.folder = folder;
    backend = Dl4jBackend.start(0);
    messages = new Messages(texts, ui);
    inference = new Inference(() -> backend, inferenceThread, ui);
    tools = new ReuseTools(inference, new Trainer(() -> backend, trainerThread, ui), folder.resolve("cache"), messages,
        new Work(ui), texts, Runnable::run, ui);
    model = new CutAndRaceModel(tools, exercise);
    model.lesson().stepsProperty().set(24);
    model.choices().seedsProperty().set(1);
  }

  /** Two classes a network can tell apart at a glance, and a third in between: so many pictures of each. */
  ReuseTab withPictures(int each) throws Exception {
    for (String name : List.of("dark", "grey", "light")) {
      Path ofClass = Files.createDirectories(folder.resolve("pictures").resolve(name));
      for (int i = 0; i < each; i++) {
        float[] greys = new float[32 * 32];
        for (int p = 0; p < greys.length; p++) {
          greys[p] = (name.equals("dark") ? 20 : name.equals("grey") ? 110 : 210) + (p * 7 + i * 13) % 30;
        }
        PngFile.write(ofClass.resolve(i + ".png"), Photo.ofGrey(32, 32, greys));
      }
    }
    model.task().data().take(DataSource.PICTURES, folder.resolve("pictures"));
    return this;
  }

  /** A small network for colour pictures of 32×32, whose layers are conv1, pool1, norm1, dropout1, conv2 and output. */
  static NetworkSpec base(String name, int channels) {
    return new NetworkSpec(name, new Shape(channels, 32, 32), List.of(
        LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID),
        LayerSpec.Pooling.max("pool1", 4),
        new LayerSpec.BatchNormalization("norm1"),
        new LayerSpec.Dropout("dropout1", 0.2),
        LayerSpec.Convolution.relu("conv2", 6, 3, LayerSpec.Padding.VALID),
        new LayerSpec.Dense("output", 4, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);
  }

  /** Loads a small network. */
  ReuseTab withBase(String name) {
    load(base(name, 3));
    return this;
  }

  void load(NetworkSpec spec) {
    inference.load(b -> described(b, spec), () -> {}, e -> {
      throw new AssertionError(e);
    });
  }

  private static Network described(Backend backend, NetworkSpec spec) {
    return new DescribedNetwork(backend.create(spec, new Backend.Updater.Adam(), 3),
        new ModelInfo(spec.name(), ModelInfo.Task.OTHER, List.of(), Map.of()));
  }

  List<String> told() {
    return messages.shown().stream().map(message -> message.sentence()).toList();
  }

  @Override
  public Places data() {
    return new Places() {
      @Override
      public Optional<Path> folder() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> archive() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> table() {
        return Optional.empty();
      }
    };
  }

  @Override
  public RunPlaces files() {
    return (name, extension) -> Optional.ofNullable(saved);
  }

  @Override
  public void copy(WritableImage picture) {
    copied.add(picture);
  }

  @Override
  public void openInTrain(NetworkSpec layers) {
    opened.add(layers);
  }
}
