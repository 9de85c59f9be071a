package cnnworkshop.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void whatIsChangedIsThereAtTheNextStart() {
    Path file = folder.resolve("deeper").resolve("settings.json");
    try (SettingsFile written = open(file)) {
      Settings settings = new Settings(written);
      settings.themeProperty().set(Settings.Theme.DARK);
      settings.enlargeType();
      settings.addRecentPicture(folder.resolve("图片.png"));
    }
    try (SettingsFile read = open(file)) {
      Settings settings = new Settings(read);
      assertThat(settings.themeProperty().get()).isEqualTo(Settings.Theme.DARK);
      assertThat(settings.typePercentProperty().get()).isEqualTo(110);
      assertThat(settings.recentPictures()).containsExactly(folder.resolve("图片.png").toString());
    }
  }

  @Test
  void aDamagedFileGivesDefaultsAndIsKeptAside() throws Exception {
    Path file = Files.writeString(folder.resolve("settings.json"), "{ \"theme\": ");
    try (SettingsFile read = open(file)) {
      assertThat(new Settings(read).typePercentProperty().get()).isEqualTo(100);
      assertThat(read.keptAside()).hasValueSatisfying(aside -> assertThat(aside).hasContent("{ \"theme\": "));
    }
  }

  @Test
  void whatAnotherVersionWroteStaysInTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("settings.json"), "{ \"future\": 1, \"typePercent\": \"big\" }");
    try (SettingsFile read = open(file)) {
      Settings settings = new Settings(read);
      assertThat(settings.typePercentProperty().get()).as("a value of the wrong type").isEqualTo(100);
      settings.tabProperty().set("photo");
    }
    assertThat(Files.readString(file)).contains("future").contains("photo");
  }

  @Test
  void onlyTheLastTwelveFilesAreRemembered() {
    try (SettingsFile read = open(folder.resolve("settings.json"))) {
      Settings settings = new Settings(read);
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        files.add(folder.resolve(i + ".png"));
        settings.addRecentPicture(files.get(i));
      }
      settings.addRecentPicture(files.get(10));
      assertThat(settings.recentPictures()).hasSize(12).startsWith(files.get(10).toString(), files.get(14).toString());
    }
  }

  private SettingsFile open(Path file) {
    return new SettingsFile(file, timer, e -> {
      throw new AssertionError(e);
    });
  }
}
