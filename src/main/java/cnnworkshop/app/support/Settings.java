package cnnworkshop.app.support;

import cnnworkshop.core.net.ComputeOn;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** What the program remembers from one start to the next. Used on the UI thread. */
public final class Settings {

  /** How many files are remembered as recent. */
  public static final int RECENT = 12;

  /** Sizes of type in percent that a person can step through. */
  public static final List<Integer> TYPE_PERCENTS = List.of(75, 90, 100, 110, 125, 150, 175, 200, 250);

  private static final double NORMAL_PERCENT = 100;

  /** Light or dark. */
  public enum Theme { SYSTEM, LIGHT, DARK }

  private final ObjectProperty<Theme> theme;
  private final DoubleProperty typePercent;
  private final BooleanProperty reducedMotion;
  private final ObjectProperty<ComputeOn> computeOn;
  private final StringProperty tab;
  private final DoubleProperty windowX;
  private final DoubleProperty windowY;
  private final DoubleProperty windowWidth;
  private final DoubleProperty windowHeight;
  private final BooleanProperty windowMaximized;
  private final ObservableList<String> recentPictures;
  private final ObservableList<String> recentNetworks;
  private final StringProperty pictureFolder;
  private final StringProperty networkFolder;
  private final StringProperty saveFolder;
  private final StringProperty colourScale;
  private final StringProperty mapScaling;
  private final BooleanProperty pointsShown;
  private final BooleanProperty pointNamesShown;
  private final StringProperty filtersSection;
  private final StringProperty lesson;
  private final ObservableList<String> lessonsOpened;
  private final ObservableList<String> questionsRight;
  private final BooleanProperty lessonMapShown;

  /** The settings kept in a file. */
  public Settings(SettingsFile file) {
    theme = file.choice("theme", Theme.SYSTEM);
    typePercent = file.number("typePercent", NORMAL_PERCENT);
    reducedMotion = file.flag("reducedMotion", false);
    computeOn = file.choice("computeOn", ComputeOn.GPU_IF_THERE);
    tab = file.text("tab", "");
    windowX = file.number("windowX", Double.NaN);
    windowY = file.number("windowY", Double.NaN);
    windowWidth = file.number("windowWidth", Double.NaN);
    windowHeight = file.number("windowHeight", Double.NaN);
    windowMaximized = file.flag("windowMaximized", false);
    recentPictures = file.texts("recentPictures");
    recentNetworks = file.texts("recentNetworks");
    pictureFolder = file.text("pictureFolder", "");
    networkFolder = file.text("networkFolder", "");
    saveFolder = file.text("saveFolder", "");
    colourScale = file.text("photo.colourScale", "");
    mapScaling = file.text("photo.mapScaling", "");
    pointsShown = file.flag("photo.pointsShown", true);
    pointNamesShown = file.flag("photo.pointNamesShown", false);
    filtersSection = file.text("filterTab.part", "");
    lesson = file.text("lessons.last", "");
    lessonsOpened = file.texts("lessons.opened");
    questionsRight = file.texts("lessons.right");
    lessonMapShown = file.flag("lessons.mapShown", true);
    double limited = Math.max(TYPE_PERCENTS.get(0),
        Math.min(TYPE_PERCENTS.get(TYPE_PERCENTS.size() - 1), typePercent.get()));
    typePercent.set(limited);
  }

  /** Light, dark, or as the system has it. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Size of type in percent of normal; all lengths follow it. */
  public DoubleProperty typePercentProperty() {
    return typePercent;
  }

  /** The next larger size of type. */
  public void enlargeType() {
    TYPE_PERCENTS.stream().filter(p -> p > typePercent.get()).findFirst().ifPresent(typePercent::set);
  }

  /** The next smaller size of type. */
  public void reduceType() {
    TYPE_PERCENTS.stream().filter(p -> p < typePercent.get()).reduce((a, b) -> b).ifPresent(typePercent::set);
  }

