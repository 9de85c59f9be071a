package cnnworkshop.app.photo;

import cnnworkshop.app.control.ClassBars;
import cnnworkshop.app.control.PhotoPane;
import cnnworkshop.app.control.SampleStrip;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The photo with its points, what is said of it, and the pictures to try. */
final class PictureColumn extends VBox {

  private static final PseudoClass GUESS = PseudoClass.getPseudoClass("guess");
  private static final double BELOW_SHARE = 0.52;

  private final PhotoViewModel model;
  private final Texts texts;
  private final Labelled labelled;
  private final PhotoPane photo;
  /** Whether the photo is being changed for the next frame of a moving picture. */
  private boolean nextFrame;

  /** @param open asks for a picture */
  PictureColumn(PhotoViewModel model, Settings settings, Texts texts, Executor background, Runnable open) {
    this.model = model;
    this.texts = texts;
    this.labelled = new Labelled(texts);
    this.photo = new PhotoPane(texts, background);
    getStyleClass().add("picture-column");
    bindPhoto(settings);
    StackPane place = new StackPane(photo, emptyPlace(open));
    VBox.setVgrow(place, Priority.ALWAYS);
    VBox below = new VBox(line(model.pictures().messageProperty(), "picture-message"),
        line(model.faceLineProperty(), "face-line"), doubtLine(), faceButtons(),
        line(model.networkNoticeProperty(), "network-notice"), classes(), samples(background));
    below.getStyleClass().add("below-picture");
    getChildren().addAll(line(model.titleProperty(), "picture-title"), new CameraBar(model.camera(), texts), place,
        new BoundedScroll(below, this, BELOW_SHARE));
  }

  /** The photo on screen. */
  PhotoPane photo() {
    return photo;
  }

