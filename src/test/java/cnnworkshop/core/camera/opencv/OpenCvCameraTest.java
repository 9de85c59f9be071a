package cnnworkshop.core.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.camera.Camera;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.camera.CameraFailure.Kind;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCvCameraTest {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int[] LEFT = {0xD02010, 0x10C020, 0x2010D0};
  private static final int RIGHT = 0x808080;

  @TempDir
  private Path folder;
  private final List<Double> rates = new ArrayList<>();

  /** Three frames, the left halves red, green, blue, the right halves grey, a black line along the top. */
  private static List<Photo> frames() {
    List<Photo> frames = new ArrayList<>();
    for (int colour : LEFT) {
      int[] rgb = new int[WIDTH * HEIGHT];
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = i / WIDTH < 8 ? 0 : i % WIDTH < WIDTH / 2 ? colour : RIGHT;
      }
      frames.add(Photo.ofRgb(WIDTH, HEIGHT, rgb));
    }
    return frames;
  }

  private Camera video() throws CameraFailure {
    Path file = TestVideo.write(folder.resolve("three.avi"), 12, frames());
    return OpenCvCamera.open(file.toString(), rates::add);
  }

  @Test
  void framesComeUprightWithTheirColoursSizeAndOrderAndBeginAnewAtTheEnd() throws CameraFailure {
    try (Camera camera = video()) {
      for (int i = 0; i < 7; i++) {
        camera.advance();
        Photo frame = camera.frame();
        assertThat(frame.width()).isEqualTo(WIDTH);
        assertThat(frame.height()).isEqualTo(HEIGHT);
        assertNear(frame.argb(10, 30), LEFT[i % 3]);
        assertNear(frame.argb(50, 30), RIGHT);
        assertNear(frame.argb(10, 2), 0);
        assertNear(frame.argb(10, 45), LEFT[i % 3]);
      }
    }
  }

  @Test
  void aFramePassedOverIsNotSeenAgain() throws CameraFailure {
    try (Camera camera = video()) {
      camera.advance();
      camera.advance();
      camera.advance();
      assertNear(camera.frame().argb(10, 30), LEFT[2]);
      assertNear(camera.frame().argb(10, 30), LEFT[2]);
    }
  }

  @Test
  void picturesOfAFileComeAtItsOwnRate() throws CameraFailure {
    try (Camera camera = video()) {
      camera.advance();
      camera.advance();
    }
    assertThat(rates).containsExactly(12.0, 12.0);
  }

  @Test
  void photosStayWhenTheCameraGoesOnAndIsClosed() throws CameraFailure {
    Photo first;
    try (Camera camera = video()) {
      camera.advance();
      first = camera.frame();
      camera.advance();
      camera.frame();
    }
    assertNear(first.argb(10, 30), LEFT[0]);
  }

  @Test
  void aVideoWhoseNameIsNotAsciiIsRead() throws CameraFailure {
    Path file = TestVideo.write(folder.resolve("grüße 日本.avi"), 12, frames());
    try (Camera camera = OpenCvCamera.open(file.toString(), rates::add)) {
      camera.advance();
      assertNear(camera.frame().argb(10, 30), LEFT[0]);
    }
  }

  @Test
  void withoutThatCameraASentenceSaysSo() {
    assertThatThrownBy(() -> OpenCvCamera.open("99")).isInstanceOfSatisfying(CameraFailure.class, failure -> {
      assertThat(failure.kind()).isIn(Kind.NONE, Kind.UNAVAILABLE);
      assertThat(Texts.load(Locale.ENGLISH).sentence(failure)).contains("amera 99").contains("try again");
    });
  }

  @Test
  void aFileThatIsMissingIsSaidToBe() {
    assertFails(folder.resolve("none.avi").toString(), Kind.NO_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no video at all, but some words of text"})
  void aFileThatIsNoVideoIsSaidToBeNone(String content) throws IOException {
    assertFails(Files.writeString(folder.resolve("words.avi"), content).toString(), Kind.NOT_A_VIDEO);
  }

  @Test
  void aVideoThatVanishesWhileItPlaysEndsWithASentence() throws IOException, CameraFailure {
    Path file = TestVideo.write(folder.resolve("three.avi"), 12, frames());
    try (Camera camera = OpenCvCamera.open(file.toString(), rates::add)) {
      camera.advance();
      Photo seen = camera.frame();
      Files.delete(file);
      assertThatThrownBy(() -> {
        for (int i = 0; i < 4; i++) {
          camera.advance();
        }
      }).isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.NO_FILE));
      assertThatThrownBy(camera::advance).isInstanceOf(CameraFailure.class);
      assertNear(seen.argb(10, 30), LEFT[0]);
    }
  }

  @Test
  void aDamagedVideoNeverGivesAPictureThatIsNone() throws IOException, CameraFailure {
    Path file = TestVideo.write(folder.resolve("three.avi"), 12, frames());
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 3, bytes.length, (byte) 0);
    Files.write(file, bytes);
    try (Camera camera = OpenCvCamera.open(file.toString(), rates::add)) {
      for (int i = 0; i < 20; i++) {
        camera.advance();
        assertThat(camera.frame().width()).isEqualTo(WIDTH);
      }
    } catch (CameraFailure e) {
      assertThat(e.kind()).isIn(Kind.NOT_A_VIDEO, Kind.ENDED);
    }
  }

  @Test
  void closingTwiceDoesNoHarm() throws CameraFailure {
    Camera camera = video();
    camera.close();
    camera.close();
    assertThatThrownBy(camera::frame).isInstanceOf(IllegalStateException.class);
  }

  private void assertFails(String source, Kind kind) {
    assertThatThrownBy(() -> {
      try (Camera camera = OpenCvCamera.open(source, rates::add)) {
        camera.advance();
      }
    }).isInstanceOfSatisfying(CameraFailure.class, failure -> {
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.arguments()).containsExactly(source);
    });
  }

  /** JPEG does not keep colours exactly. */
  private static void assertNear(int pixel, int expected) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(pixel >> shift & 0xFF).isCloseTo(expected >> shift & 0xFF, within(6));
    }
  }
}
