package cnnworkshop.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFailure;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a toolkit. */
class ShellViewModelTest {

  @TempDir
  Path folder;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ObjectProperty<LoadedNetwork> network = new SimpleObjectProperty<>();
  private final Work work = new Work(Runnable::run);
  private final List<Path> pictures = new ArrayList<>();
  private final List<Path> networks = new ArrayList<>();
  private Settings settings;

  @BeforeEach
  void settings() {
    settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, e -> {
      throw new AssertionError(e);
    }));
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void theLineBelowNamesNetworkAndBackendAsSoonAsThereIsOne() {
    ShellViewModel model = model(Locale.ENGLISH);
    String before = model.networkText().get();
    assertThat(model.backendText().get()).isEmpty();

    network.set(keypoints(true));

    assertThat(model.networkText().get()).isNotEqualTo(before).contains("keypoints", "16,561,502");
    assertThat(model.backendText().get()).contains("oneDNN");
    assertThat(model.backendDetails().get()).contains("linux-x86_64-onednn-avx2");
    network.set(keypoints(false));
    assertThat(model.backendText().get()).doesNotContain("oneDNN");
  }

  @Test
  void aGpuIsNamedWithItsMemoryAndWhyThereIsNone() {
    ShellViewModel model = model(Locale.ENGLISH);
    network.set(keypoints(new Backend.Description("ND4J", "linux-x86_64-cudnn", false, 2,
        Optional.of(new Backend.Gpu("NVIDIA GeForce RTX 3060", 12L << 30, "12.2", "8.6")), Optional.empty())));

    assertThat(model.backendText().get()).isEqualTo("NVIDIA GeForce RTX 3060, 12.0 GB");
    assertThat(model.backendDetails().get()).contains("linux-x86_64-cudnn", "CUDA 12.2", "8.6");

    UserFailure why = new SettingsFailure(new IOException("a full disk"));
    network.set(keypoints(new Backend.Description("ND4J", "linux-x86_64-onednn-avx2", true, 2, Optional.empty(),
        Optional.of(why))));
    assertThat(model.backendText().get()).contains("CPU");
    assertThat(model.backendDetails().get()).contains(Texts.load(Locale.ENGLISH).sentence(why));
  }

  @Test
  void numbersFollowTheLocale() {
    ShellViewModel model = model(Locale.GERMANY);
    network.set(keypoints(true));

    assertThat(model.networkText().get()).contains("16.561.502");
  }

  @Test
  void theNewestWorkIsShownWithItsProgressAndCanBeStoppedIfItIsMadeForThat() {
    ShellViewModel model = model(Locale.ENGLISH);
    List<String> stopped = new ArrayList<>();
    Work.Piece loading = work.start("Loading", null);
    assertThat(model.stoppableProperty().get()).isFalse();
    Work.Piece saving = work.start("Saving", () -> stopped.add("Saving"));
    saving.progress(0.25);

    assertThat(model.workTextProperty().get()).contains("Saving", "1");
    assertThat(model.progressProperty().get()).isEqualTo(0.25);
    model.stop();
    assertThat(stopped).containsExactly("Saving");

    saving.done();
    assertThat(model.workTextProperty().get()).isEqualTo("Loading");
    loading.done();
    assertThat(model.workingProperty().get()).isFalse();
  }

  @Test
  void recentFilesAreOpenedAndForgotten() {
    ShellViewModel model = model(Locale.ENGLISH);
    settings.addRecentPicture(folder.resolve("a.png"));
    settings.addRecentNetwork(folder.resolve("a.zip"));

    model.openRecentPicture(settings.recentPictures().get(0));
    model.openRecentNetwork(settings.recentNetworks().get(0));
    assertThat(pictures).containsExactly(folder.resolve("a.png"));
    assertThat(networks).containsExactly(folder.resolve("a.zip"));

    model.forgetRecent();
    assertThat(settings.recentPictures()).isEmpty();
    assertThat(settings.recentNetworks()).isEmpty();
  }

  @Test
  void whoeverChoosesNoFileOpensNone() {
    model(Locale.ENGLISH).openPictures(List.of());

    assertThat(pictures).isEmpty();
  }

  @Test
  void typeGrowsAndShrinksInStepsWithinLimits() {
    for (int i = 0; i < 20; i++) {
      settings.enlargeType();
    }
    assertThat(settings.typePercentProperty().get()).isEqualTo(250);
    settings.reduceType();
    assertThat(settings.typePercentProperty().get()).isEqualTo(200);
    settings.resetType();
    assertThat(settings.typePercentProperty().get()).isEqualTo(100);
  }

  private ShellViewModel model(Locale locale) {
    return new ShellViewModel(settings, network, work, Texts.load(locale), new ShellActions() {
      @Override
      public void openPictures(List<Path> files) {
        pictures.addAll(files);
      }

      @Override
      public void openNetwork(Path file) {
        networks.add(file);
      }

      @Override
      public void openShipped(ShippedModels.Model model) {
        throw new UnsupportedOperationException();
      }
    }, false);
  }

  private static LoadedNetwork keypoints(boolean fastPath) {
    return keypoints(
        new Backend.Description("ND4J", fastPath ? "linux-x86_64-onednn-avx2" : "linux-x86_64", fastPath, 2));
  }

  private static LoadedNetwork keypoints(Backend.Description backend) {
    return new LoadedNetwork("keypoints", Presets.keypoints(0.1, 0.2, 0.3, 0.5),
        new ModelInfo("keypoints", ModelInfo.Task.KEYPOINTS, List.of(), Map.of()), List.of(Shape.flat(30)), 16_561_502,
        backend, null);
  }
}
