package cnnworkshop.app.reuse;

import cnnworkshop.app.reuse.CutBlock.Fate;
import cnnworkshop.core.net.LayerSpec;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A layer in the picture of a cut network: a wide block if it has weights, else a narrow one with its name upright. */
final class CutBlockNode extends VBox {

  private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final ReuseWords words;
  private final Tooltip tooltip = new Tooltip();
  private final String hint;
  private CutBlock block;

  /** @param hint what can be done with it, and why it may change others; for one that stays */
  CutBlockNode(ReuseWords words, String hint) {
    this.words = words;
    this.hint = hint;
    getStyleClass().add("cut-block");
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("cut-tooltip");
    Tooltip.install(this, tooltip);
    setAccessibleRole(AccessibleRole.BUTTON);
  }

  /** Whether a layer is drawn wide. */
  static boolean isWide(LayerSpec layer) {
    return layer instanceof LayerSpec.Convolution || layer instanceof LayerSpec.Dense;
  }

  CutBlock block() {
    return block;
  }

  /** Shows a layer. */
  void show(CutBlock now) {
    if (now.equals(block)) {
      return;
    }
    block = now;
    for (Fate fate : Fate.values()) {
      getStyleClass().remove(style(fate));
    }
    getStyleClass().add(style(now.fate()));
    getStyleClass().removeAll("frozen");
    if (now.frozen()) {
      getStyleClass().add("frozen");
    }
    pseudoClassStateChanged(FAULTY, now.faulty());
    boolean stays = now.fate() == Fate.STAYS;
    setAccessibleText(words.whole(now));
    tooltip.setText(words.whole(now) + (stays ? "\n" + hint : ""));
    if (now.fate() == Fate.GOES) {
      getChildren().setAll(label(now.layer().name(), "cut-name"));
    } else if (isWide(now.layer())) {
      showWide(stays);
    } else {
      Group upright = new Group(label(now.layer().name(), "cut-upright"));
      upright.getChildren().get(0).setRotate(-90);
      Region space = new Region();
      setVgrow(space, Priority.ALWAYS);
      getChildren().setAll(upright);
      if (stays) {
        getChildren().addAll(space, state(false));
      }
    }
  }

  private void showWide(boolean stays) {
    getChildren().setAll(label(block.layer().name(), "cut-name"), label(words.kind(block), "cut-kind"));
    if (stays) {
      MapStack stack = new MapStack(block.output());
      setVgrow(stack, Priority.ALWAYS);
      getChildren().add(stack);
    }
    getChildren().add(label(words.shape(block), "cut-number"));
    if (block.parameters() > 0) {
      getChildren().add(label(words.parameters(block), "cut-number"));
    }
    if (stays) {
      getChildren().add(state(true));
    }
  }

  private Label state(boolean inWords) {
    Label state = label(inWords ? words.state(block) : "", "cut-state");
    state.setGraphic(new FontIcon(block.faulty() ? Material2MZ.WARNING
        : block.frozen() ? Material2AL.AC_UNIT : Material2MZ.TRENDING_UP));
    return state;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private static String style(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is the one whose settings are shown, and Tab stops at it. */
  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    setFocusTraversable(selected);
  }
}
