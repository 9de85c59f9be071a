package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.train.BrowserModel.Part;
import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BrowserModelTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private Augmentation augmentation = PictureAugmentation.USUAL;

  /** 20 pictures to learn from, 12 for test: two of the first two kinds, one of the others. */
  private static PictureTask shapes() {
    return new PictureTask("Shapes-10", Shapes10.training(20, 0.5, 1), Shapes10.test(12, 0.5, 1),
        List.of(new DataFailure("data.failure.cifar-unreadable", null, "data_batch_3.bin")));
  }

  private BrowserModel model() {
    return new BrowserModel(texts, shapes(), () -> augmentation);
  }

  @Test
  void classesAreListedWithTheirCountsAndPicturesShownByClass() {
    BrowserModel model = model();
    assertThat(model.groupsProperty().get()).hasSize(11);
    assertThat(model.groupsProperty().get().get(0)).isEqualTo(new BrowserGroup("All", 20, 0, true));
    assertThat(model.groupsProperty().get().subList(1, 11)).allMatch(group -> group.count() == 2 && group.share() == 1);
    assertThat(model.groupsProperty().get()).extracting(BrowserGroup::name).endsWith(Shapes10.CLASS_NAMES.get(9));
    assertThat(model.picturesProperty().get().size()).isEqualTo(20);

    model.groupProperty().set(4);
    assertThat(captions(model)).hasSize(2).allMatch(caption -> caption.endsWith(": " + Shapes10.CLASS_NAMES.get(3)));
  }

  @Test
  void testPicturesAreShownApartAndTheClassStays() {
    BrowserModel model = model();
    model.groupProperty().set(1);
    model.openedProperty().set(1);
    model.partProperty().set(Part.TEST);
    assertThat(model.groupsProperty().get().get(0).count()).isEqualTo(12);
    assertThat(model.openedProperty().get()).as("that picture is no longer there").isEqualTo(-1);
    assertThat(model.pictureProperty().get()).isNull();
    assertThat(captions(model)).isNotEmpty().allMatch(caption -> caption.endsWith(Shapes10.CLASS_NAMES.get(0)));
    assertThat(model.groupsProperty().get()).anyMatch(group -> group.count() == 1 && group.share() == 0.5);
  }

  private static List<String> captions(BrowserModel model) {
    return IntStream.range(0, model.picturesProperty().get().size())
        .mapToObj(i -> model.picturesProperty().get().get(i).caption()).toList();
  }

  @Test
  void anOpenedPictureIsTheOneOfTheSet() {
    BrowserModel model = model();
    model.openedProperty().set(7);
    LabelledPictures pictures = shapes().training();
    float[] values = new float[pictures.valuesAPicture()];
    pictures.read(7, values, 0);
    int red = Math.round(255 * values[33]);
    int green = Math.round(255 * values[1024 + 33]);
    int blue = Math.round(255 * values[2048 + 33]);
    assertThat(model.pictureProperty().get().photo().argb(1, 1)).isEqualTo(0xFF000000 | red << 16 | green << 8 | blue);
    assertThat(model.pictureProperty().get().points()).isNull();
  }

  @Test
  void examplesShowWhatAugmentationDoesNowTheSameEachTimeUntilOthersAreAskedFor() {
    BrowserModel model = model();
    model.openedProperty().set(3);
    List<List<Integer>> first = examples(model);
    assertThat(first).hasSize(BrowserModel.EXAMPLES);
    assertThat(first.stream().distinct().count()).as("different from each other").isGreaterThan(6);
    assertThat(model.changesProperty().get()).contains("shift 3, flip 0.5");

    model.openedProperty().set(4);
    model.openedProperty().set(3);
    assertThat(examples(model)).isEqualTo(first);
    model.again();
    assertThat(examples(model)).isNotEqualTo(first);

    augmentation = PictureAugmentation.NONE;
    model.refresh();
    assertThat(model.examplesProperty().get()).isEmpty();
    assertThat(model.changesProperty().get()).startsWith("Augmentation is off");
  }

  private static List<List<Integer>> examples(BrowserModel model) {
    return model.examplesProperty().get().stream().map(example -> pixels(example.photo())).toList();
  }

  private static List<Integer> pixels(Photo photo) {
    return IntStream.of(photo.argb(0, 0, photo.width(), photo.height())).boxed().toList();
  }

  @Test
  void aFlippedExampleIsTheMirrorImage() {
    augmentation = new PictureAugmentation(0, 1, 0);
    BrowserModel model = model();
    model.openedProperty().set(0);
    Photo before = model.pictureProperty().get().photo();
    assertThat(model.examplesProperty().get()).allSatisfy(example -> {
      for (int x = 0; x < 32; x++) {
        assertThat(example.photo().argb(x, 9)).isEqualTo(before.argb(31 - x, 9));
      }
    });
  }

  @Test
  void facesComeWithTheirPointsAndThoseThatLackSomeAreAGroup() {
    augmentation = FaceAugmentation.USUAL;
    List<FaceSample> faces = new ArrayList<>(DrawnFaces.of(5, 1));
    FaceSample whole = faces.get(2);
    float[] some = whole.points().clone();
    some[0] = Float.NaN;
    some[1] = Float.NaN;
    faces.set(2, new FaceSample(whole.picture(), whole.view(), some, whole.subject()));
    FaceTask task = new FaceTask("faces", faces, List.of(), List.of());
    BrowserModel model = new BrowserModel(texts, task, () -> augmentation);

    assertThat(model.groupsProperty().get()).extracting(BrowserGroup::count).containsExactly(5, 4, 1);
    model.groupProperty().set(2);
    model.openedProperty().set(0);
    BrowserPicture picture = model.pictureProperty().get();
    assertThat(picture.caption()).contains("drawn-2");
    assertThat(picture.photo().width()).isEqualTo(FaceView.SIZE);
    assertThat(picture.points().x(Keypoint.values()[0])).isNaN();
    Keypoint nose = Keypoint.NOSE_TIP;
    assertThat(picture.points().x(nose))
        .isCloseTo(whole.pointsIn(new FaceView(whole.view())).x(nose), Offset.offset(1e-3));
    assertThat(model.examplesProperty().get()).hasSize(12)
        .allMatch(example -> example.points().x(nose) != picture.points().x(nose));
  }

  @Test
  void whatWasLeftOutIsNamedWithTheReason() {
    BrowserModel model = model();
    assertThat(model.count(Part.LEFT_OUT)).isEqualTo(1);
    assertThat(model.leftOutProperty().get()).singleElement().asString()
        .startsWith("data_batch_3.bin was left out: it can't be read.");
  }

  @Test
  void anotherSetIsShownFromItsBeginning() {
    BrowserModel model = model();
    model.partProperty().set(Part.TEST);
    model.groupProperty().set(3);
    model.openedProperty().set(0);
    model.show(new FaceTask("faces", DrawnFaces.of(3, 1), List.of(), List.of()));
    assertThat(model.nameProperty().get()).isEqualTo("faces");
    assertThat(model.partProperty().get()).isEqualTo(Part.TRAINING);
    assertThat(model.picturesProperty().get().size()).isEqualTo(3);
    assertThat(model.openedProperty().get()).isEqualTo(-1);
    model.openedProperty().set(1);
    assertThat(model.examplesProperty().get()).as("changes of small pictures do not fit faces").hasSize(12)
        .allSatisfy(example -> assertThat(pixels(example.photo()))
            .isEqualTo(pixels(model.pictureProperty().get().photo())));
  }
}
