package cnnworkshop.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1280, 800);

  @Test
  void aWindowFromAScreenThatIsGoneComesBackOntoOneThatIsThere() {
    Rectangle2D place = WindowPlace.place(Optional.of(new Rectangle2D(3000, 200, 900, 700)), List.of(SCREEN), SCREEN);
    assertThat(SCREEN.contains(place)).isTrue();
  }

  @Test
  void aWindowThatFitsStaysWhereItWas() {
    Rectangle2D before = new Rectangle2D(100, 50, 1000, 700);
    assertThat(WindowPlace.place(Optional.of(before), List.of(SCREEN), SCREEN)).isEqualTo(before);
  }
}
