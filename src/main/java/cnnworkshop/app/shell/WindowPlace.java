package cnnworkshop.app.shell;

import cnnworkshop.app.support.Settings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, as long as there is still a screen there, and remembers where it is moved. */
public final class WindowPlace {

  private static final double MIN_WIDTH = 800;
  private static final double MIN_HEIGHT = 560;
  private static final double FIRST_WIDTH = 1360;
  private static final double FIRST_HEIGHT = 860;

  /** A window counts as within reach if this much of it is on a screen, across and down, in pixels. */
  private static final double GRIP = 120;

  private final Settings settings;

  /** @param settings where the place is kept */
  public WindowPlace(Settings settings) {
    this.settings = settings;
  }

  /** Places a stage that is not shown yet and follows it from then on. */
  public void keep(Stage stage) {
    Rectangle2D primary = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(MIN_WIDTH, primary.getWidth()));
    stage.setMinHeight(Math.min(MIN_HEIGHT, primary.getHeight()));
    Rectangle2D place = place(remembered(), Screen.getScreens().stream().map(Screen::getVisualBounds).toList(), primary);
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
    stage.setMaximized(settings.windowMaximizedProperty().get());
    stage.maximizedProperty().addListener((p, was, is) -> settings.windowMaximizedProperty().set(is));
    stage.xProperty().addListener(change -> remember(stage));
    stage.yProperty().addListener(change -> remember(stage));
    stage.widthProperty().addListener(change -> remember(stage));
    stage.heightProperty().addListener(change -> remember(stage));
  }

  private void remember(Stage stage) {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
      settings.windowXProperty().set(stage.getX());
      settings.windowYProperty().set(stage.getY());
      settings.windowWidthProperty().set(stage.getWidth());
      settings.windowHeightProperty().set(stage.getHeight());
    }
  }

  private Optional<Rectangle2D> remembered() {
    double x = settings.windowXProperty().get();
    double y = settings.windowYProperty().get();
    double width = settings.windowWidthProperty().get();
    double height = settings.windowHeightProperty().get();
    return Double.isFinite(x + y + width + height) && width > 0 && height > 0
        ? Optional.of(new Rectangle2D(x, y, width, height)) : Optional.empty();
  }

  /** Where the window goes: where it was if one can still grip it there, else in the middle of the primary screen. */
  static Rectangle2D place(Optional<Rectangle2D> remembered, List<Rectangle2D> screens, Rectangle2D primary) {
    double width = remembered.map(Rectangle2D::getWidth).orElse(FIRST_WIDTH);
    double height = remembered.map(Rectangle2D::getHeight).orElse(FIRST_HEIGHT);
    for (Rectangle2D screen : screens) {
      if (remembered.isPresent() && canBeGripped(remembered.get(), screen)) {
        double w = Math.min(width, screen.getWidth());
        double h = Math.min(height, screen.getHeight());
        return new Rectangle2D(between(screen.getMinX(), remembered.get().getMinX(), screen.getMaxX() - w),
            between(screen.getMinY(), remembered.get().getMinY(), screen.getMaxY() - h), w, h);
      }
    }
    double w = Math.min(width, primary.getWidth());
    double h = Math.min(height, primary.getHeight());
    return new Rectangle2D(primary.getMinX() + (primary.getWidth() - w) / 2,
        primary.getMinY() + (primary.getHeight() - h) / 2, w, h);
  }

  private static boolean canBeGripped(Rectangle2D window, Rectangle2D screen) {
    double across = Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX());
    double down = Math.min(window.getMaxY(), screen.getMaxY()) - Math.max(window.getMinY(), screen.getMinY());
    return across >= GRIP && down >= GRIP;
  }

  private static double between(double least, double value, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
