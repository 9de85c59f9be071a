package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTaskTest {

  private static LabelledPictures pictures(int count) {
    int[] labels = IntStream.range(0, count).map(i -> i % 4 == 0 ? 1 : 0).toArray();
    return new LabelledPictures(List.of("a", "b"), 1, 2, 2, new byte[4 * count], labels);
  }

  @Test
  void aPartOfPicturesHoldsOutATenthAndLeavesTheTestPicturesAlone() {
    TrainingTask task = new PictureTask("set", pictures(400), pictures(40), List.of());
    TrainingTask.Part part = task.part(100, 0.1, 1);
    assertThat(part.learned()).isEqualTo(90);
    assertThat(part.heldOut()).isEqualTo(10);
    assertThat(part.data(PictureAugmentation.NONE).size()).isEqualTo(90);
    assertThat(part.guessing()).as("three of four are of class a").isEqualTo(0.75);
  }

  @Test
  void withoutPicturesForTestNobodyReports() {
    TrainingTask.Part part = new PictureTask("set", pictures(40), pictures(0), List.of()).part(40, 0, 1);
    assertThat(part.testJudge()).isNull();
    assertThat(part.heldOutJudge()).isNull();
    assertThat(part.guessing()).isNull();
  }

  @Test
  void aTenthOfThePeopleIsForTestAndNobodyIsInTwoParts() {
    List<FaceSample> faces = DrawnFaces.of(60, 3);
    FaceTask task = FaceTask.of("drawn", faces, List.of());
    assertThat(task.test()).hasSize(6);
    assertThat(task.available()).isEqualTo(54);
    Set<String> people = new TreeSet<>();
    task.training().forEach(face -> people.add(face.subject()));
    assertThat(task.test()).noneMatch(face -> people.contains(face.subject()));
    TrainingTask.Part part = task.part(40, 0.1, 1);
    assertThat(part.learned() + part.heldOut()).isEqualTo(40);
    assertThat(part.data(FaceAugmentation.NONE).size()).isEqualTo(part.learned());
    assertThat(FaceTask.of("again", faces, List.of()).test()).as("always the same").isEqualTo(task.test());
  }
}
