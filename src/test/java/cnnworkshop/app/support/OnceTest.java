package cnnworkshop.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnceTest {

  @Test
  void itIsMadeWhenItIsFirstAskedForAndOnlyOnce() {
    List<String> made = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Once<String> once = new Once<>(() -> {
      made.add("made");
      return "it";
    });
    once.ifMade(seen::add);
    assertThat(made).isEmpty();
    assertThat(once.get()).isEqualTo("it");
    assertThat(once.get()).isEqualTo("it");
    once.ifMade(seen::add);
    assertThat(made).hasSize(1);
    assertThat(seen).containsExactly("it");
  }
}
