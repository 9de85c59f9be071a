package cnnworkshop.app.photo;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The Photo tab: a picture, what the loaded network makes of it, and what can be done with both. Work is handed to
 * the background and the inference thread; of overtaken work nothing is shown. To be used on the UI thread.
 */
public final class PhotoViewModel {

  private final Inference inference;
  private final Settings settings;
  private final Texts texts;
  private final Messages messages;

  private final PicturesModel pictures;
  private final FacesModel faces;
  private final MapsModel maps;
  private final ProbeModel probe = new ProbeModel();
  private final ClassesModel classes;
  private final SheetModel sheet;
  private final PictureExport export;
  private final CameraModel camera;
  private final FaceWords words;

  private final ReadOnlyObjectWrapper<Picture> shown = new ReadOnlyObjectWrapper<>(this, "shown");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

  private final ReadOnlyStringWrapper networkNotice = new ReadOnlyStringWrapper(this, "networkNotice", "");
  private final ReadOnlyObjectWrapper<LoadedNetwork> network = new ReadOnlyObjectWrapper<>(this, "network");

  private NetworkFit fit;

  /**
   * @param inference keeps the network that is loaded
   * @param detector finds faces; used in the background, by one thread at a time
   * @param loader reads picture files
   * @param samples the pictures that ship
   * @param background a few threads for files, faces and maps
   * @param ui where all properties change
   * @param threads how many threads may compute the maps of one photo
   * @param cameraTools what the camera mode needs
   */
  public PhotoViewModel(Inference inference, FaceDetector detector, PhotoLoader loader, List<PictureEntry> samples,
      Settings settings, Messages messages, Texts texts, Executor background, Executor ui, int threads,
      CameraTools cameraTools) {
    this.inference = inference;
    this.settings = settings;
    this.texts = texts;
    this.messages = messages;
    pictures = new PicturesModel(loader, samples, settings, messages, texts, background, ui);
    faces = new FacesModel(inference, detector, background, ui, messages::report);
    maps = new MapsModel(inference, background, ui, texts, messages::report, threads);
    classes = new ClassesModel(inference, texts, messages::report);
    sheet = new SheetModel(inference, texts, background, ui, messages::report);
    export = new PictureExport(maps, background, ui, texts, messages);
    camera = new CameraModel(cameraTools,
        new CameraFaces(inference, cameraTools.detector(), background, ui, cameraTools.clock(), messages::report),
        new CameraScreen(), texts, ui, messages::report);
    words = new FaceWords(faces, shown.getReadOnlyProperty(), camera.frameProperty(), texts);
    rememberLook();
    pictures.pictureProperty().addListener((p, before, after) -> {
      camera.close();
      show(after);
    });
    pictures.tableProperty().addListener((p, before, after) -> sheet.lookAt(after));
    faces.squareProperty().addListener((p, before, after) -> {
      maps.lookThrough(after);
      classes.lookThrough(after);
    });
    maps.mapsProperty().addListener((p, before, after) ->
        probe.show(after, network.get(), after == null ? null : shown.get().photo()));
    inference.networkProperty().addListener((p, before, after) -> lookWith(after));
    if (inference.networkProperty().get() != null) {
      lookWith(inference.networkProperty().get());
    }
  }

  private void rememberLook() {
    Arrays.stream(ColourScale.values()).filter(s -> s.name().equals(settings.colourScaleProperty().get())).findFirst()
        .ifPresent(maps.colourScaleProperty()::set);
    Arrays.stream(MapScaling.values()).filter(s -> s.name().equals(settings.mapScalingProperty().get())).findFirst()
        .ifPresent(maps.scalingProperty()::set);
    maps.colourScaleProperty().addListener((p, before, after) -> settings.colourScaleProperty().set(after.name()));
    maps.scalingProperty().addListener((p, before, after) -> settings.mapScalingProperty().set(after.name()));
  }

  /** Which picture was opened, and opening others. */
  public PicturesModel pictures() {
    return pictures;
  }

