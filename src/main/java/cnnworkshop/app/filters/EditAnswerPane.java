package cnnworkshop.app.filters;

import cnnworkshop.app.control.ClassBars;
import cnnworkshop.app.control.KeypointNames;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.PointShifts;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the network says of the picture before and after: how far each point moved, or its classes as bars. */
final class EditAnswerPane extends VBox {

  private static final PseudoClass FURTHEST = PseudoClass.getPseudoClass("furthest");

  private final Texts texts;
  private final EditWords words;
  private final Label mean = heading();
  private final Map<Keypoint, Label> names = new EnumMap<>(Keypoint.class);
  private final Map<Keypoint, Label> ways = new EnumMap<>(Keypoint.class);
  private final GridPane points = new GridPane();
  private final VBox classes;
  private final ClassBars before;
  private final ClassBars after;

  EditAnswerPane(Texts texts) {
    this.texts = texts;
    words = new EditWords(texts);
    before = new ClassBars(texts);
    after = new ClassBars(texts);
    getStyleClass().add("edit-answer");
    points.getStyleClass().add("edit-points");
    KeypointNames pointNames = new KeypointNames(texts);
    for (Keypoint point : Keypoint.values()) {
      Label name = new Label(pointNames.of(point));
      Label way = new Label();
      way.getStyleClass().add("edit-number");
      GridPane.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      way.setMinWidth(USE_PREF_SIZE);
      names.put(point, name);
      ways.put(point, way);
      points.addRow(point.ordinal(), name, way);
    }
    Label old = heading();
    old.setText(texts.get("filters.edit.classes.before"));
    Label now = heading();
    now.setText(texts.get("filters.edit.classes.after"));
    classes = new VBox(old, before, now, after);
    classes.getStyleClass().add("edit-answer");
    getChildren().addAll(mean, points, classes);
  }

  private static Label heading() {
    Label heading = new Label();
    heading.getStyleClass().add("edit-caption");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    return heading;
  }

  private static void showOnly(boolean shown, Region... parts) {
    for (Region part : parts) {
      part.setVisible(shown);
      part.setManaged(shown);
    }
  }

  /** Shows how far the points moved, in pixels of the view. */
  void showPoints(PointShifts shifts) {
    showOnly(false, classes);
    showOnly(true, mean, points);
    mean.setText(texts.get("filters.edit.shift.mean", shifts.mean()));
    double longest = shifts.longest();
    for (Keypoint point : Keypoint.values()) {
      double way = shifts.of(point);
      ways.get(point).setText(texts.get("filters.edit.shift", way));
      for (Label label : List.of(names.get(point), ways.get(point))) {
        label.pseudoClassStateChanged(FURTHEST, longest > 0 && way == longest);
      }
    }
  }

  /** Shows the probabilities of classes. */
  void showClasses(List<String> labels, float[] old, float[] now) {
    showOnly(true, classes);
    showOnly(false, mean, points);
    List<String> known = words.classes(labels, old.length);
    before.show(known, old);
    after.show(known, now);
  }

  /** Says that answers can't be named. */
  void showNone() {
    showOnly(false, classes, points);
    showOnly(true, mean);
    mean.setText(texts.get("filters.edit.price.none"));
  }
}
