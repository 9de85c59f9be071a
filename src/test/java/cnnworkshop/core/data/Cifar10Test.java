package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Cifar10Test {

  private static final int PLANE = 1024;
  private static final int RECORD = 1 + 3 * PLANE;

  @TempDir
  private Path folder;

  /** A record whose planes are filled with one value each. */
  private static byte[] record(int label, int red, int green, int blue) {
    byte[] record = new byte[RECORD];
    record[0] = (byte) label;
    Arrays.fill(record, 1, 1 + PLANE, (byte) red);
    Arrays.fill(record, 1 + PLANE, 1 + 2 * PLANE, (byte) green);
    Arrays.fill(record, 1 + 2 * PLANE, RECORD, (byte) blue);
    return record;
  }

  private static byte[] records(byte[]... records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] record : records) {
      out.writeBytes(record);
    }
    return out.toByteArray();
  }

  /** All files, with two pictures a batch and three in the test batch; batch i has classes i − 1 and i. */
  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    // Not in order: neither is the published archive.
    for (int i : new int[] {3, 1, 5, 4, 2}) {
      files.put("data_batch_" + i + ".bin", records(record(i - 1, i, 0, 0), record(i, 0, i, 0)));
    }
    files.put("test_batch.bin", records(record(7, 1, 2, 3), record(8, 4, 5, 6), record(9, 7, 8, 9)));
    files.put("readme.html", "<p>CIFAR-10</p>".getBytes(StandardCharsets.US_ASCII));
    return files;
  }

  private static Path write(Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  private static byte[] tar(String inFolder, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.putArchiveEntry(new TarArchiveEntry(inFolder + "/"));
      tar.closeArchiveEntry();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(inFolder + "/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static DataFailure failure(Path place) {
    return catchThrowableOfType(DataFailure.class, () -> Cifar10.read(place));
  }

  /** All values of a set, as unsigned bytes, and its labels. */
  private static List<List<Integer>> everything(LabelledPictures pictures) {
    return IntStream.range(0, pictures.size()).mapToObj(i -> {
      List<Integer> values = new ArrayList<>(List.of(pictures.label(i)));
      float[] floats = new float[pictures.valuesAPicture()];
      pictures.read(i, floats, 0);
      for (float value : floats) {
        values.add(Math.round(value * 255));
      }
      return values;
    }).toList();
  }

  private static float[] values(LabelledPictures pictures, int picture) {
    float[] values = new float[pictures.valuesAPicture()];
    pictures.read(picture, values, 0);
    return values;
  }

  // D25

  @Test
  void planesAreRedGreenBlueAndBytesUnsigned() throws Exception {
    byte[] lightTopRow = record(9, 0, 0, 0);
    for (int plane = 0; plane < 3; plane++) {
      Arrays.fill(lightTopRow, 1 + plane * PLANE, 1 + plane * PLANE + 32, (byte) 200);
    }
    Map<String, byte[]> files = files();
    files.put("test_batch.bin", records(record(3, 255, 0, 0), lightTopRow));

    LabelledPictures test = Cifar10.read(write(folder, files)).test();

    assertThat(List.of(test.channels(), test.height(), test.width())).containsExactly(3, 32, 32);
    assertThat(test.classNames().get(test.label(0))).isEqualTo("cat");
    float[] cat = values(test, 0);
    for (int i = 0; i < cat.length; i++) {
      assertThat(cat[i]).isEqualTo(i < PLANE ? 1f : 0f);
    }
    assertThat(test.classNames().get(test.label(1))).isEqualTo("truck");
    float[] truck = values(test, 1);
    for (int i = 0; i < truck.length; i++) {
      assertThat(truck[i]).isEqualTo(i % PLANE < 32 ? 200 / 255f : 0f);
    }
  }

  @Test
  void batchesAreJoinedInTheOrderOfTheirNumbers() throws Exception {
    Cifar10.Content content = Cifar10.read(write(folder, files()));

    assertThat(content.faults()).isEmpty();
    assertThat(content.training().size()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      int batch = i / 2 + 1;
      assertThat(content.training().label(i)).isEqualTo(batch - 1 + i % 2);
      assertThat(values(content.training(), i)[i % 2 * PLANE]).isEqualTo(batch / 255f);
    }
    assertThat(content.test().size()).isEqualTo(3);
    assertThat(content.test().counts()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
  }

  @Test
  void folderAboveIsAsGoodAndSoIsOneOfTheFiles() throws Exception {
    Path inner = write(folder.resolve("cifar-10-batches-bin"), files());
    for (Path place : List.of(inner, folder, inner.resolve("data_batch_2.bin"))) {
      assertThat(Cifar10.looksLike(place)).isTrue();
      assertThat(Cifar10.read(place).training().size()).isEqualTo(10);
    }
  }

  @Test
  void filesThatAreThereOnceMoreInTheFolderWithinDoNotCountTwice() throws Exception {
    write(folder, files());
    write(folder.resolve("cifar-10-batches-bin"), Map.of("test_batch.bin", record(200, 0, 0, 0)));
    Cifar10.Content content = Cifar10.read(folder);
    assertThat(content.faults()).isEmpty();
    assertThat(content.test().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cifar-10-binary.tar.gz", "cifar.tgz", "cifar-10-binary.tar"})
  void archiveGivesWhatItsFilesGive(String name) throws Exception {
    byte[] tar = tar("cifar-10-batches-bin", files());
    Path archive = Files.write(folder.resolve(name), name.endsWith(".tar") ? tar : gzip(tar));
    Path files = write(folder.resolve("files"), files());

    assertThat(Cifar10.looksLike(archive)).isTrue();
    Cifar10.Content content = Cifar10.read(archive);

    assertThat(content.faults()).isEmpty();
    assertThat(everything(content.training())).isEqualTo(everything(Cifar10.read(files).training()));
    assertThat(everything(content.test())).isEqualTo(everything(Cifar10.read(files).test()));
  }

  @Test
  void classesAreNamedByTheFileBesideThem() throws Exception {
    Map<String, byte[]> files = files();
    files.put("batches.meta.txt", "a\nb\r\nc\nd\ne\nf\ng\nh\ni\nj\n\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(Cifar10.read(write(folder, files)).test().classNames())
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
  }

  @Test
  void usualNamesAreTakenIfThereAreNotTenAndItIsSaid() throws Exception {
    Map<String, byte[]> files = files();
    files.put("batches.meta.txt", "a\nb\n".getBytes(StandardCharsets.US_ASCII));
    Cifar10.Content content = Cifar10.read(write(folder, files));
    assertThat(content.test().classNames()).startsWith("airplane", "automobile").endsWith("ship", "truck");
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.cifar-names");
  }

  // D24

  @ParameterizedTest
  @CsvSource({"data_batch_1,Python", "test_batch,Python", "data_batch_1.mat,MATLAB"})
  void anotherVersionIsRecognisedAndTheRightOneNamed(String file, String version) throws Exception {
    byte[] pickle = {(byte) 0x80, 2, '}', 'q', 1, '(', 'U', 5, 'l', 'a', 'b', 'e', 'l'};
    Map<String, byte[]> files = Map.of(file, pickle, "batches.meta", pickle);
    Path here = write(folder.resolve("here"), files);
    Path above = write(folder.resolve("above/cifar-10-batches-py"), files).getParent();
    Path archive = Files.write(folder.resolve("cifar-10-python.tar.gz"), gzip(tar("cifar-10-batches-py", files)));

    for (Path place : List.of(here, above, archive, here.resolve(file))) {
      assertThat(Cifar10.looksLike(place)).isTrue();
      assertThat(failure(place).key()).isEqualTo("data.failure.cifar-version");
      assertThat(failure(place).arguments()).containsExactly(place.getFileName().toString(), version);
    }
  }

  @Test
  void anotherVersionBesideTheBinaryOneIsInNobodysWay() throws Exception {
    write(folder, files());
    Files.write(folder.resolve("data_batch_1"), new byte[] {(byte) 0x80, 2});
    assertThat(Cifar10.read(folder).faults()).isEmpty();
  }

  @Test
  void pickleRenamedToBinIsLeftOutAsAWhole() throws Exception {
    Map<String, byte[]> files = files();
    byte[] pickle = records(record(0x80, 2, 3, 4), record('q', 2, 3, 4), record(5, 2, 3, 4));
    files.put("data_batch_4.bin", pickle);

    Cifar10.Content content = Cifar10.read(write(folder, files));

    assertThat(content.training().size()).isEqualTo(8);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.cifar-labels");
    assertThat(content.faults().get(0).arguments()).containsExactly("data_batch_4.bin", 2, 3);
  }

  @Test
  void lastRecordCutShortIsNamedAndTheOthersKept() throws Exception {
    Map<String, byte[]> files = files();
    files.put("data_batch_2.bin", Arrays.copyOf(files.get("data_batch_2.bin"), RECORD + 1000));

    Cifar10.Content content = Cifar10.read(write(folder, files));

    assertThat(content.training().size()).isEqualTo(9);
    assertThat(content.training().label(2)).isEqualTo(1);
    assertThat(content.training().label(3)).isEqualTo(2);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.cifar-cut");
    assertThat(content.faults().get(0).arguments()).containsExactly("data_batch_2.bin", 2, 1000, 3073);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 127, 128, 255})
  void labelBeyondNineIsNamedAndItsPictureLeftOut(int label) throws Exception {
    Map<String, byte[]> files = files();
    files.put("test_batch.bin", records(record(0, 1, 1, 1), record(label, 2, 2, 2), record(2, 3, 3, 3)));

    Cifar10.Content content = Cifar10.read(write(folder, files));

    assertThat(content.test().size()).isEqualTo(2);
    assertThat(values(content.test(), 1)).containsOnly(3 / 255f);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.cifar-label");
    assertThat(content.faults().get(0).arguments()).containsExactly("test_batch.bin", 2, label);
  }

  @Test
  void emptyFolderAndOneWithOtherThingsAreNotCifar10() throws Exception {
    assertThat(Cifar10.looksLike(folder)).isFalse();
    assertThat(failure(folder).key()).isEqualTo("data.failure.cifar-none");
    Files.writeString(folder.resolve("batches.meta.txt"), "cat\n");
    assertThat(Cifar10.looksLike(folder)).isFalse();
    assertThat(failure(folder).key()).isEqualTo("data.failure.cifar-none");
  }

  @Test
  void whatIsNotThereIsSaidToBeGone() {
    Path gone = folder.resolve("gone.tar.gz");
    assertThat(Cifar10.looksLike(gone)).isFalse();
    assertThat(failure(gone).key()).isEqualTo("data.failure.cifar-missing");
  }

  @Test
  void missingTestBatchIsNamedAndNeverMadeUpOfTrainingPictures() throws Exception {
    Map<String, byte[]> files = files();
    files.remove("test_batch.bin");
    DataFailure failure = failure(write(folder, files));
    assertThat(failure.key()).isEqualTo("data.failure.cifar-lacks");
    assertThat(failure.arguments()).contains("test_batch.bin");
  }

  @Test
  void missingTrainingBatchIsNamedAndTheOthersServe() throws Exception {
    Map<String, byte[]> files = files();
    files.remove("data_batch_3.bin");
    Cifar10.Content content = Cifar10.read(write(folder, files));
    assertThat(content.training().size()).isEqualTo(8);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.cifar-no-batch");
    assertThat(content.faults().get(0).arguments()).containsExactly("data_batch_3.bin");
  }

  @Test
  void testBatchAloneIsNotEnough() throws Exception {
    DataFailure failure = failure(write(folder, Map.of("test_batch.bin", record(1, 1, 1, 1))));
    assertThat(failure.key()).isEqualTo("data.failure.cifar-lacks");
    assertThat(failure.arguments()).contains("data_batch_1.bin");
  }

  @Test
  void emptyTestBatchIsSaidToBeOfNoUse() throws Exception {
    Map<String, byte[]> files = files();
    files.put("test_batch.bin", new byte[0]);
    DataFailure failure = failure(write(folder, files));
    assertThat(failure.key()).isEqualTo("data.failure.cifar-unusable");
    assertThat(failure.arguments()).contains("test_batch.bin");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 600, 100_000})
  void fileThatIsNoArchiveIsSaidToBeNone(int length) throws Exception {
    byte[] text = "not an archive ".repeat(7000).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    for (byte[] content : List.of(text, gzip(text))) {
      Path file = Files.write(folder.resolve("cifar-10-binary.tar.gz"), content);
      assertThat(Cifar10.looksLike(file)).isFalse();
      assertThat(failure(file).key()).isEqualTo("data.failure.cifar-no-archive");
    }
  }

  @Test
  void archiveOfOtherThingsIsSaidToHoldNoCifar10() throws Exception {
    Path archive = Files.write(folder.resolve("a.tgz"), gzip(tar("a", Map.of("b.txt", new byte[5000]))));
    assertThat(failure(archive).key()).isEqualTo("data.failure.cifar-none");
  }

  @Test
  void archiveCutShortOrChangedIsSaidToBeDamaged() throws Exception {
    Map<String, byte[]> files = files();
    byte[] noise = new byte[RECORD];
    new Random(1).nextBytes(noise);
    noise[0] = 1;
    files.put("data_batch_1.bin", noise);
    // Tar archives may end in any number of zeros, which nobody has to read but for the check sum behind them.
    byte[] tar = tar("cifar-10-batches-bin", files);
    byte[] whole = gzip(Arrays.copyOf(tar, tar.length + 1_000_000));
    byte[] changed = whole.clone();
    changed[changed.length - 6] ^= 1; // in the check sum
    for (byte[] content : List.of(Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, whole.length - 9),
        Arrays.copyOf(whole, 5), changed)) {
      Path archive = Files.write(folder.resolve("cifar-10-binary.tar.gz"), content);
      assertThat(failure(archive).key()).isEqualTo("data.failure.cifar-damaged");
    }
    Path archive = Files.write(folder.resolve("cifar-10-binary.tar"), Arrays.copyOf(tar, tar.length / 2));
    assertThat(failure(archive).key()).isEqualTo("data.failure.cifar-damaged");
  }

  @Test
  void folderWithoutPermissionIsSaidToBeClosed() throws Exception {
    File closed = write(folder.resolve("closed"), files()).toFile();
    assumeFalse(!closed.setReadable(false) || closed.canRead(), "this user may look into every folder");
    assertThat(failure(closed.toPath()).key()).isEqualTo("data.failure.cifar-closed");
  }

  @Test
  void fileWithoutPermissionIsNamedAndTheOthersServe() throws Exception {
    File closed = write(folder, files()).resolve("data_batch_5.bin").toFile();
    assumeFalse(!closed.setReadable(false) || closed.canRead(), "this user may read every file");
    Cifar10.Content content = Cifar10.read(folder);
    assertThat(content.training().size()).isEqualTo(8);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.cifar-unreadable");
    assertThat(content.faults().get(0).arguments()).containsExactly("data_batch_5.bin");
  }
}
