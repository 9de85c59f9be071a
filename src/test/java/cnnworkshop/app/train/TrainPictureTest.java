package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Threads;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole Train tab after a short training on pictures it draws itself: the network learns, and the documentation's
 * picture is taken. {@code -Ddocs.pictures=docs/pictures} renews that in the documentation.
 */
class TrainPictureTest extends FxTest {

  private static final Path PICTURES = Path.of(System.getProperty("docs.pictures", "target/docs-pictures"));

  @TempDir
  Path folder;

  @Test
  void aShortTrainingOnDrawnPicturesIsFarBetterThanGuessing() throws Exception {
    try (Threads threads = new Threads()) {
      train(threads);
    }
  }

  private void train(Threads threads) throws Exception {
    TrainTab tab = new TrainTab(folder, threads.trainer(), Platform::runLater);
    TrainView view = onFx(tab::view);
    show(view.root(), 1280, 760);
    waitUntil(() -> tab.model.canStart().get());
    runFx(() -> {
      Appearance.dressLight(view.root().getScene());
      tab.model.settings().prefer("cnn", Loss.CROSS_ENTROPY);
      tab.model.settings().picturesProperty().set(2000);
      tab.model.settings().epochsProperty().set(4);
      tab.model.start();
    });
    waitUntil(() -> !tab.model.isTraining() && tab.model.runs().runs().get(0).end().isPresent());
    double accuracy = onFx(() -> tab.model.runs().runs().get(0).result().orElseThrow());
    assertThat(accuracy).as("one of ten is right by guessing").isGreaterThan(0.25);
    runFx(() -> tab.model.results().pageProperty().set(ResultsModel.Page.TEN));
    robot().push(new KeyCodeCombination(KeyCode.DIGIT2, KeyCombination.ALT_DOWN));
    settle();
    Files.createDirectories(PICTURES);
    ImageIO.write(snapshot(view.root()), "png", PICTURES.resolve("train-tab.png").toFile());
  }
}
