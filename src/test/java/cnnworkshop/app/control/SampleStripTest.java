package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.SampleStrip.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleStripTest extends ControlTest {

  private final List<Runnable> background = new ArrayList<>();
  private final List<Integer> chosen = new ArrayList<>();
  private SampleStrip strip;

  @BeforeEach
  void open() {
    strip = onFx(() -> new SampleStrip(TEXTS, background::add));
    open(strip, 300, 200);
    runFx(() -> {
      strip.setOnChosen(chosen::add);
      strip.setSamples(List.of(new Sample("one", () -> plain(40, 30)), new Sample("two", () -> {
        throw new IOException("unreadable");
      }), new Sample("three", () -> plain(3000, 20)), new Sample("four", () -> plain(9, 9)),
          new Sample("five", () -> plain(9, 9))));
    });
    settle();
  }

  private Button button(int index) {
    return all(strip, Button.class).get(index);
  }

  private ImageView thumbnail(int index) {
    return all(button(index), ImageView.class).get(0);
  }

  @Test
  void thumbnailsComeFromTheBackgroundAndOneThatFailsHoldsUpNone() {
    assertThat(thumbnail(0).getImage()).isNull();
    background.forEach(Runnable::run);
    settle();
    assertThat(thumbnail(0).getImage().getWidth()).isEqualTo(40);
    assertThat(thumbnail(1).getImage()).isNull();
    assertThat(thumbnail(2).getImage().getWidth()).isLessThanOrEqualTo(192);
  }

  @Test
  void aClickChoosesAndMarks() {
    robot().clickOn(button(0));
    assertThat(chosen).containsExactly(0);
    assertThat(button(0).getPseudoClassStates()).contains(PseudoClass.getPseudoClass("selected"));
    runFx(() -> strip.selectedProperty().set(1));
    assertThat(button(0).getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("selected"));
  }

  @Test
  void keysGoThroughAllPicturesAndScrollThemIntoSight() {
    type(button(0), KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
    assertThat(chosen).containsExactly(4);
    assertThat(onFx(() -> button(4).localToScene(button(4).getLayoutBounds()).getMaxX()))
        .isLessThanOrEqualTo(300);
  }

  @Test
  void everythingTabStopsAtHasAName() {
    assertThat(unnamedStops(strip)).isEmpty();
    assertThat(button(0).getAccessibleText()).isEqualTo("Sample picture one");
  }
}
