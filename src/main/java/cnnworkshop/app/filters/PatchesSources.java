package cnnworkshop.app.filters;

import cnnworkshop.app.filters.PatchesPictures.Entry;
import cnnworkshop.app.filters.PatchesPictures.Parts;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.Cifar10;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.PictureFormat;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the pictures of a set. All methods may take a second or more, so they are for the background. */
final class PatchesSources {

  /** Enough to excite most units, and searched in seconds. */
  private static final int FACES = 500;
  private static final int SHAPES = 1_000;
  private static final long SEED = 1;
  /** Of a folder; more would be searched for minutes. */
  private static final int MOST_FILES = 2_000;
  /** Of so few pictures in a folder the network looks at all parts, as it does with the samples. */
  private static final int FEW_FILES = 40;
  private static final int COLOURS = 3;
  private static final float LEVELS = 255;

  private final Supplier<List<Subject>> samples;
  private final Texts texts;
  private final PhotoLoader loader = new PhotoLoader();

  PatchesSources(Supplier<List<Subject>> samples, Texts texts) {
    this.samples = samples;
    this.texts = texts;
  }

  /**
   * Opens a set.
   *
   * @param folder where {@link PatchesKind#FOLDER} is
   * @param input the network's
   * @throws UserFailure if there is no picture in the folder, or it can't be looked into
   */
  PatchesPictures open(PatchesKind kind, Path folder, Shape input) throws UserFailure {
    return switch (kind) {
      case SAMPLES -> samples();
      case TRAINING -> input.channels() == 1 ? faces()
          : labelled(Shapes10.training(SHAPES, Shapes10.DIFFICULTY, SEED), 0);
      case FOLDER -> folder(folder);
    };
  }

  private PatchesPictures samples() {
    return new PatchesPictures(samples.get().stream()
        .map(sample -> new Entry(sample.name(), sample::photo, sample.square(), Parts.ALL_OVER)).toList(), 0);
  }

  private PatchesPictures faces() {
    List<FaceSample> faces = DrawnFaces.of(FACES, SEED);
    return new PatchesPictures(IntStream.range(0, faces.size())
        .mapToObj(i -> whole(texts.get("filters.patches.picture.face", i + 1), view(faces.get(i)))).toList(), 0);
  }

  /** The part that is learned from, without the border around it: less than half of the memory. */
  private static Photo view(FaceSample face) {
    float[] greys = new FaceView(face.view()).sample(face.picture(), 1);
    for (int i = 0; i < greys.length; i++) {
      greys[i] *= LEVELS;
    }
    return Photo.ofGrey(FaceView.SIZE, FaceView.SIZE, greys);
  }

  private static Entry whole(String name, Photo photo) {
    return new Entry(name, () -> photo, FaceSquare.middleOf(photo), Parts.ONE);
  }

  private PatchesPictures labelled(LabelledPictures pictures, int passedOver) {
    return new PatchesPictures(IntStream.range(0, pictures.size()).mapToObj(i -> new Entry(
        texts.get("filters.patches.picture.labelled", pictures.classNames().get(pictures.label(i)), i + 1),
        () -> photo(pictures, i), null, Parts.ONE)).toList(), passedOver);
  }

  private static Photo photo(LabelledPictures pictures, int picture) {
    float[] values = new float[pictures.valuesAPicture()];
    pictures.read(picture, values, 0);
    int plane = pictures.height() * pictures.width();
    int[] rgb = new int[plane];
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < COLOURS; c++) {
        rgb[i] = rgb[i] << 8 | Math.round(LEVELS * values[(pictures.channels() == 1 ? 0 : c) * plane + i]);
      }
    }
    return Photo.ofRgb(pictures.width(), pictures.height(), rgb);
  }

  private PatchesPictures folder(Path folder) throws UserFailure {
    String name = String.valueOf(folder.getFileName());
    if (Cifar10.looksLike(folder)) {
      LabelledPictures all = Cifar10.read(folder).training();
      return labelled(all.part(SHAPES, SEED), Math.max(0, all.size() - SHAPES));
    }
    List<Path> pictures = new ArrayList<>();
    int passedOver = 0;
    try {
      for (Path file : files(folder)) {
        if (pictures.size() < MOST_FILES && PhotoLoader.formatOf(file).filter(PictureFormat::isDecodable).isPresent()) {
          pictures.add(file);
        } else {
          passedOver++;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DataFailure("filters.patches.failure.closed", e, name);
    }
    if (pictures.isEmpty()) {
      throw new DataFailure("filters.patches.failure.empty", null, name);
    }
    Parts parts = pictures.size() <= FEW_FILES ? Parts.ALL_OVER : Parts.ONE;
    return new PatchesPictures(pictures.stream().map(file -> new Entry(folder.relativize(file).toString(),
        () -> loader.load(file), null, parts)).toList(), passedOver);
  }

  /** Those of the folder and of the folders in it, sorted; hidden ones are left out. */
  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path inside : list(folder)) {
      if (Files.isDirectory(inside)) {
        list(inside).stream().filter(Files::isRegularFile).forEach(files::add);
      } else if (Files.isRegularFile(inside)) {
        files.add(inside);
      }
    }
    return files;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
