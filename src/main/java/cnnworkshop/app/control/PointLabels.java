package cnnworkshop.app.control;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/**
 * The names of keypoints on a photo: one beside the point under the pointer, or all of a face in two columns
 * left and right of it, a thin line to each point, so that none covers another or the face.
 */
final class PointLabels extends Group {

  private final Texts texts;
  private final KeypointNames names;
  private final Em em;
  private final Map<Keypoint, Label> labels = new EnumMap<>(Keypoint.class);
  private final Map<Keypoint, Line> leaders = new EnumMap<>(Keypoint.class);
  private final Label single = label();

  PointLabels(Texts texts, Em em) {
    this.texts = texts;
    this.names = new KeypointNames(texts);
    this.em = em;
    setManaged(false);
    setMouseTransparent(true);
    for (Keypoint point : Keypoint.values()) {
      Line leader = new Line();
      leader.getStyleClass().add("point-leader");
      leaders.put(point, leader);
      labels.put(point, label());
    }
    getChildren().addAll(leaders.values());
    getChildren().addAll(labels.values());
    getChildren().add(single);
    showAll(List.of(), 0, 0);
    showOne(null, 0, 0);
  }

  /** Names one point; null for none. */
  void showOne(PointMark mark, double paneWidth, double paneHeight) {
    single.setVisible(mark != null);
    if (mark == null) {
      return;
    }
    single.setText(name(mark));
    single.applyCss();
    single.autosize();
    double gap = em.px(0.75);
    double x = mark.getLayoutX() + gap;
    if (x + single.getWidth() > paneWidth) {
      x = mark.getLayoutX() - gap - single.getWidth();
    }
    double y = mark.getLayoutY() - single.getHeight() - gap / 2;
    single.relocate(Math.round(Math.max(0, x)),
        Math.round(Math.max(0, Math.min(paneHeight - single.getHeight(), y < 0 ? mark.getLayoutY() + gap : y))));
  }

  /** Names all the given points of one face; an empty list for none. */
  void showAll(List<PointMark> marks, double paneWidth, double paneHeight) {
    boolean any = !marks.isEmpty();
    labels.values().forEach(label -> label.setVisible(any));
    leaders.values().forEach(leader -> leader.setVisible(any));
    if (!any) {
      return;
    }
    List<PointMark> byColumn = new ArrayList<>(marks);
    byColumn.sort(Comparator.comparingDouble(PointMark::getLayoutX));
    double leftEdge = byColumn.get(0).getLayoutX() - em.px(1.5);
    double rightEdge = byColumn.get(byColumn.size() - 1).getLayoutX() + em.px(1.5);
    int half = (byColumn.size() + 1) / 2;
    column(byColumn.subList(0, half), leftEdge, true, paneWidth, paneHeight);
    column(byColumn.subList(half, byColumn.size()), rightEdge, false, paneWidth, paneHeight);
  }

  private void column(List<PointMark> marks, double edge, boolean left, double paneWidth, double paneHeight) {
    List<PointMark> down = new ArrayList<>(marks);
    down.sort(Comparator.comparingDouble(PointMark::getLayoutY));
    double[] wanted = new double[down.size()];
    double height = 0;
    for (int i = 0; i < wanted.length; i++) {
      Label label = labels.get(down.get(i).point());
      label.setText(name(down.get(i)));
      label.applyCss();
      label.autosize();
      height = label.getHeight() + em.px(0.15);
      wanted[i] = down.get(i).getLayoutY() - height / 2;
    }
    double[] y = spread(wanted, height, paneHeight);
    for (int i = 0; i < y.length; i++) {
      PointMark mark = down.get(i);
      Label label = labels.get(mark.point());
      double x = left ? edge - label.getWidth() : edge;
      label.relocate(Math.round(Math.max(0, Math.min(paneWidth - label.getWidth(), x))), Math.round(y[i]));
      Line leader = leaders.get(mark.point());
      leader.setStartX(mark.getLayoutX());
      leader.setStartY(mark.getLayoutY());
      leader.setEndX(label.getLayoutX() + (left ? label.getWidth() : 0));
      leader.setEndY(label.getLayoutY() + label.getHeight() / 2);
    }
  }

  /** Moves rising places apart to at least {@code height}, staying in 0..room as far as they fit. */
  static double[] spread(double[] wanted, double height, double room) {
    double[] y = wanted.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(y[i], i == 0 ? 0 : y[i - 1] + height);
    }
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] = Math.min(y[i], i == y.length - 1 ? room - height : y[i + 1] - height);
    }
    return y;
  }

  private String name(PointMark mark) {
    String name = names.of(mark.point());
    return mark.isOutside() ? texts.get("control.keypoint.outside", name) : name;
  }

  private static Label label() {
    Label label = new Label();
    label.getStyleClass().add("point-name");
    label.setManaged(false);
    return label;
  }
}
