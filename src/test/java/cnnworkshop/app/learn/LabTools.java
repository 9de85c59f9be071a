package cnnworkshop.app.learn;

import cnnworkshop.core.face.SamplePhotos;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;

/** Tools for demos with the shipped network, opened once for all tests. */
final class LabTools {

  private static Network network;

  private LabTools() {}

  private static synchronized Network network() {
    try {
      if (network == null) {
        NativePath.choose(null);
        network = Dl4jBackend.start(0).open(new ShippedModels(Files.createTempDirectory("lab")).keypoints());
      }
      return network;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything at once on the calling thread. */
  static DemoTools atOnce(List<Throwable> failures) {
    return with(LabTools::network, Runnable::run, failures);
  }

  /** A network that can't be opened. */
  static DemoTools broken(List<Throwable> failures) {
    return with(() -> {
      throw new IllegalStateException("no network");
    }, Runnable::run, failures);
  }

  /** What is asked of the background waits in a list. */
  static DemoTools stepped(List<Runnable> background, List<Throwable> failures) {
    return with(LabTools::network, background::add, failures);
  }

  private static DemoTools with(Supplier<Network> open, Executor background,
      List<Throwable> failures) {
    List<Photo> samples = new ArrayList<>();
    samples.add(SamplePhotos.load("astronaut.png"));
    samples.add(SamplePhotos.load("cameraman.png"));
    return new DemoTools(Texts.load(Locale.ENGLISH), new KeypointLab(open, Runnable::run, Runnable::run),
        () -> samples.get(1), () -> samples, null, null, background, Runnable::run, new SimpleBooleanProperty(true),
        failures::add);
  }
}
