package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapScaling;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoViewModelTest {

  @TempDir
  private Path folder;
  private PhotoTab tab;
  private PhotoViewModel model;

  @BeforeEach
  void open() {
    tab = new PhotoTab(folder);
    model = tab.model;
  }

  @AfterEach
  void close() {
    tab.close();
  }

  // Points

  @Test
  void pointsOfAFoundFaceAreThereAsSoonAsTheNetworkIs() {
    tab.found.add(FaceSquare.ofBox(10, 10, 40));
    tab.show(PhotoTab.noise(96, 80, 1));
    assertThat(model.faces().faces()).isEmpty();
    tab.withKeypoints();
    assertThat(model.faces().faces()).hasSize(1);
    assertThat(model.faces().faces().get(0).source()).isEqualTo(Face.Source.DETECTOR);
    assertThat(model.faces().selectedProperty().get()).isZero();
    assertThat(model.faceLineProperty().get()).contains("One face found");
  }

  @Test
  void allFoundFacesGetPointsAndOneIsSelected() {
    tab.found.addAll(List.of(FaceSquare.ofBox(10, 10, 40), FaceSquare.ofBox(50, 10, 30)));
    tab.withKeypoints().show(PhotoTab.noise(96, 80, 1));
    assertThat(model.faces().faces()).hasSize(2);
    model.faces().selectNext(1);
    assertThat(model.faces().selectedProperty().get()).isEqualTo(1);
    assertThat(model.faces().squareProperty().get()).isEqualTo(model.faces().faces().get(1).square());
    assertThat(model.faceLineProperty().get()).contains("2 faces").contains("number 2");
  }

  @Test
  void aNetworkThatArrivesWhileFacesAreLookedForFindsEachOnce() {
    SteppedExecutor background = new SteppedExecutor();
    try (PhotoTab slow = new PhotoTab(folder, background, Runnable::run, Runnable::run, Locale.ENGLISH)) {
      slow.found.addAll(List.of(FaceSquare.ofBox(10, 10, 40), FaceSquare.ofBox(50, 10, 30)));
      slow.show(PhotoTab.noise(96, 80, 1));
      background.runOne();
      slow.withKeypoints();
      background.runAll();
      assertThat(slow.model.faces().faces()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"400,200,99.5,-0.5", "200,400,-0.5,99.5"})
  void pointsLieInTheSquareThatWasDrawnWhateverThePicturesProportions(int width, int height, double left,
      double top) {
    tab.keypoints.answerWith(input -> targets(-1, 0, 1));
    tab.withKeypoints().show(PhotoTab.noise(width, height, 1));
    model.faces().placeOnWholePicture();
    Keypoints points = model.faces().faces().get(0).keypoints();
    double pixel = 200 / 96.0;
    assertThat(xy(points, 0)).containsExactly(new double[] {left + 0.5 * pixel, top + 0.5 * pixel}, within(1e-3));
    assertThat(xy(points, 1)).containsExactly(new double[] {left + 48.5 * pixel, top + 48.5 * pixel}, within(1e-3));
    assertThat(xy(points, 2)).containsExactly(new double[] {left + 96.5 * pixel, top + 96.5 * pixel}, within(1e-3));
  }

  @Test
  void pointsOutsideThePictureAreSaidToBe() {
    tab.keypoints.answerWith(input -> targets(1.5f, -1.5f, 0));
    tab.withKeypoints().show(PhotoTab.noise(96, 96, 1));
    model.faces().placeOnWholePicture();
    assertThat(model.faceLineProperty().get()).contains("2 points lie outside the picture");
  }

  @Test
  void aColourPictureAndItsGreysGetTheSamePoints() {
    tab.withKeypoints();
    Photo colour = PhotoTab.noise(120, 120, 5);
    float[] grey = new float[120 * 120];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = 255 * colour.grey(i % 120, i / 120);
    }
    double[] ofColour = wholePicturePoints(colour).toArray();
    double[] ofGrey = wholePicturePoints(Photo.ofGrey(120, 120, grey)).toArray();
    assertThat(ofGrey).containsExactly(ofColour, within(0.1));
  }

  @Test
  void askingAgainGivesTheVerySamePoints() {
    tab.withKeypoints();
    Photo photo = PhotoTab.noise(120, 120, 5);
    Keypoints first = wholePicturePoints(photo);
    for (int i = 0; i < 4; i++) {
      assertThat(wholePicturePoints(photo)).isEqualTo(first);
    }
  }

  @Test
  void aPictureOfTheNetworksOwnSizeIsSeenAsInTheCsvFile() throws IOException {
    tab.withKeypoints();
    Random random = new Random(3);
    int[] row = IntStream.generate(() -> random.nextInt(256)).limit(96 * 96).toArray();
    BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_BYTE_GRAY);
    float[] input = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      image.getRaster().setSample(i % 96, i / 96, 0, row[i]);
      input[i] = row[i] / 255f;
    }
    Path png = folder.resolve("row.png");
    ImageIO.write(image, "png", png.toFile());
    model.pictures().open(List.of(png));
    model.faces().placeOnWholePicture();
    double[] expected = Keypoints.ofTargets(PhotoTab.fromInput(input), 0).toArray();
    assertThat(model.faces().faces().get(0).keypoints().toArray()).containsExactly(expected, within(0.01));
    assertThat(model.faces().faces().get(0).source()).isEqualTo(Face.Source.WHOLE);
  }

  // D17
  @Test
  void aNetworkThatSaysTheSameOfThreePicturesIsToldOf() {
    tab.keypoints.answerWith(input -> StubNetwork.everywhere(0.1f));
    tab.withKeypoints();
    for (int seed = 1; seed <= 3; seed++) {
      assertThat(model.doubtLineProperty().get()).doesNotContain("same points");
      tab.show(PhotoTab.noise(100 + seed, 100 + seed, seed));
      model.faces().placeOnWholePicture();
    }
    assertThat(model.doubtLineProperty().get()).contains("same points whatever it saw");
  }

  @Test
  void withoutAFacePointsComeOnlyForASquareThePersonPlacesAndWithACaution() {
    tab.withKeypoints();
    for (Photo photo : List.of(PhotoTab.noise(200, 150, 9), PhotoTab.flat(200, 150, 128))) {
      tab.show(photo);
      assertThat(model.faces().faces()).isEmpty();
      assertThat(model.faces().squareProperty().get()).isNull();
      assertThat(model.faceLineProperty().get()).contains("No face was found");
      model.faces().placeNew();
      assertThat(model.faces().faces()).hasSize(1);
      assertThat(model.faceLineProperty().get()).contains("no detector has checked");
      assertThat(model.doubtLineProperty().get()).contains("guess");
      assertThat(model.guessProperty().get()).isTrue();
      model.faces().remove();
      assertThat(model.faces().faces()).isEmpty();
      assertThat(model.faces().squareProperty().get()).isNull();
    }
  }

  @Test
  void pointsFollowTheSquareWithOneRequestUnderWayAndTheLatestNext() {
    SteppedExecutor thread = new SteppedExecutor();
    try (PhotoTab stepped = new PhotoTab(folder, Runnable::run, thread, Runnable::run, Locale.ENGLISH)) {
      stepped.withKeypoints();
      thread.runAll();
      stepped.show(PhotoTab.noise(200, 200, 1));
      FacesModel faces = stepped.model.faces();
      for (int x = 0; x < 10; x++) {
        faces.move(FaceSquare.ofBox(x, 0, 100));
      }
      assertThat(thread.size()).isEqualTo(1);
      assertThat(faces.squareProperty().get()).isEqualTo(FaceSquare.ofBox(9, 0, 100));
      thread.runOne();
      assertThat(faces.faces()).singleElement().extracting(Face::square).isEqualTo(FaceSquare.ofBox(0, 0, 100));
      thread.runAll();
      assertThat(faces.faces()).singleElement().extracting(Face::square).isEqualTo(FaceSquare.ofBox(9, 0, 100));
    }
  }

  @Test
  void ofTwoPicturesInARowOnlyTheSecondsPointsAndMapsAreShownInWhateverOrderWorkEnds() {
    Photo a = PhotoTab.noise(90, 70, 1);
    Photo b = PhotoTab.noise(70, 90, 2);
    Keypoints alone;
    tab.found.add(FaceSquare.ofBox(10, 10, 50));
    tab.withKeypoints().show(b);
    alone = model.faces().faces().get(0).keypoints();
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<SteppedExecutor> threads = List.of(new SteppedExecutor(), new SteppedExecutor(), new SteppedExecutor());
      try (PhotoTab stepped = new PhotoTab(folder, threads.get(0), threads.get(1), threads.get(2), Locale.ENGLISH)) {
        stepped.found.addAll(tab.found);
        stepped.withKeypoints();
        finish(threads, random, Integer.MAX_VALUE);
        stepped.show(a);
        finish(threads, random, random.nextInt(12));
        stepped.show(b);
        finish(threads, random, Integer.MAX_VALUE);
        assertThat(stepped.model.pictures().pictureProperty().get().photo()).isSameAs(b);
        assertThat(stepped.model.faces().faces()).singleElement().extracting(Face::keypoints).isEqualTo(alone);
        assertThat(stepped.model.maps().tiles()).hasSize(32)
            .allSatisfy(tile -> assertThat(tile.width() + "x" + tile.height()).isEqualTo("68x88"));
        assertThat(stepped.messages.shown()).isEmpty();
      }
    }
  }

  // Networks

  @Test
  void aNetworkThatCannotBeReadLeavesTheOneBeforePredicting() {
    tab.withKeypoints().show(PhotoTab.noise(96, 96, 1));
    model.openNetwork(Path.of("of-another-version.zip"));
    assertThat(tab.messages.shown()).singleElement().extracting(Message::kind).isEqualTo(Message.Kind.FAILURE);
    assertThat(model.networkProperty().get().name()).isEqualTo("keypoints");
    model.faces().placeOnWholePicture();
    assertThat(model.faces().faces()).hasSize(1);
  }

  @Test
  void aClassifierSaysAtLoadWhatIsOffNamingBothShapesAndShowsClasses() {
    tab.withKeypoints().show(PhotoTab.noise(96, 96, 1));
    assertThat(model.networkNoticeProperty().get()).isEmpty();
    model.openNetwork(Path.of("cnn.zip"));
    assertThat(model.networkNoticeProperty().get()).contains("3×32×32").contains("1×96×96").contains("off");
    assertThat(model.faces().faces()).isEmpty();
    assertThat(model.faces().squareProperty().get()).isEqualTo(FaceSquare.ofBox(0, 0, 96));
    assertThat(model.classes().answerProperty().get().names()).isEqualTo(PhotoTab.LABELS);
    assertThat(model.classes().answerProperty().get().probabilities()[3]).isEqualTo(1);
    model.openNetwork(Path.of("keypoints.zip"));
    assertThat(model.networkNoticeProperty().get()).isEmpty();
    assertThat(model.classes().answerProperty().get().names()).isEmpty();
    assertThat(model.faceLineProperty().get()).contains("No face was found");
  }

  // Maps

  @Test
  void firstLayersMapsHaveThePhotosSizeAndOneTileAFilter() {
    tab.withKeypoints().show(PhotoTab.noise(40, 30, 1));
    assertThat(model.maps().tiles()).hasSize(32)
        .allSatisfy(tile -> assertThat(tile.width() + "x" + tile.height()).isEqualTo("38x28"));
    assertThat(model.maps().layers()).extracting(LayerChoice::name)
        .containsExactly("conv1", "pool1", "conv2", "pool2", "conv3", "pool3");
    assertThat(model.maps().noteProperty().get()).contains("whole photo").contains("96 × 96");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "1,1000", "1000,1"})
  void aPhotoSmallerThanAFilterIsExplained(int width, int height) {
    tab.withKeypoints().show(PhotoTab.noise(width, height, 1));
    assertThat(model.maps().mapsProperty().get()).isNull();
    assertThat(model.maps().troubleProperty().get()).contains("3 × 3");
    model.faces().placeNew();
    assertThat(model.faces().faces()).hasSize(1);
    assertThat(tab.messages.shown()).isEmpty();
  }

  @Test
  void deeperLayersLookThroughTheSquareAndFollowIt() {
    tab.withKeypoints().show(PhotoTab.noise(120, 120, 1));
    model.maps().layerProperty().set(model.maps().layers().get(2));
    assertThat(model.maps().troubleProperty().get()).contains("conv2").contains("square");
    model.faces().placeNew();
    assertThat(model.maps().troubleProperty().get()).isEmpty();
    assertThat(model.maps().tiles()).hasSize(64).doesNotContainNull();
    int subject = model.maps().mapsProperty().get().subject();
    TilePicture before = model.maps().tiles().get(0);
    model.faces().move(FaceSquare.ofBox(0, 0, 60));
    assertThat(model.maps().mapsProperty().get().subject()).isEqualTo(subject);
    assertThat(model.maps().mapsProperty().get().square()).isEqualTo(FaceSquare.ofBox(0, 0, 60));
    assertThat(model.maps().tiles().get(0)).isNotSameAs(before);
  }

  @Test
  void theWorkshopsScalePaintsHighValuesBlack() {
    tab.withKeypoints().show(PhotoTab.noise(40, 30, 1));
    int[] white = model.maps().tiles().get(0).argb();
    model.maps().colourScaleProperty().set(ColourScale.GREY_INVERTED);
    int[] black = model.maps().tiles().get(0).argb();
    assertThat(IntStream.range(0, white.length).allMatch(i -> (white[i] ^ black[i]) == 0xFFFFFF)).isTrue();
    assertThat(tab.settings.colourScaleProperty().get()).isEqualTo("GREY_INVERTED");
  }

  @Test
  void aCommonScaleRunsOverTheValuesOfAllMaps() {
    tab.withKeypoints().show(PhotoTab.noise(40, 30, 1));
    model.maps().scalingProperty().set(MapScaling.COMMON);
    float low = Float.MAX_VALUE;
    float high = 0;
    for (int map = 0; map < 32; map++) {
      low = Math.min(low, model.maps().reduction(map).minimum());
      high = Math.max(high, model.maps().reduction(map).maximum());
    }
    for (int map = 0; map < 32; map++) {
      assertThat(model.maps().range(map).low()).isEqualTo(low);
      assertThat(model.maps().range(map).high()).isEqualTo(high);
    }
  }

  @Test
  void pointingAtThePhotoSpellsOutTheValueOfTheMapThere() {
    tab.withKeypoints().show(PhotoTab.noise(40, 30, 1));
    model.probe().mapProperty().set(7);
    model.probe().pointAtPhoto(new Point(11, 6));
    assertThat(model.probe().cellProperty().get()).isEqualTo(new ProbeModel.Cell(5, 10));
    assertThat(model.probe().patchProperty().get()).isEqualTo(new ProbeModel.Patch(10, 5, 3, 3));
    float value = model.maps().mapsProperty().get().maps().value(7, 5, 10);
    assertThat(model.probe().arithmeticProperty().get().value()).isEqualTo(value);
  }

  @Test
  void aPinnedPlaceStaysWhenThePointerLeaves() {
    tab.withKeypoints().show(PhotoTab.noise(40, 30, 1));
    model.probe().pin(new Point(11, 6));
    model.probe().pointAtMap(3, new ProbeModel.Cell(20, 30));
    assertThat(model.probe().arithmeticProperty().get().row()).isEqualTo(20);
    model.probe().leaveMaps();
    assertThat(model.probe().cellProperty().get()).isEqualTo(new ProbeModel.Cell(5, 10));
  }

  @Test
  void aPlaceOnADeepMapIsShownOnThePhotoThroughTheSquare() {
    tab.withKeypoints().show(PhotoTab.noise(192, 192, 1));
    model.faces().placeOnWholePicture();
    model.maps().layerProperty().set(model.maps().layers().get(2));
    // A conv2 value sees 2×2 pooled values of 2×2 conv1 values each: 6×6 pixels of the view, 12×12 of the photo.
    model.probe().pointAtMap(0, new ProbeModel.Cell(3, 5));
    ProbeModel.Patch patch = model.probe().patchProperty().get();
    assertThat(new double[] {patch.x(), patch.y(), patch.width(), patch.height()})
        .containsExactly(new double[] {20, 12, 12, 12}, within(1e-9));
    assertThat(model.probe().arithmeticProperty().get().channels()).isEqualTo(32);
  }

  // Opening

  @Test
  void whatIsNoPictureLeavesThePictureBeforeUnderItsOwnName() throws IOException {
    Path picture = png("face.png");
    Path noPicture = Files.writeString(folder.resolve("letter.png"), "no picture");
    tab.withKeypoints();
    model.pictures().open(List.of(picture));
    String title = model.pictures().titleProperty().get();
    model.pictures().open(List.of(noPicture));
    assertThat(model.pictures().messageProperty().get()).contains("letter.png");
    assertThat(model.pictures().titleProperty().get()).isEqualTo(title).contains("face.png");
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("face.png");
    model.pictures().open(List.of(png("next.png")));
    assertThat(model.pictures().messageProperty().get()).isEmpty();
  }

  @Test
  void ofSeveralFilesThePicturesAreTakenAndCanBeSteppedThrough() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "no picture");
    model.pictures().open(List.of(text, png("1.png"), png("2.png"), png("3.png")));
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("1.png");
    assertThat(model.pictures().countProperty().get()).isEqualTo(3);
    assertThat(model.pictures().messageProperty().get()).contains("One file");
    model.pictures().step(1);
    model.pictures().step(1);
    model.pictures().step(1);
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("3.png");
    assertThat(model.pictures().positionProperty().get()).isEqualTo(2);
  }

  @Test
  void aFolderIsItsPicturesAndAnEmptyOneIsSaidToBe() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Files.move(png("2.png"), pictures.resolve("2.png"));
    Files.move(png("1.png"), pictures.resolve("1.png"));
    model.pictures().open(List.of(pictures));
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("1.png");
    assertThat(model.pictures().countProperty().get()).isEqualTo(2);
    model.pictures().open(List.of(Files.createDirectory(folder.resolve("empty"))));
    assertThat(model.pictures().messageProperty().get()).contains("nothing to open");
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("1.png");
  }

  @Test
  void aKaggleTableIsLeafedThroughRowByRow() throws IOException {
    String row = " 7".repeat(96 * 96).strip();
    Path table = Files.writeString(folder.resolve("test.csv"), "ImageId,Image\n1," + row + "\n2,"
        + row.replace('7', '9') + "\n");
    tab.withKeypoints();
    model.pictures().open(List.of(table));
    assertThat(model.pictures().countProperty().get()).isEqualTo(2);
    assertThat(model.faces().faces()).as("a row is a face already").hasSize(1);
    model.pictures().step(1);
    assertThat(model.pictures().pictureProperty().get().photo().argb(5, 5)).isEqualTo(0xFF090909);
    assertThat(model.pictures().titleProperty().get()).contains("test.csv, row 2");
  }

  @Test
  void aDamagedPictureAmongSeveralIsPassedOver() throws IOException {
    Path damaged = folder.resolve("0.png");
    Files.write(damaged, Arrays.copyOf(Files.readAllBytes(png("x.png")), 45));
    model.pictures().open(List.of(damaged, png("1.png")));
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("1.png");
    assertThat(model.pictures().messageProperty().get()).contains("One file");
  }

  @Test
  void openedFilesAreRememberedAndSamplesAreMarked() throws IOException {
    Path file = png("1.png");
    model.pictures().open(List.of(file));
    assertThat(model.pictures().recent()).containsExactly(file.toString());
    assertThat(model.pictures().sampleProperty().get()).isEqualTo(-1);
    model.pictures().openSample(1);
    assertThat(model.pictures().sampleProperty().get()).isEqualTo(1);
    assertThat(model.pictures().titleProperty().get()).contains("second").contains("48").contains("64");
  }

  // Saving

  @Test
  void pointsAreSavedWithDotsInAGermanLocaleToo() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try (PhotoTab german = new PhotoTab(folder, Runnable::run, Runnable::run, Runnable::run, Locale.GERMANY)) {
      german.keypoints.answerWith(input -> StubNetwork.everywhere(0.1f));
      german.withKeypoints().show(PhotoTab.noise(101, 101, 1));
      german.model.faces().placeOnWholePicture();
      Path csv = folder.resolve("points.csv");
      Path json = folder.resolve("points.json");
      german.model.savePoints(csv);
      german.model.savePoints(json);
      List<String> lines = Files.readAllLines(csv);
      assertThat(lines.get(0)).startsWith("face,source,center_x,center_y,side,turn,doubt,left_eye_center_x");
      assertThat(lines.get(1)).matches("1,whole,50\\.0,50\\.0,101\\.0,0\\.0,0\\.99\\d*,55\\.576,55\\.576,.*");
      assertThat(Files.readString(json)).contains("\"left_eye_center\" : [ 55.576, 55.576 ]");
      assertThat(german.messages.shown()).hasSize(2).allMatch(m -> m.kind() == Message.Kind.NOTE);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aMapIsSavedInItsOwnSizeAndASheetOfAll() throws IOException {
    tab.withKeypoints().show(PhotoTab.noise(60, 50, 1));
    model.export().saveMap(folder.resolve("map.png"), 3);
    model.export().saveSheet(folder.resolve("sheet.png"));
    BufferedImage map = ImageIO.read(folder.resolve("map.png").toFile());
    assertThat(map.getWidth()).isEqualTo(58);
    assertThat(map.getRGB(7, 9)).isEqualTo(model.maps().tiles().get(3).argb()[9 * 58 + 7]);
    assertThat(ImageIO.read(folder.resolve("sheet.png").toFile()).getWidth()).isGreaterThan(4 * 58);
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndNothingIsLeftBehind() throws IOException {
    tab.withKeypoints().show(PhotoTab.noise(60, 50, 1));
    model.export().saveMap(folder.resolve("missing").resolve("map.png"), 3);
    assertThat(tab.messages.shown()).singleElement().extracting(Message::kind).isEqualTo(Message.Kind.FAILURE);
  }

  private Keypoints wholePicturePoints(Photo photo) {
    tab.show(photo);
    model.faces().placeOnWholePicture();
    return model.faces().faces().get(0).keypoints();
  }

  private Path png(String name) throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Targets whose first points lie at (first, first), (second, second), … and the others in the middle. */
  private static float[] targets(float... values) {
    float[] targets = new float[30];
    for (int i = 0; i < values.length; i++) {
      targets[2 * i] = values[i];
      targets[2 * i + 1] = values[i];
    }
    return targets;
  }

  private static double[] xy(Keypoints points, int index) {
    Keypoint point = Keypoint.values()[index];
    return new double[] {points.x(point), points.y(point)};
  }

  /** @param threads the background pool, which keeps no order; the inference thread; the UI thread */
  private static void finish(List<SteppedExecutor> threads, Random random, int steps) {
    for (int i = 0; i < steps; i++) {
      List<SteppedExecutor> busy = new ArrayList<>(threads.stream().filter(t -> t.size() > 0).toList());
      if (busy.isEmpty()) {
        return;
      }
      SteppedExecutor next = busy.get(random.nextInt(busy.size()));
      if (next == threads.get(0)) {
        next.runAny(random);
      } else {
        next.runOne();
      }
    }
  }
}
