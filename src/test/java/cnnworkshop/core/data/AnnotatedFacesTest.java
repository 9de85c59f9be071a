package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceSquare;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedFacesTest {

  @TempDir
  Path folder;

  @Test
  void readsPicturesPointsAndPeople() throws Exception {
    Path pictures = write("0.5", 6);
    List<FaceSample> faces = AnnotatedFaces.read(pictures);
    assertThat(faces).hasSize(6);
    assertThat(faces.get(3).subject()).isEqualTo("person3");
    assertThat(faces.get(3).view()).isEqualTo(FaceSquare.ofBox(24, 24, 96));
    assertThat(faces.get(3).points()).hasSize(30).containsOnly(0.5f);
    assertThat(AnnotatedFaces.read(folder)).as("the folder above is as good").hasSize(6);
  }

  @Test
  void anEmptyCellIsAMissingPoint() throws Exception {
    assertThat(AnnotatedFaces.read(write("", 1)).get(0).points()).containsOnly(Float.NaN);
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    assertThatThrownBy(() -> AnnotatedFaces.read(folder)).isInstanceOf(DataFailure.class);
    Path pictures = write("word", 1);
    assertThatThrownBy(() -> AnnotatedFaces.read(pictures)).isInstanceOf(DataFailure.class);
  }

  @Test
  void peopleHeldOutAreNeverTrainedOn() throws Exception {
    List<FaceSample> faces = AnnotatedFaces.read(write("1", 40));
    HoldOut split = HoldOut.ofPeople(faces, 0.1, 3);
    Set<String> both = people(split.training());
    both.retainAll(people(split.checking()));
    assertThat(both).isEmpty();
    assertThat(people(split.checking())).hasSize(4);
    assertThat(split.training().size() + split.checking().size()).isEqualTo(40);
    assertThat(HoldOut.ofPeople(faces, 0.1, 3)).isEqualTo(split);
    assertThat(HoldOut.ofPeople(faces.subList(0, 1), 0.5, 3).training()).hasSize(1);
  }

  private static Set<String> people(List<FaceSample> faces) {
    return new HashSet<>(faces.stream().map(FaceSample::subject).toList());
  }

  private Path write(String coordinate, int count) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("train"));
    String header = "file,subject," + IntStream.range(0, 15).mapToObj(i -> Keypoint.values()[i].fileName())
        .map(n -> n + "_x," + n + "_y").collect(Collectors.joining(","));
    StringBuilder rows = new StringBuilder(header).append("\n");
    for (int i = 0; i < count; i++) {
      ImageIO.write(new BufferedImage(144, 144, BufferedImage.TYPE_BYTE_GRAY), "png",
          pictures.resolve(i + ".png").toFile());
      rows.append(i).append(".png,person").append(i);
      rows.append(("," + coordinate).repeat(30)).append("\n");
    }
    Files.writeString(folder.resolve("train.csv"), rows);
    return pictures;
  }
}
