package cnnworkshop.app;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.control.TabParts;
import cnnworkshop.app.filters.FiltersSections;
import cnnworkshop.app.filters.FiltersTools;
import cnnworkshop.app.filters.FiltersViewModel;
import cnnworkshop.app.filters.PhotoSubject;
import cnnworkshop.app.filters.Subject;
import cnnworkshop.app.filters.SystemFiltersPlaces;
import cnnworkshop.app.learn.DemoTools;
import cnnworkshop.app.learn.Demos;
import cnnworkshop.app.learn.KeypointLab;
import cnnworkshop.app.learn.LearnView;
import cnnworkshop.app.learn.LearnViewModel;
import cnnworkshop.app.photo.CameraTools;
import cnnworkshop.app.photo.PhotoView;
import cnnworkshop.app.photo.PhotoViewModel;
import cnnworkshop.app.photo.Picture;
import cnnworkshop.app.photo.PictureEntry;
import cnnworkshop.app.photo.SystemFileDialogs;
import cnnworkshop.app.reuse.CutAndRaceModel;
import cnnworkshop.app.reuse.ReuseSections;
import cnnworkshop.app.reuse.ReuseTools;
import cnnworkshop.app.reuse.ReuseViewModel;
import cnnworkshop.app.reuse.SystemReusePlaces;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.shell.ShellActions;
import cnnworkshop.app.shell.ShellTab;
import cnnworkshop.app.shell.ShellView;
import cnnworkshop.app.shell.ShellViewModel;
import cnnworkshop.app.shell.WindowPlace;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LateFaceDetector;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Once;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFailure;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Threads;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.app.train.DataSource;
import cnnworkshop.app.train.Places;
import cnnworkshop.app.train.Question;
import cnnworkshop.app.train.RunPlaces;
import cnnworkshop.app.train.SystemPlaces;
import cnnworkshop.app.train.SystemRunPlaces;
import cnnworkshop.app.train.TrainPlaces;
import cnnworkshop.app.train.TrainTools;
import cnnworkshop.app.train.TrainView;
import cnnworkshop.app.train.TrainViewModel;
import cnnworkshop.core.AppFolders;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.camera.opencv.OpenCvCamera;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.lesson.Course;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window, and the one place where the program's objects are built, connected and shut down. Takes the parameters
 * {@code --open FILE}, {@code --tab NAME}, {@code --camera NUMBER} (or a video file in its place) and
 * {@code --device cpu} or {@code gpu}.
 */
public final class WorkshopApp extends Application {

  private static final Logger LOG = LoggerFactory.getLogger(WorkshopApp.class);
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

  /** A frame is drawn while the next one is prepared. */
  private static final int FRAMES_UNTIL_DRAWN = 2;

  private final Executor ui = Platform::runLater;
  private final Threads threads = new Threads();
  private final AppFolders folders = AppFolders.ofThisMachine();
  private final Texts texts = Texts.load(Locale.getDefault());
  private final Messages messages = new Messages(texts, ui);
  private final Work work = new Work(ui);

  private NativeLibraries natives;

  private SettingsFile settingsFile;
  private Settings settings;
  private Inference inference;
  private PhotoViewModel photo;
  private Trainer trainer;
  private RunStore runs;
  private Once<TrainViewModel> train;
  private Once<LearnViewModel> learn;
  private Once<FiltersTab> filters;
  private Once<ReuseTab> reuse;
  private ShellView shell;
  private boolean windowIsThere;
  private Runnable firstTab = () -> { };

  /** What the Filters tab is made of. */
  private record FiltersTab(FiltersViewModel model, List<TabPart> sections) {}

  /** What the Reuse tab is made of. */
  private record ReuseTab(ReuseViewModel model, List<TabPart> sections, CutAndRaceModel cutAndRace) {}

  @Override
  public void start(Stage stage) {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> messages.report(thrown));
    settingsFile = new SettingsFile(folders.settings().resolve("settings.json"), threads.timer(),
        e -> messages.show(new SettingsFailure(e)));
    settings = new Settings(settingsFile);
    Appearance appearance = new Appearance(settings);
    appearance.followSystem(threads.background(), ui);
    natives = new NativeLibraries(folders.cache(), parameter("camera").orElse(OpenCvCamera.FIRST),
        parameter("device").flatMap(ComputeOn::named).orElse(settings.computeOnProperty().get()), messages,
        threads.inference());
    inference = new Inference(natives::start, threads.inference(), ui);
    photo = photoViewModel();
    trainer = new Trainer(natives::backend, threads.trainer(), ui);
    runs = new RunStore(folders.settings().resolve("runs"));
    // Tabs other than the first wait until somebody wants to see them, or the window would.
    train = new Once<>(() -> new TrainViewModel(new TrainTools(inference, trainer, runs,
        new NetworkTemplates(folders.settings().resolve("networks")), folders.cache(), messages, work, texts,
        threads.background(), ui)));
    learn = new Once<>(this::makeLearn);
    filters = new Once<>(() -> makeFilters(stage));
    reuse = new Once<>(() -> makeReuse(stage));
    shell = shell(stage, appearance);

