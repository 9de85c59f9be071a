package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaggleLookupTest {

  private static final String HEADER = "RowId,ImageId,FeatureName,Location";

  @TempDir
  private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("IdLookupTable.csv"), String.join("\n", lines) + "\n");
  }

  @Test
  void rowsComeInTheFilesOrderWithWhatTheyAskFor() throws Exception {
    KaggleLookup lookup = KaggleLookup.read(file(HEADER, "7,12,nose_tip_y,", "3,1,left_eye_center_x,"));

    int noseTipY = 2 * Keypoint.NOSE_TIP.ordinal() + 1;
    assertThat(lookup.faults()).isEmpty();
    assertThat(lookup.rows()).containsExactly(
        new KaggleLookup.Row(2, 7, "12", noseTipY), new KaggleLookup.Row(3, 3, "1", 0));
  }

  @Test
  void allThirtyNamesStandForTheNetworksOutputs() throws Exception {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (Keypoint keypoint : Keypoint.values()) {
      lines.add(lines.size() + ",1," + keypoint.fileName() + "_x,");
      lines.add(lines.size() + ",1," + keypoint.fileName() + "_y,");
    }

    KaggleLookup lookup = KaggleLookup.read(file(lines.toArray(String[]::new)));

    assertThat(lookup.rows()).hasSize(Keypoints.NUMBERS);
    for (int i = 0; i < Keypoints.NUMBERS; i++) {
      assertThat(lookup.rows().get(i).coordinate()).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void byteOrderMarkLineEndsAndQuotesMakeNoDifference(String end) throws Exception {
    String text = String.join(end, "\uFEFF\"RowId\",\"ImageId\",\"FeatureName\",\"Location\"",
        "\"1\",\"1\",\"left_eye_center_x\",\"\"", "2, 1 ,left_eye_center_y,");

    KaggleLookup lookup = KaggleLookup.read(Files.writeString(folder.resolve("marked.csv"), text));

    assertThat(lookup.faults()).isEmpty();
    assertThat(lookup.rows()).containsExactly(
        new KaggleLookup.Row(2, 1, "1", 0), new KaggleLookup.Row(3, 2, "1", 1));
  }

  @Test
  void columnsAreFoundByNameAndTheLocationMayBeMissing() throws Exception {
    KaggleLookup other = KaggleLookup.read(file("FeatureName,RowId,ImageId", "left_eye_center_y,5,2"));
    KaggleLookup cut = KaggleLookup.read(file(HEADER, "5,2,left_eye_center_y"));

    assertThat(other.rows()).containsExactly(new KaggleLookup.Row(2, 5, "2", 1));
    assertThat(cut.rows()).isEqualTo(other.rows());
  }

  @Test
  void wrongRowsAreToldOfByLineAndTheOthersKept() throws Exception {
    KaggleLookup lookup = KaggleLookup.read(file(HEADER,
        "1,1,left_eye_center_x,",
        "2,1,left_ear_x,",
        "three,1,left_eye_center_y,",
        "1,1,left_eye_center_y,",
        "5,1",
        "6,1,nose_tip_x,,",
        "7,1,nose_tip_x,"));

    assertThat(lookup.rows()).extracting(KaggleLookup.Row::rowId).containsExactly(1L, 7L);
    assertThat(lookup.faults()).extracting(DataFailure::key).containsExactly("data.failure.lookup-feature",
        "data.failure.csv-whole-number", "data.failure.csv-twice", "data.failure.csv-cells", "data.failure.csv-cells");
    assertThat(lookup.faults()).extracting(DataFailure::arguments).containsExactly(List.of(3L, "left_ear_x"),
        List.of(4L, "RowId", "three"), List.of(5L, "RowId", 1L, 2L), List.of(6L, 2, 4), List.of(7L, 5, 4));
  }

  @Test
  void quoteThatIsNeverClosedKeepsWhatCameBefore() throws Exception {
    KaggleLookup lookup = KaggleLookup.read(file(HEADER, "1,1,left_eye_center_x,", "2,1,\"left_eye_center_y,",
        "3,1,nose_tip_x,"));

    assertThat(lookup.rows()).hasSize(1);
    assertThat(lookup.faults()).singleElement().satisfies(fault -> assertThat(fault.arguments()).contains(3L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RowId", "ImageId", "FeatureName"})
  void aTableThatLacksAColumnIsRefusedWithItsName(String column) throws Exception {
    Path file = file(HEADER.replace(column, "other"), "1,1,left_eye_center_x,");

    DataFailure failure = catchThrowableOfType(DataFailure.class, () -> KaggleLookup.read(file));

    assertThat(failure.key()).isEqualTo("data.failure.lookup-columns");
    assertThat(failure.arguments()).containsExactly("IdLookupTable.csv", column);
  }

  @Test
  void aFileThatIsNotThereOrEmptyIsRefused() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.csv"));

    assertThat(catchThrowableOfType(DataFailure.class, () -> KaggleLookup.read(folder.resolve("none.csv"))).key())
        .isEqualTo("data.failure.csv-unreadable");
    assertThat(catchThrowableOfType(DataFailure.class, () -> KaggleLookup.read(empty)).key())
        .isEqualTo("data.failure.lookup-columns");
  }
}
