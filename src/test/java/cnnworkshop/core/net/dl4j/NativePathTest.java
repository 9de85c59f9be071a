package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativePathTest {

  @TempDir
  Path cache;

  @Test
  void nativesAreUnpackedOnce() throws Exception {
    assertThat(NativePath.areUnpacked(cache)).isFalse();
    Path natives = Files.createDirectory(cache.resolve("natives"));
    assertThat(NativePath.areUnpacked(cache)).isFalse();
    Files.createDirectory(natives.resolve("nd4j-native-1.0.0-M2.1-linux-x86_64.jar"));
    assertThat(NativePath.areUnpacked(cache)).isTrue();
  }

  @Test
  void nativesAreChosenByWhatTheProcessorCanDo() {
    assertThat(NativePath.extensionsFor(3)).containsExactly("-onednn-avx512", "-onednn-avx2");
    assertThat(NativePath.extensionsFor(2)).containsExactly("-onednn-avx2");
    assertThat(NativePath.extensionsFor(0)).isEmpty();
  }
}
