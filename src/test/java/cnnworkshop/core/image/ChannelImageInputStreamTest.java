package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelImageInputStreamTest {

  @Test
  void readsTheFilesBytesWhereverItIsSentTo(@TempDir Path folder) throws Exception {
    Random random = new Random(3);
    byte[] bytes = new byte[200_000];
    random.nextBytes(bytes);
    try (ChannelImageInputStream in = new ChannelImageInputStream(Files.write(folder.resolve("a"), bytes))) {
      assertThat(in.length()).isEqualTo(bytes.length);
      for (int i = 0; i < 2000; i++) {
        int at = random.nextInt(bytes.length);
        in.seek(at);
        assertThat(in.read()).isEqualTo(bytes[at] & 0xFF);
        byte[] some = new byte[Math.min(300, bytes.length - at - 1)];
        in.readFully(some);
        for (int k = 0; k < some.length; k++) {
          assertThat(some[k]).isEqualTo(bytes[at + 1 + k]);
        }
      }
      in.seek(bytes.length);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[5], 0, 5)).isEqualTo(-1);
    }
  }
}