  /** The camera, whose moving picture may be shown instead. */
  public CameraModel camera() {
    return camera;
  }

  /** What is looked at: the opened picture, or a frame of the camera; null until the first. */
  public ReadOnlyObjectProperty<Picture> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The name and size of what is looked at. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Faces, points and the square. */
  public FacesModel faces() {
    return faces;
  }

  /** The maps of a layer. */
  public MapsModel maps() {
    return maps;
  }

  /** The one value looked at closely. */
  public ProbeModel probe() {
    return probe;
  }

  /** A classifier's answer. */
  public ClassesModel classes() {
    return classes;
  }

  /** The sheet of faces of the opened table. */
  public SheetModel sheet() {
    return sheet;
  }

  /** Saving what is shown. */
  public PictureExport export() {
    return export;
  }

  /** The network that looks; null until one is loaded. */
  public ReadOnlyObjectProperty<LoadedNetwork> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** A sentence on the faces: how many, or none, or that nobody checked; empty if there is nothing to say. */
  public ReadOnlyStringProperty faceLineProperty() {
    return words.faceLineProperty();
  }

  /** How far the selected face's points can be believed; empty while there are none. */
  public ReadOnlyStringProperty doubtLineProperty() {
    return words.doubtLineProperty();
  }

  /** Whether the selected face's points are no more than a guess. */
  public ReadOnlyBooleanProperty guessProperty() {
    return words.guessProperty();
  }

  /** What the loaded network can't do here and why; empty if it can do all. */
  public ReadOnlyStringProperty networkNoticeProperty() {
    return networkNotice.getReadOnlyProperty();
  }

  /** Whether the loaded network gives the 15 points. */
  public boolean givesPoints() {
    return fit != null && fit.points();
  }

  /** Loads another network for all tabs; if that fails, the one before stays. */
  public void openNetwork(Path file) {
    inference.open(file, () -> settings.addRecentNetwork(file), messages::report);
  }

  /** Saves the points of all faces: CSV, or JSON if the name ends so. */
  public void savePoints(Path file) {
    Picture picture = shown.get();
    if (picture != null && !faces.faces().isEmpty()) {
      export.savePoints(file, new PointsFile(picture.name(), picture.photo().width(), picture.photo().height(),
          List.copyOf(faces.faces())));
    }
  }

  private void show(Picture picture) {
    Photo photo = picture.photo();
    shown.set(picture);
    title.set(pictures.titleProperty().get());
    probe.pin(null);
    maps.show(photo);
    classes.show(photo);
    faces.show(picture);
  }

  private void lookWith(LoadedNetwork loaded) {
    fit = NetworkFit.of(loaded);
    words.lookWith(fit);
    network.set(loaded);
    networkNotice.set(fit.whatIsOff(texts));
    camera.lookWith(fit);
    maps.lookWith(fit);
    classes.lookWith(fit);
    sheet.lookWith(fit);
    FaceSquare before = faces.squareProperty().get();
    faces.lookWith(fit);
    if (before != null && before.equals(faces.squareProperty().get())) {
      classes.lookThrough(before);
    }
    words.describe();
  }

  /** Shows the camera's frames as photos are shown, except that what is on screen stays until the next is there. */
  private final class CameraScreen implements CameraModel.Screen {

    @Override
    public void show(Picture frame, List<Face> found, Runnable whenShown) {
      Photo photo = frame.photo();
      FaceSquare square = faces.squareOn(frame, found);
      shown.set(frame);
      title.set(texts.get("photo-tab.title", frame.name(), photo.width(), photo.height()));
      maps.follow(photo, square, whenShown);
      classes.follow(photo, square);
      faces.follow(frame, found);
      words.describe();
    }

    @Override
    public void keep(Picture frame) {
      pictures.keep(frame);
    }

    @Override
    public void leave() {
      PhotoViewModel.this.show(pictures.pictureProperty().get());
    }

    @Override
    public boolean hasPicture() {
      return pictures.pictureProperty().get() != null;
    }

    @Override
    public void say(String sentence) {
      pictures.say(sentence);
    }
  }
}
