package cnnworkshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeepLinkTest {

  @Test
  void aLinkNamesATabAndItsState() {
    assertThat(DeepLink.of("train?data=shapes10&network=cnn"))
        .isEqualTo(new DeepLink("train", Map.of("data", "shapes10", "network", "cnn")));
    assertThat(DeepLink.of("photo")).isEqualTo(new DeepLink("photo", Map.of()));
    assertThat(DeepLink.of("photo?sample=")).isEqualTo(new DeepLink("photo", Map.of("sample", "")));
    assertThat(DeepLink.of("photo?odd")).isEqualTo(new DeepLink("photo", Map.of()));
  }
}
