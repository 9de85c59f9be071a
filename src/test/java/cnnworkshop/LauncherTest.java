package cnnworkshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LauncherTest {

  @Test
  void withoutArgumentsOrWithThoseOfTheWindowThereIsAWindow() {
    assertThat(Launcher.opensWindow(new String[] {})).isTrue();
    assertThat(Launcher.opensWindow(new String[] {"--open", "a.png"})).isTrue();
    assertThat(Launcher.opensWindow(new String[] {"--tab", "photo", "--open", "a.png"})).isTrue();
    assertThat(Launcher.opensWindow(new String[] {"--camera", "1"})).isTrue();
    assertThat(Launcher.opensWindow(new String[] {"--device", "cpu"})).isTrue();
  }

  @Test
  void anythingElseIsForTheCommandLine() {
    assertThat(Launcher.opensWindow(new String[] {"predict", "a.png"})).isFalse();
    assertThat(Launcher.opensWindow(new String[] {"--help"})).isFalse();
    assertThat(Launcher.opensWindow(new String[] {"--open"})).isFalse();
    assertThat(Launcher.opensWindow(new String[] {"info", "--open"})).isFalse();
  }
}
