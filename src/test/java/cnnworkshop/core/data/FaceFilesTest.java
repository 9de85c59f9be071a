package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceFilesTest {

  @TempDir
  private Path folder;
  private Path pictures;
  private Path table;

  /** Three faces, the picture of the second damaged. */
  @BeforeEach
  void write() throws Exception {
    pictures = Files.createDirectories(folder.resolve("train"));
    List<String> lines = new ArrayList<>(List.of("file,subject," + Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y").collect(Collectors.joining(","))));
    for (String name : List.of("a.png", "b.png", "c.png")) {
      PngFile.write(pictures.resolve(name), Photo.ofGrey(144, 144, new float[144 * 144]));
      lines.add(name + ",person " + name + ",50".repeat(30));
    }
    Files.write(pictures.resolve("b.png"), new byte[] {1, 2, 3});
    table = Files.write(folder.resolve("train.csv"), lines);
  }

  @Test
  void aDamagedPictureIsLeftOutAndNamed() throws Exception {
    List<Long> progress = new ArrayList<>();
    FaceFiles.Content content = FaceFiles.readGood(pictures, (done, total) -> progress.add(10 * done + total));
    assertThat(content.faces()).extracting(FaceSample::subject).containsExactly("person a.png", "person c.png");
    assertThat(content.faults()).singleElement()
        .satisfies(fault -> assertThat(fault.arguments()).anyMatch(a -> a.toString().contains("b.png")));
    assertThat(content.table()).isEmpty();
    assertThat(progress).containsExactly(13L, 23L, 33L);
  }

  @Test
  void whoNeedsAllOfThemIsToldOfTheDamagedOne() {
    DataFailure failure = catchThrowableOfType(DataFailure.class, () -> FaceFiles.read(pictures));
    assertThat(failure.key()).isEqualTo("data.failure.faces-picture");
  }

  @Test
  void theTableOfAFolderIsAsGoodAsTheFolder() throws Exception {
    assertThat(FaceFiles.readGood(table, Progress.UNSEEN).faces()).hasSize(2);
  }
}
