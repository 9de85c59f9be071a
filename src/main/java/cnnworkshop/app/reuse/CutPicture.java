package cnnworkshop.app.reuse;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A network cut: the layers that stay from left to right, the scissors, and behind them what goes above what comes.
 * The scissors are dragged, or moved with the arrow keys. A click or Space freezes a layer that stays or lets it learn
 * on; the arrow keys go from one to the next.
 */
final class CutPicture extends Region {

  private static final double WIDE_EM = 6;
  private static final double NARROW_EM = 2.1;
  private static final double GONE_EM = 5;
  private static final double GAP_EM = 0.35;
  private static final double SCISSORS_EM = 1.8;
  private static final double HEIGHT_EM = 12;
  private static final double GONE_HEIGHT_EM = 2.2;
  private static final double CAPTION_EM = 1.5;

  private final CutModel model;
  private final ReuseWords words;
  private final Texts texts;
  private final Em em = new Em(this::requestLayout);
  private final Scissors scissors;
  private final Label goes;
  private final Label comes;
  private final List<CutBlockNode> ofBase = new ArrayList<>();
  private final List<CutBlockNode> ofHead = new ArrayList<>();

  CutPicture(CutModel model, ReuseWords words, Texts texts) {
    this.model = model;
    this.words = words;
    this.texts = texts;
    getStyleClass().add("cut-picture");
    scissors = new Scissors(texts.get("reuse.scissors.hint"));
    goes = caption("reuse.caption.goes");
    comes = caption("reuse.caption.comes");
    scissors.setManaged(false);
    getChildren().addAll(em, goes, comes, scissors);
    scissors.setOnMouseDragged(this::dragged);
    scissors.setOnMousePressed(event -> scissors.requestFocus());
    scissors.addEventHandler(KeyEvent.KEY_PRESSED, this::keyOfScissors);
    model.planProperty().addListener((p, before, now) -> show(now));
    model.selectedProperty().addListener((p, before, now) -> select());
    show(model.planProperty().get());
  }

  private Label caption(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("cut-caption");
    label.setManaged(false);
    return label;
  }

  private void show(CutPlan plan) {
    setVisible(plan != null);
    List<CutBlock> base = plan == null ? List.of() : plan.ofBase();
    List<CutBlock> head = plan == null ? List.of() : plan.ofHead();
    fit(ofBase, base.size(), true);
    fit(ofHead, head.size(), false);
    showAll(ofBase, base);
    showAll(ofHead, head);
    comes.setVisible(!head.isEmpty());
    if (plan != null) {
      scissors.setAccessibleText(texts.get("reuse.scissors", plan.kept(), base.size(),
          base.get(plan.kept() - 1).layer().name()));
    }
    // Only added and taken away: a node that is taken out and put back in loses the focus.
    List<Node> layers = new ArrayList<>(ofBase);
    layers.addAll(ofHead);
    getChildren().removeIf(node -> node instanceof CutBlockNode && !layers.contains(node));
    layers.stream().filter(node -> !getChildren().contains(node)).forEach(getChildren()::add);
    select();
    requestLayout();
  }

