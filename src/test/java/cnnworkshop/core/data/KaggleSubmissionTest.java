package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.face.Keypoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleSubmissionTest {

  @TempDir
  private Path folder;

  /** Each coordinate is a quarter more than its number; the first four lie below 0, above 96, and at both ends. */
  private static Keypoints points() {
    double[] xy = new double[Keypoints.NUMBERS];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = i + 0.25;
    }
    xy[0] = -3;
    xy[1] = 96.01;
    xy[2] = 0;
    xy[3] = 96;
    return Keypoints.of(xy);
  }

  private static KaggleLookup.Row row(long line, long rowId, String imageId, int coordinate) {
    return new KaggleLookup.Row(line, rowId, imageId, coordinate);
  }

  @Test
  void locationsComeInTheTablesOrderClippedTo0To96() throws Exception {
    Path file = folder.resolve("submission.csv");

    new KaggleSubmission(List.of(row(2, 9, "1", 29), row(3, 1, "1", 0), row(4, 2, "1", 1), row(5, 3, "1", 2),
        row(6, 4, "1", 3)), Map.of("1", points())).write(file);

    assertThat(Files.readString(file)).isEqualTo(
        "RowId,Location\n9,29.2500\n1,0.0000\n2,96.0000\n3,0.0000\n4,96.0000\n");
  }

  @Test
  void whatHasNoAnswerIsTheMeanFaceAndCounted() throws Exception {
    Path file = folder.resolve("submission.csv");
    KaggleSubmission submission = new KaggleSubmission(List.of(row(2, 1, "8", 0), row(3, 2, "1", 29),
        row(4, 3, "7", 1), row(5, 4, "8", 29)), Map.of("1", points()));

    submission.write(file);

    assertThat(Files.readAllLines(file)).containsExactly(
        "RowId,Location", "1,64.3700", "2,29.2500", "3,38.5200", "4,81.8300");
    assertThat(submission.withoutAnswer()).containsExactly(
        new KaggleSubmission.Unanswered(2, "8", 2), new KaggleSubmission.Unanswered(4, "7", 1));
  }

  @Test
  void numbersKeepTheirDotWhateverTheLocale() throws Exception {
    Path file = folder.resolve("submission.csv");
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
        Locale.setDefault(locale);
        new KaggleSubmission(List.of(row(2, 12345, "1", 29)), Map.of("1", points())).write(file);
        assertThat(Files.readString(file)).isEqualTo("RowId,Location\n12345,29.2500\n");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
