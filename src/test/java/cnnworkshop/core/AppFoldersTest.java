package cnnworkshop.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFoldersTest {

  @TempDir
  Path home;

  @TempDir
  Path temporary;

  @Test
  void foldersLieWhereTheSystemWantsThem() {
    assertThat(of("Linux").cache()).isEqualTo(home.resolve(".cache/cnn-workshop")).isDirectory();
    assertThat(of("Mac OS X").settings()).isEqualTo(home.resolve("Library/Application Support/CNN Workshop"));
    assertThat(of("Windows 11").log()).isEqualTo(home.resolve("AppData/Local/CNN Workshop/Logs"));
    assertThat(of("Linux").unusable()).isEmpty();
  }

  @Test
  void aFileInTheWayIsNoReasonNotToStart() throws Exception {
    Files.writeString(home.resolve(".cache"), "a file where the folder should be");
    AppFolders folders = of("Linux");
    assertThat(folders.cache()).isDirectory().startsWith(temporary);
    assertThat(folders.unusable()).containsExactly(home.resolve(".cache/cnn-workshop"));
  }

  @Test
  void aHomeThatMayNotBeWrittenToIsNoReasonNotToStart() throws Exception {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
    Files.createDirectories(home);
    assumeFalse(!home.toFile().setWritable(false), "this file system knows no permissions");
    AppFolders folders = of("Linux");
    home.toFile().setWritable(true);
    assertThat(folders.cache()).startsWith(temporary);
    assertThat(folders.unusable()).hasSize(3);
  }

  private AppFolders of(String system) {
    return AppFolders.of(system, variable -> null, home, temporary);
  }
}