    Scene scene = new Scene(shell.root());
    appearance.dress(scene);
    stage.setScene(scene);
    stage.setTitle(texts.get("shell.title"));
    ICON_SIZES.forEach(size -> stage.getIcons().add(
        new Image(WorkshopApp.class.getResourceAsStream("/assets/icons/icon-" + size + ".png"))));
    new WindowPlace(settings).keep(stage);
    stage.setOnCloseRequest(event -> {
      if (!mayClose(stage)) {
        event.consume();
      }
    });
    stage.show();

    tellOfFolders();
    onceDrawn(() -> {
      LOG.info("window drawn {} ms after the start of Java", sinceStart());
      windowIsThere = true;
      loadShippedNetwork(ShippedModels.Model.KEYPOINTS);
      openFirstPicture();
      firstTab.run();
    });
    logFirstPrediction();
  }

  /** What the first tab shows is made when the window itself has been drawn: that is there half a second sooner. */
  private Node content(Supplier<Node> maker) {
    if (windowIsThere) {
      return maker.get();
    }
    StackPane place = new StackPane();
    firstTab = () -> {
      Node content = maker.get();
      place.getChildren().setAll(content);
      content.requestFocus();
    };
    return place;
  }

  private void logFirstPrediction() {
    photo.doubtLineProperty().addListener(new ChangeListener<>() {
      @Override
      public void changed(ObservableValue<? extends String> line, String before, String now) {
        if (!now.isEmpty()) {
          line.removeListener(this);
          LOG.info("first prediction {} ms after the start of Java", sinceStart());
        }
      }
    });
  }

  private static long sinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  /**
   * Does something when the window has been drawn. A JVM loads one native library at a time, and those of ND4J take a
   * second or more: begun earlier, they would keep JavaFX waiting for its own, and the window white.
   */
  private static void onceDrawn(Runnable action) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (frames++ == FRAMES_UNTIL_DRAWN) {
          stop();
          action.run();
        }
      }
    }.start();
  }

  /** Asks if a training runs: it would end. */
  private boolean mayClose(Stage stage) {
    boolean[] idle = {true};
    train.ifMade(tab -> idle[0] &= !tab.isTraining());
    reuse.ifMade(tab -> idle[0] &= tab.cutAndRace().idle().get());
    return idle[0]
        || new Question(texts.get("train.close.question"), texts.get("train.close")).isAnsweredYes(stage.getScene().getRoot());
  }

  private PhotoViewModel photoViewModel() {
    PhotoLoader loader = new PhotoLoader();
    SampleImages samples = new SampleImages(loader);
    List<PictureEntry> entries = samples.all().stream().map(sample -> {
      String name = texts.get(sample.textKey());
      return new PictureEntry(name, Optional.empty(), () -> new Picture(name, samples.load(sample), false));
    }).toList();
    return new PhotoViewModel(inference, new LateFaceDetector(natives.detector()), loader, entries, settings, messages, texts, threads.background(), ui,
        Runtime.getRuntime().availableProcessors(), new CameraTools(() -> natives.camera().open(),
            new LateFaceDetector(natives.cameraDetector()), threads.camera(), Clock.systemDefaultZone()));
  }

  private ShellView shell(Stage stage, Appearance appearance) {
    ShellActions actions = new ShellActions() {
      @Override
      public void openPictures(List<Path> files) {
        photo.pictures().open(files);
      }

      @Override
      public void openNetwork(Path file) {
        photo.openNetwork(file);
      }

      @Override
      public void openShipped(ShippedModels.Model model) {
        loadShippedNetwork(model);
      }
    };
    SystemFileDialogs dialogs = new SystemFileDialogs(() -> stage, settings, texts);
    ShellView.Surroundings surroundings = new ShellView.Surroundings() {
      @Override
      public List<Path> choosePictures() {
        return dialogs.pictures();
      }

      @Override
      public Optional<Path> chooseNetwork() {
        return dialogs.network();
      }

      @Override
      public void toggleDark() {
        appearance.toggleDark();
      }

      @Override
      public void quit() {
        if (mayClose(stage)) {
          Platform.exit();
        }
      }
    };
    List<ShellTab> tabs = List.of(
        new ShellTab("learn", texts.get("shell.tab.learn"), Material2OutlinedMZ.SCHOOL,
            () -> content(() -> new LearnView(learn.get(), demoTools(), Demos.all()).root()),
            () -> hints(LearnView.keys(texts))),
        new ShellTab("train", texts.get("shell.tab.train"), Material2OutlinedMZ.MODEL_TRAINING,
            () -> content(() -> new TrainView(train.get(), texts, trainPlaces(stage)).root()),
            () -> hints(TrainView.keys(texts))),
        new ShellTab("filters", texts.get("shell.tab.filters"), Material2OutlinedAL.FILTER_ALT,
            () -> content(() -> parts(filters.get().model().sectionProperty(), filters.get().model()::show,
                filters.get().sections())),
            () -> hintsOf(filters.get().sections())),
        new ShellTab("photo", texts.get("shell.tab.photo"), Material2OutlinedMZ.PHOTO,
            () -> content(() -> new PhotoView(photo, settings, texts, dialogs, Clipboard::getSystemClipboard,
                threads.background()).root()),
            () -> hints(PhotoView.keys(texts))),
        new ShellTab("reuse", texts.get("shell.tab.reuse"), Material2OutlinedAL.CONTENT_CUT,
            () -> content(() -> parts(reuse.get().model().sectionProperty(), reuse.get().model()::show,
                reuse.get().sections())),
            () -> hintsOf(reuse.get().sections())));
    ShellViewModel model = new ShellViewModel(settings, inference.networkProperty(), work, texts, actions,
        Dl4jBackend.offersGpu());
    return new ShellView(model, tabs, firstTab(), messages, texts,
        surroundings);
  }

  private Node parts(ReadOnlyStringProperty chosen, Consumer<String> choose, List<TabPart> all) {
    return new TabParts(chosen, choose, all, texts).root();
  }

  private static List<ShellTab.KeyHint> hints(Map<String, String> keys) {
    return keys.entrySet().stream().map(k -> new ShellTab.KeyHint(k.getKey(), k.getValue())).toList();
  }

  private List<ShellTab.KeyHint> hintsOf(List<TabPart> parts) {
    return TabParts.keys(parts, texts).stream().map(k -> new ShellTab.KeyHint(k.keys(), k.what())).toList();
  }

  /** The tab asked for, or that of a picture asked for, or the last one; at a first start the photo. */
  private String firstTab() {
    String last = settings.tabProperty().get().isEmpty() ? "photo" : settings.tabProperty().get();
    return parameter("tab").orElse(parameter("open").isPresent() ? "photo" : last);
  }

  private LearnViewModel makeLearn() {
    Course course = Course.load(Course.SHIPPED, Demos.all().keySet());
    course.mistakes().forEach(messages::show);
    return new LearnViewModel(course, settings, this::follow);
  }

  private FiltersTab makeFilters(Stage stage) {
    FiltersTools tools = new FiltersTools(inference, new PhotoSubject(photo).subjectProperty(),
        new SimpleObjectProperty<>(), this::sampleSubjects, runs, settings, messages, work, texts,
        threads.background(), ui);
    List<TabPart> sections = FiltersSections.all(tools, new SystemFiltersPlaces(() -> stage, settings, texts),
        this::shippedNetwork);
    return new FiltersTab(new FiltersViewModel(tools, sections.stream().map(TabPart::id).toList()), sections);
  }

  private ReuseTab makeReuse(Stage stage) {
    ReuseTools tools =
        new ReuseTools(inference, trainer, folders.cache(), messages, work, texts, threads.background(), ui);
    CutAndRaceModel cutAndRace = new CutAndRaceModel(tools);
    SystemReusePlaces places = new SystemReusePlaces(() -> stage, settings, texts, layers -> {
      train.get().network().take(layers);
      shell.showTab("train");
    });
    List<TabPart> sections =
        ReuseSections.all(tools, cutAndRace, places, places, () -> natives.camera().open(), threads.camera());
    return new ReuseTab(new ReuseViewModel(sections.stream().map(TabPart::id).toList()), sections, cutAndRace);
  }

  private List<Subject> sampleSubjects() {
    SampleImages samples = new SampleImages(new PhotoLoader());
    return samples.all().stream().map(sample -> {
      try {
        return new Subject(texts.get(sample.textKey()), samples.load(sample), null);
      } catch (UserFailure e) {
        throw new CompletionException(e);
      }
    }).toList();
  }

  private Path shippedNetwork() {
    try {
      return new ShippedModels(folders.cache()).keypoints();
    } catch (IOException | UserFailure e) {
      throw new CompletionException(e);
    }
  }

  private DemoTools demoTools() {
    KeypointLab lab = new KeypointLab(this::openLessonNetwork, threads.lesson(), ui);
    return new DemoTools(texts, lab, this::currentPhoto, this::samplePhotos, trainer, work, threads.background(), ui,
        settings.reducedMotionProperty(), messages::report);
  }

  /** Lessons speak of the shipped network, whatever is loaded elsewhere. */
  private Network openLessonNetwork() {
    try {
      return natives.backend().open(shippedNetwork());
    } catch (UserFailure e) {
      throw new CompletionException(e);
    }
  }

  private Photo currentPhoto() {
    Picture shown = photo.pictures().pictureProperty().get();
    return shown == null ? samplePhotos().get(0) : shown.photo();
  }

  private List<Photo> samplePhotos() {
    return sampleSubjects().stream().map(Subject::photo).toList();
  }

  /** Opens a tab in the state a lesson speaks of. */
  private void follow(String target) {
    DeepLink link = DeepLink.of(target);
    shell.showTab(link.tab());
    if (link.tab().equals("train")) {
      if ("shapes10".equals(link.state().get("data"))) {
        train.get().data().choose(DataSource.SHAPES10);
      }
      if (link.state().containsKey("network")) {
        train.get().network().choose(link.state().get("network"));
      }
    } else if (link.tab().equals("filters")) {
      filters.get().model().show(link.state().getOrDefault("part", ""));
      if (link.state().containsKey("layer")) {
        filters.get().model().choose(link.state().get("layer"), Integer.parseInt(link.state().getOrDefault("unit", "0")));
      }
    } else if (link.tab().equals("reuse")) {
      reuse.get().model().show(link.state().getOrDefault("part", ""));
    } else if (link.tab().equals("photo")) {
      if (link.state().containsKey("sample")) {
        photo.pictures().openSample(Integer.parseInt(link.state().get("sample")));
      }
      if (link.state().containsKey("layer")) {
        photo.maps().chooseLayer(link.state().get("layer"));
      }
    }
  }

  private TrainPlaces trainPlaces(Stage stage) {
    return new TrainPlaces() {
      @Override
      public Places data() {
        return new SystemPlaces(() -> stage, texts);
      }

      @Override
      public RunPlaces runs() {
        return new SystemRunPlaces(() -> stage, settings, texts);
      }

      @Override
      public Messages messages() {
        return messages;
      }

      @Override
      public Executor background() {
        return threads.background();
      }

      @Override
      public void openPhoto(Photo picture) {
        photo.pictures().open(texts.get("train.picture"), picture);
        shell.showTab("photo");
      }
    };
  }

  private void tellOfFolders() {
    folders.unusable().forEach(folder -> messages.note(texts.get("app.folders.temporary", folder)));
    settingsFile.keptAside().ifPresent(file -> messages.note(texts.get("settings.damaged", file)));
  }

  private void loadShippedNetwork(ShippedModels.Model model) {
    Work.Piece loading = work.start(texts.get(NativePath.areUnpacked(folders.cache()) ? "shell.status.loading-network"
        : "shell.status.unpacking-natives"), null);
    inference.openShipped(model, folders.cache(), loading::done, e -> {
      loading.done();
      messages.report(e);
    });
  }

  private void openFirstPicture() {
    Optional<Path> wanted = parameter("open").flatMap(Settings::path);
    if (wanted.isPresent()) {
      photo.pictures().open(List.of(wanted.get()));
    } else {
      photo.pictures().openSample(0);
    }
  }

  /** The value after {@code --name} or {@code --name=}. */
  private Optional<String> parameter(String name) {
    Map<String, String> named = getParameters().getNamed();
    List<String> raw = getParameters().getRaw();
    int at = raw.indexOf("--" + name);
    return Stream.of(Optional.ofNullable(named.get(name)),
        at >= 0 && at + 1 < raw.size() ? Optional.of(raw.get(at + 1)) : Optional.<String>empty())
        .flatMap(Optional::stream).findFirst();
  }

  @Override
  public void stop() {
    if (train != null) {
      train.ifMade(TrainViewModel::stop);
    }
    if (reuse != null) {
      reuse.ifMade(tab -> tab.cutAndRace().close());
    }
    if (photo != null) {
      photo.camera().stop();
    }
    if (settingsFile != null) {
      settingsFile.close();
    }
    if (inference != null) {
      inference.close();
    }
    threads.close();
  }
}
