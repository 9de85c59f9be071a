package cnnworkshop.app;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A test of something on a stage, without a screen: do this on the JavaFX thread, wait, look at it.
 * The toolkit is started once for all of them; each test's stages are closed after it.
 */
public abstract class FxTest {

  private static final int PATIENCE_SECONDS = 30;

  private final List<Stage> stages = new ArrayList<>();
  private final FxRobot robot = new FxRobot();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @AfterEach
  final void closeStages() {
    onFx(() -> {
      stages.forEach(Stage::hide);
      return null;
    });
    stages.clear();
  }

  /** Does {@code work} on the JavaFX thread and gives back its result; what it throws is thrown here. */
  protected <T> T onFx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(work));
    } catch (TimeoutException e) {
      throw new AssertionError("the JavaFX thread did not answer within " + PATIENCE_SECONDS + " s", e);
    }
  }

  /** Does {@code work} on the JavaFX thread and waits for it. */
  protected void runFx(Runnable work) {
    onFx(() -> {
      work.run();
      return null;
    });
  }

  /** Shows {@code root} on a stage of its own, with the program's light theme, and gives it the focus. */
  protected void show(Parent root, double width, double height) {
    runFx(() -> {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      Scene scene = new Scene(root, width, height);
      for (String sheet : List.of("light", "base", "control", "photo")) {
        scene.getStylesheets().add(FxTest.class.getResource("/assets/styles/" + sheet + ".css").toExternalForm());
      }
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      // Stages without a screen take no focus by themselves.
      stage.requestFocus();
      root.applyCss();
      root.layout();
      stages.add(stage);
    });
    settle();
  }

  /** Waits until a condition holds that work in the background brings about. */
  protected void waitUntil(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come about within " + PATIENCE_SECONDS + " s", e);
    }
    settle();
  }

  /** A person's hands: mouse and keys. */
  protected FxRobot robot() {
    return robot;
  }

  /** Waits until the JavaFX thread has done what is queued and has drawn it. */
  protected void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** What a node looks like. */
  protected BufferedImage snapshot(Node node) {
    settle();
    return onFx(() -> SwingFXUtils.fromFXImage(node.snapshot(null, null), null));
  }

  /** Writes what a node looks like to {@code target/pictures/NAME.png}, for eyes. */
  protected void snapshot(Node node, String name) {
    BufferedImage picture = snapshot(node);
    try {
      Path directory = Files.createDirectories(Path.of("target", "pictures"));
      ImageIO.write(picture, "png", directory.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