  /** The normal size of type. */
  public void resetType() {
    typePercent.set(NORMAL_PERCENT);
  }

  /** Whether nothing shall move that need not. */
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /** On what networks compute from the next start on. */
  public ObjectProperty<ComputeOn> computeOnProperty() {
    return computeOn;
  }

  /** The name of the tab shown last; empty at first. */
  public StringProperty tabProperty() {
    return tab;
  }

  /** Left edge of the window in screen coordinates; NaN at first, like the other three. */
  public DoubleProperty windowXProperty() {
    return windowX;
  }

  /** Top edge of the window. */
  public DoubleProperty windowYProperty() {
    return windowY;
  }

  /** Width of the window when it is not maximized. */
  public DoubleProperty windowWidthProperty() {
    return windowWidth;
  }

  /** Height of the window when it is not maximized. */
  public DoubleProperty windowHeightProperty() {
    return windowHeight;
  }

  /** Whether the window fills the screen. */
  public BooleanProperty windowMaximizedProperty() {
    return windowMaximized;
  }

  /** Pictures opened lately, as paths, the last one first. To be changed through {@link #addRecentPicture}. */
  public ObservableList<String> recentPictures() {
    return recentPictures;
  }

  /** Networks opened lately, as paths, the last one first. To be changed through {@link #addRecentNetwork}. */
  public ObservableList<String> recentNetworks() {
    return recentNetworks;
  }

  /** Remembers a picture that was opened. */
  public void addRecentPicture(Path file) {
    addRecent(recentPictures, file);
  }

  /** Remembers a network that was opened. */
  public void addRecentNetwork(Path file) {
    addRecent(recentNetworks, file);
  }

  private static void addRecent(ObservableList<String> recent, Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    if (!recent.isEmpty() && recent.get(0).equals(path)) {
      return;
    }
    recent.remove(path);
    recent.add(0, path);
    if (recent.size() > RECENT) {
      recent.remove(RECENT, recent.size());
    }
  }

  /** The folder pictures were opened from last; empty at first. */
  public StringProperty pictureFolderProperty() {
    return pictureFolder;
  }

  /** The folder networks were opened from last; empty at first. */
  public StringProperty networkFolderProperty() {
    return networkFolder;
  }

  /** The folder something was saved to last; empty at first. */
  public StringProperty saveFolderProperty() {
    return saveFolder;
  }

  /** The name of the maps' colour scale; empty at first. */
  public StringProperty colourScaleProperty() {
    return colourScale;
  }

  /** The name of how maps are scaled; empty at first. */
  public StringProperty mapScalingProperty() {
    return mapScaling;
  }

  /** Whether points are drawn on the photo. */
  public BooleanProperty pointsShownProperty() {
    return pointsShown;
  }

  /** Whether points carry their names all the time. */
  public BooleanProperty pointNamesShownProperty() {
    return pointNamesShown;
  }

  /** The part of the Filters tab shown last; empty at first. */
  public StringProperty filtersSectionProperty() {
    return filtersSection;
  }

  /** The name of the lesson read last; empty at first. */
  public StringProperty lessonProperty() {
    return lesson;
  }

  /** The names of the lessons that were opened. */
  public ObservableList<String> lessonsOpened() {
    return lessonsOpened;
  }

  /** The names of the lessons' questions that were answered right. */
  public ObservableList<String> questionsRight() {
    return questionsRight;
  }

  /** Whether the list of lessons stands beside them, where there is room. */
  public BooleanProperty lessonMapShownProperty() {
    return lessonMapShown;
  }

  /** Forgets which lessons were opened and which questions answered. */
  public void resetLessons() {
    lesson.set("");
    lessonsOpened.clear();
    questionsRight.clear();
  }

  /** A remembered path, unless it is empty or this system can't write it (settings can come from another machine). */
  public static Optional<Path> path(String remembered) {
    try {
      return remembered == null || remembered.isEmpty() ? Optional.empty() : Optional.of(Path.of(remembered));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