  private void fit(List<CutBlockNode> nodes, int wanted, boolean base) {
    while (nodes.size() > wanted) {
      nodes.remove(nodes.size() - 1);
    }
    while (nodes.size() < wanted) {
      CutBlockNode node = new CutBlockNode(words, texts.get("reuse.block.hint"));
      node.setManaged(false);
      if (base) {
        int number = nodes.size();
        node.setOnMouseClicked(event -> clicked(event, number));
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> keyOfBlock(event, number));
      }
      nodes.add(node);
    }
  }

  private static void showAll(List<CutBlockNode> nodes, List<CutBlock> blocks) {
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).show(blocks.get(i));
    }
  }

  private void select() {
    for (int i = 0; i < ofBase.size(); i++) {
      ofBase.get(i).select(i < model.kept() && i == model.selectedProperty().get());
    }
    ofHead.forEach(node -> node.select(false));
  }

  private void clicked(MouseEvent event, int layer) {
    if (event.getButton() == MouseButton.PRIMARY && layer < model.kept()) {
      model.selectedProperty().set(layer);
      ofBase.get(layer).requestFocus();
      model.toggle(layer);
    }
  }

  private void keyOfBlock(KeyEvent event, int layer) {
    if (layer >= model.kept()) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      model.toggle(layer);
      event.consume();
    } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
      int next = layer + (event.getCode() == KeyCode.LEFT ? -1 : 1);
      if (next >= 0 && next < model.kept()) {
        model.selectedProperty().set(next);
        ofBase.get(next).requestFocus();
      }
      event.consume();
    }
  }

  private void keyOfScissors(KeyEvent event) {
    if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
      model.setKept(model.kept() + (event.getCode() == KeyCode.LEFT ? -1 : 1));
      event.consume();
    }
  }

  private void dragged(MouseEvent event) {
    double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    int kept = model.kept();
    while (kept > 1 && x < right(kept) - widthOf(kept - 1) / 2) {
      kept--;
    }
    while (kept < ofBase.size() - 1 && x > right(kept) + em.px(SCISSORS_EM + GONE_EM / 2)) {
      kept++;
    }
    if (kept != model.kept()) {
      model.setKept(kept);
    }
    event.consume();
  }

  /** The right edge of so many layers, if they stay. */
  private double right(int layers) {
    double x = 0;
    for (int i = 0; i < layers; i++) {
      x += widthOf(i) + em.px(GAP_EM);
    }
    return x;
  }

  private double widthOf(int layer) {
    return width(ofBase.get(layer).block().layer());
  }

  private double width(LayerSpec layer) {
    return em.px(CutBlockNode.isWide(layer) ? WIDE_EM : NARROW_EM);
  }

  /** Where the scissors are, from its left edge, pixels. */
  double cutAt() {
    return right(Math.min(model.kept(), ofBase.size())) + em.px(SCISSORS_EM / 2);
  }

  /** Where the middle of the chosen layer is, from its left edge, pixels. */
  double selectedAt() {
    int selected = model.selectedProperty().get();
    return selected < ofBase.size() ? right(selected) + widthOf(selected) / 2 : cutAt();
  }

  @Override
  protected void layoutChildren() {
    double gap = em.px(GAP_EM);
    double height = getHeight();
    double x = 0;
    for (int i = 0; i < model.kept() && i < ofBase.size(); i++) {
      ofBase.get(i).resizeRelocate(Math.round(x), 0, Math.round(widthOf(i)), height);
      x += widthOf(i) + gap;
    }
    scissors.resizeRelocate(Math.round(x), 0, em.px(SCISSORS_EM), height);
    x += em.px(SCISSORS_EM) + gap;
    goes.resizeRelocate(x, 0, goes.prefWidth(-1), em.px(CAPTION_EM));
    comes.resizeRelocate(x, em.px(CAPTION_EM + GONE_HEIGHT_EM + GAP_EM), comes.prefWidth(-1), em.px(CAPTION_EM));
    double goneX = x;
    for (int i = model.kept(); i < ofBase.size(); i++) {
      ofBase.get(i).resizeRelocate(Math.round(goneX), em.px(CAPTION_EM), em.px(GONE_EM), em.px(GONE_HEIGHT_EM));
      goneX += em.px(GONE_EM) + gap;
    }
    double headY = em.px(2 * CAPTION_EM + GONE_HEIGHT_EM + GAP_EM);
    for (CutBlockNode node : ofHead) {
      double width = Math.round(width(node.block().layer()));
      node.resizeRelocate(Math.round(x), headY, width, height - headY);
      x += width + gap;
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    double gap = em.px(GAP_EM);
    double gone = (ofBase.size() - model.kept()) * (em.px(GONE_EM) + gap);
    double head = ofHead.stream().mapToDouble(node -> width(node.block().layer()) + gap).sum();
    return right(model.kept()) + em.px(SCISSORS_EM) + gap + Math.max(gone, head);
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(HEIGHT_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
