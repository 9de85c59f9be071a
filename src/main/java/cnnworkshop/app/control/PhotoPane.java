package cnnworkshop.app.control;

import cnnworkshop.core.face.Face;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A photo as large as fits, with the faces on it, their points, the editable face square and marked pixels.
 *
 * <p>Takes photos of any size; what is drawn never has a side above 4096 pixels. All places are in pixels of the
 * upright photo, where (0, 0) is the centre of the first pixel; they stay right at any size of the pane.
 * Points outside the photo stand on its edge as arrows, and never change the size of the pane.
 *
 * <p>A click marks a pixel ({@link #pinnedProperty()}); with the keyboard focus, arrow keys move the mark by a
 * pixel (with Shift by ten) and Escape removes it. Each face that is not selected, and the square, is a stop of
 * the Tab key of its own.
 */
public final class PhotoPane extends Region {

  private static final int LARGE_STEP = 10;

  private final Texts texts;
  private final Em em = new Em(this::requestLayout);
  private final PhotoImage picture;
  private final Group faceLayer = new Group();
  private final PixelFrame highlightFrame = new PixelFrame("highlight");
  private final PixelFrame pinnedFrame = new PixelFrame("pinned");
  private final SquareEditor editor;
  private final PointLabels labels;
  private final Rectangle clip = new Rectangle();

  private final ObservableList<Face> faces = FXCollections.observableArrayList();
  private final IntegerProperty selectedFace = new SimpleIntegerProperty(this, "selectedFace", -1);
  private final BooleanProperty pointsVisible = new SimpleBooleanProperty(this, "pointsVisible", true);
  private final BooleanProperty namesVisible = new SimpleBooleanProperty(this, "namesVisible", false);
  private final ObjectProperty<FaceSquare> square = new SimpleObjectProperty<>(this, "square");
  private final BooleanProperty squareEditable = new SimpleBooleanProperty(this, "squareEditable", true);
  private final ReadOnlyObjectWrapper<Point> hoveredPixel = new ReadOnlyObjectWrapper<>(this, "hoveredPixel");
  private final ObjectProperty<Point> pinned = new SimpleObjectProperty<>(this, "pinned");
  private final ObjectProperty<Rectangle2D> highlight = new SimpleObjectProperty<>(this, "highlight");

  private Consumer<FaceSquare> onSquareMoved = moved -> {};
  private IntConsumer onFaceSelected = index -> {};
  private Photo photo;
  private PointMark hoveredMark;

  /**
   * @param texts what it says
   * @param background where large photos are made smaller
   */
  public PhotoPane(Texts texts, Executor background) {
    this.texts = texts;
    this.picture = new PhotoImage(background);
    this.editor = new SquareEditor(texts, em);
    this.labels = new PointLabels(texts, em);
    getStyleClass().add("photo-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(texts.get("control.photo.help"));
    setClip(clip);
    faceLayer.setManaged(false);
    getChildren().addAll(em, picture, faceLayer, highlightFrame, pinnedFrame, editor, labels);
    editor.setOnMoved(this::squareMoved);
    faces.addListener((ListChangeListener<Face>) change -> redraw());
    List<Property<?>> drawn = List.of(selectedFace, pointsVisible, namesVisible, square, squareEditable, pinned,
        highlight);
    drawn.forEach(property -> property.addListener((p, before, after) -> redraw()));
    addEventFilter(MouseEvent.ANY, this::pointerMoved);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    redraw();
  }

  /**
   * Shows another photo, at once; a large one first coarsely, then well as soon as the background work is done.
   * Marked pixels go; faces and square are for the caller to set.
   *
   * @param newPhoto the photo, or null for none
   */
  public void setPhoto(Photo newPhoto) {
    photo = newPhoto;
    hoveredPixel.set(null);
    clear(pinned);
    clear(highlight);
    picture.setPhoto(photo);
    redraw();
  }

  /** The photo shown, or null. */
  public Photo getPhoto() {
    return photo;
  }

  /** The faces whose points are drawn. */
  public ObservableList<Face> getFaces() {
    return faces;
  }

  /** Which of the faces is the selected one, −1 for none: its outline is the square's. */
  public IntegerProperty selectedFaceProperty() {
    return selectedFace;
  }

  /** Whether points are drawn; true at first. */
  public BooleanProperty pointsVisibleProperty() {
    return pointsVisible;
  }

  /** Whether all names of the selected (or only) face are written beside it; a pointed-at point always is named. */
  public BooleanProperty namesVisibleProperty() {
    return namesVisible;
  }

  /** The square to look through, in photo pixels; null for none. */
  public ObjectProperty<FaceSquare> squareProperty() {
    return square;
  }

  /** Whether the square can be moved, resized and turned; true at first. */
  public BooleanProperty squareEditableProperty() {
    return squareEditable;
  }

  /** The column and row (whole numbers) of the photo's pixel under the pointer; null outside. */
  public ReadOnlyObjectProperty<Point> hoveredPixelProperty() {
    return hoveredPixel.getReadOnlyProperty();
  }

  /** The column and row (whole numbers) of the marked pixel; null for none. */
  public ObjectProperty<Point> pinnedProperty() {
    return pinned;
  }

  /** Pixels to outline: first column and row, number of columns and rows, in photo pixels; null for none. */
  public ObjectProperty<Rectangle2D> highlightProperty() {
    return highlight;
  }

  /** What to do with the new square, at every step of a drag and at every key; the square shown is set before. */
  public void setOnSquareMoved(Consumer<FaceSquare> action) {
    onSquareMoved = action;
  }

  /** What to do when a person chooses a face, by its index; the selection is set before. */
  public void setOnFaceSelected(IntConsumer action) {
    onFaceSelected = action;
  }

  /**
   * The photo with the points that are drawn on it, in the photo's own size, or reduced to 4096 pixels on its
   * longest side.
   *
   * @throws IllegalStateException if there is no photo
   */
  public WritableImage picture() {
    if (photo == null) {
      throw new IllegalStateException("no photo to make a picture of");
    }
    return new PhotoPicture(photo).draw(pointsVisible.get() ? faces : List.of(), this::paint);
  }

  private void paint(PointMark copy) {
    // Outside a window there are no style sheets: the copy takes the colours of the mark on screen.
    if (faceLayer.getChildren().get(0) instanceof FaceMarks shown) {
      PointMark original = shown.marks().get(copy.point().ordinal());
      original.applyCss();
      copy.setFill(original.getFill());
      copy.setStroke(original.getStroke());
    }
  }

  private void squareMoved(FaceSquare moved) {
    if (!square.isBound()) {
      square.set(moved);
    }
    onSquareMoved.accept(moved);
  }

  private void faceChosen(int index) {
    if (!selectedFace.isBound()) {
      selectedFace.set(index);
    }
    onFaceSelected.accept(index);
  }

  private void pointerMoved(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
      hoveredPixel.set(null);
      hover(null);
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      hoveredPixel.set(pixelAt(event));
      hover(event.getTarget() instanceof PointMark mark ? mark : null);
    }
  }

  private void hover(PointMark mark) {
    if (hoveredMark != mark) {
      hoveredMark = mark;
      labels.showOne(mark, getWidth(), getHeight());
    }
  }

  private void pressed(MouseEvent event) {
    if (!(event.getTarget() instanceof Node node) || node.getParent() != editor) {
      requestFocus();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      pin(pixelAt(event));
    }
  }

  private void key(KeyEvent event) {
    if (photo == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int step = event.isShiftDown() ? LARGE_STEP : 1;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> movePinned(-step, 0);
      case RIGHT, KP_RIGHT -> movePinned(step, 0);
      case UP, KP_UP -> movePinned(0, -step);
      case DOWN, KP_DOWN -> movePinned(0, step);
      case ESCAPE -> {
        if (pinned.get() == null) {
          return;
        }
        pin(null);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void movePinned(int columns, int rows) {
    Point from = pinned.get() == null ? new Point((photo.width() - 1) / 2, (photo.height() - 1) / 2)
        : new Point(pinned.get().x() + columns, pinned.get().y() + rows);
    pin(new Point(Math.max(0, Math.min(photo.width() - 1, from.x())),
        Math.max(0, Math.min(photo.height() - 1, from.y()))));
  }

  private void pin(Point pixel) {
    if (!pinned.isBound()) {
      pinned.set(pixel);
    }
  }

  private static void clear(ObjectProperty<?> property) {
    if (!property.isBound()) {
      property.set(null);
    }
  }

  private Point pixelAt(MouseEvent event) {
    if (photo == null) {
      return null;
    }
    var local = sceneToLocal(event.getSceneX(), event.getSceneY());
    PhotoFit fit = fit();
    // The coordinate of a pixel is its centre: its area begins half a pixel before.
    double column = Math.floor(fit.pictureX(local.getX()) + 0.5);
    double row = Math.floor(fit.pictureY(local.getY()) + 0.5);
    boolean on = column >= 0 && row >= 0 && column < photo.width() && row < photo.height();
    return on ? new Point(column, row) : null;
  }

  /** How the photo lies in the pane now; null without a photo. */
  PhotoFit fit() {
    return photo == null ? null : PhotoFit.within(getWidth(), getHeight(), photo.width(), photo.height());
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    redraw();
  }

  private void redraw() {
    PhotoFit fit = fit();
    setAccessibleText(photo == null ? texts.get("control.photo.none")
        : texts.get("control.photo.accessible", photo.width(), photo.height(), faces.size()));
    picture.show(fit);
    drawFaces(fit);
    highlightFrame.show(highlight.get(), fit);
    Point pin = pinned.get();
    pinnedFrame.show(pin == null ? null : new Rectangle2D(pin.x(), pin.y(), 1, 1), fit);
    editor.setEditable(squareEditable.get());
    editor.show(square.get(), fit, getWidth(), getHeight());
  }

  private void drawFaces(PhotoFit fit) {
    int count = fit == null ? 0 : faces.size();
    var layers = faceLayer.getChildren();
    while (layers.size() > count) {
      layers.remove(layers.size() - 1);
    }
    while (layers.size() < count) {
      int index = layers.size();
      layers.add(new FaceMarks(() -> faceChosen(index)));
    }
    for (int i = 0; i < count; i++) {
      FaceMarks marks = (FaceMarks) layers.get(i);
      marks.setAccessibleText(texts.get("control.face.accessible", i + 1, count));
      marks.show(faces.get(i), fit, i == selectedFace.get(), pointsVisible.get(), em.px(1));
    }
    int named = count == 1 ? 0 : selectedFace.get();
    boolean all = namesVisible.get() && pointsVisible.get() && named >= 0 && named < count;
    labels.showAll(all ? new ArrayList<>(((FaceMarks) layers.get(named)).marks()) : List.of(), getWidth(),
        getHeight());
    boolean one = hoveredMark != null && hoveredMark.getScene() != null && hoveredMark.isVisible() && !all;
    labels.showOne(one ? hoveredMark : null, getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(30);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(30);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(8);
  }
}