  private void bindPhoto(Settings settings) {
    model.shownProperty().addListener((p, before, after) -> show(after));
    model.faces().faces().addListener((ListChangeListener<Face>) change ->
        photo.getFaces().setAll(model.faces().faces()));
    model.faces().selectedProperty().addListener((p, before, after) -> photo.selectedFaceProperty().set(
        after.intValue()));
    photo.squareProperty().bind(model.faces().squareProperty());
    photo.setOnSquareMoved(model.faces()::move);
    photo.setOnFaceSelected(model.faces()::select);
    photo.pointsVisibleProperty().bind(settings.pointsShownProperty());
    photo.namesVisibleProperty().bind(settings.pointNamesShownProperty());
    photo.squareEditableProperty().bind(model.camera().frameProperty().isNull().or(points().not()));
    photo.hoveredPixelProperty().addListener((p, before, after) -> {
      if (!nextFrame) {
        model.probe().pointAtPhoto(after);
      }
    });
    photo.addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.probe().pointAtPhoto(null));
    photo.pinnedProperty().addListener((p, before, after) -> {
      if (!nextFrame) {
        model.probe().pin(after);
      }
    });
    model.probe().patchProperty().addListener((p, before, patch) -> photo.highlightProperty().set(
        patch == null ? null : new Rectangle2D(patch.x(), patch.y(), patch.width(), patch.height())));
    if (model.shownProperty().get() != null) {
      photo.setPhoto(model.shownProperty().get().photo());
      photo.getFaces().setAll(model.faces().faces());
      photo.selectedFaceProperty().set(model.faces().selectedProperty().get());
    }
  }

  private void show(Picture picture) {
    Photo before = photo.getPhoto();
    Photo after = picture.photo();
    Point pinned = photo.pinnedProperty().get();
    // Pixels that are marked or pointed at stay so while the picture moves.
    nextFrame = picture == model.camera().frameProperty().get() && before != null
        && before.width() == after.width() && before.height() == after.height();
    photo.setPhoto(after);
    if (nextFrame) {
      photo.pinnedProperty().set(pinned);
    }
    nextFrame = false;
  }

  private BooleanExpression points() {
    return Bindings.createBooleanBinding(model::givesPoints, model.networkProperty());
  }

  private Node emptyPlace(Runnable open) {
    Label invitation = new Label(texts.get("photo-tab.empty"));
    invitation.setWrapText(true);
    Button button = labelled.button(new Button(), texts.get("photo-tab.open"), Material2AL.FOLDER_OPEN,
        PhotoKeys.OPEN.combination(), open);
    VBox place = new VBox(invitation, button);
    place.getStyleClass().add("empty-place");
    place.setAlignment(Pos.CENTER);
    place.visibleProperty().bind(model.shownProperty().isNull()
        .and(model.pictures().loadingProperty().not()));
    return place;
  }

  private Label line(ObservableStringValue text, String styleClass) {
    Label label = new Label();
    label.getStyleClass().addAll("line", styleClass);
    label.textProperty().bind(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    shownWhile(label, Bindings.isNotEmpty(text));
    return label;
  }

  private Node doubtLine() {
    Label label = line(model.doubtLineProperty(), "doubt-line");
    FontIcon warning = new FontIcon(Material2MZ.WARNING);
    label.graphicProperty().bind(Bindings.when(model.guessProperty()).then((Node) warning).otherwise((Node) null));
    model.guessProperty().addListener((p, before, guess) -> label.pseudoClassStateChanged(GUESS, guess));
    label.pseudoClassStateChanged(GUESS, model.guessProperty().get());
    return label;
  }

  private Node faceButtons() {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("face-buttons");
    FacesModel faces = model.faces();
    Button previous = labelled.button(new Button(), texts.get("photo-tab.face.previous"),
        Material2MZ.NAVIGATE_BEFORE, PhotoKeys.PREVIOUS_FACE.combination(), () -> faces.selectNext(-1));
    Button next = labelled.button(new Button(), texts.get("photo-tab.face.next"), Material2MZ.NAVIGATE_NEXT,
        PhotoKeys.NEXT_FACE.combination(), () -> faces.selectNext(1));
    BooleanExpression several = Bindings.size(faces.faces()).greaterThan(1);
    shownWhile(previous, several);
    shownWhile(next, several);
    Button place = labelled.button(new Button(), texts.get("photo-tab.face.place"), Material2AL.CROP_FREE,
        PhotoKeys.PLACE.combination(), faces::placeNew);
    Button whole = labelled.button(new Button(), texts.get("photo-tab.face.whole"), Material2AL.FULLSCREEN,
        PhotoKeys.WHOLE.combination(), faces::placeOnWholePicture);
    Button remove = labelled.button(new Button(), texts.get("photo-tab.face.remove"), Material2AL.CLEAR,
        PhotoKeys.REMOVE.combination(), faces::remove);
    remove.disableProperty().bind(faces.squareProperty().isNull());
    Button find = labelled.button(new Button(), texts.get("photo-tab.face.find"), Material2AL.FACE,
        PhotoKeys.FIND.combination(), faces::findAgain);
    BooleanExpression points = points();
    for (Button button : new Button[] {place, remove, find}) {
      shownWhile(button, points);
    }
    row.getChildren().addAll(previous, next, place, whole, find, remove);
    row.disableProperty().bind(model.shownProperty().isNull()
        .or(model.camera().frameProperty().isNotNull().and(points)));
    return row;
  }

  private Node classes() {
    ClassBars bars = new ClassBars(texts);
    model.classes().answerProperty().addListener((p, before, answer) ->
        bars.show(answer.names(), answer.probabilities()));
    shownWhile(bars, Bindings.createBooleanBinding(
        () -> !model.classes().answerProperty().get().names().isEmpty(), model.classes().answerProperty()));
    return bars;
  }

  private Node samples(Executor background) {
    SampleStrip strip = new SampleStrip(texts, background);
    strip.setSamples(model.pictures().samples().stream()
        .map(entry -> new SampleStrip.Sample(entry.name(), () -> entry.load().call().photo())).toList());
    strip.setOnChosen(model.pictures()::openSample);
    model.pictures().sampleProperty().addListener((p, before, after) ->
        strip.selectedProperty().set(after.intValue()));
    strip.selectedProperty().set(model.pictures().sampleProperty().get());
    strip.setMinHeight(USE_PREF_SIZE);
    return strip;
  }

  private static void shownWhile(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}
