package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.kordamp.ikonli.material2.Material2AL;

/** Kernel transplant, as a part of the Filters tab. */
public final class EditSection {

  /** How long after the last edit its price is measured. */
  private static final long PRICE_AFTER_MILLIS = 400;

  private EditSection() {}

  /** The part. */
  public static TabPart of(FiltersTools tools, FiltersPlaces places) {
    Texts texts = tools.texts();
    return new TabPart("edit", texts.get("filters.edit"), Material2AL.HEALING, () -> content(tools, places,
        CompletableFuture.delayedExecutor(PRICE_AFTER_MILLIS, TimeUnit.MILLISECONDS, tools.ui())), List.of(
        new TabPart.Key(EditView.UNDO.getDisplayText(), texts.get("filters.edit.key.undo")),
        new TabPart.Key(EditView.REDO.getDisplayText() + ", " + EditView.REDO_TOO.getDisplayText(),
            texts.get("filters.edit.key.redo"))));
  }

  /** @param later does something on the UI thread, a moment later */
  static Parent content(FiltersTools tools, FiltersPlaces places, Executor later) {
    Texts texts = tools.texts();
    EditNetworkModel network = new EditNetworkModel(tools);
    EditModel edited = new EditModel(tools, network);
    EditLookModel look = new EditLookModel(tools, network, edited);
    EditPriceModel price = new EditPriceModel(tools, network, edited, later);
    EditSourceModel source = new EditSourceModel(tools, edited);
    return new EditView(network, edited, new EditControls(edited, source, texts, places),
        new EditLookPane(network, edited, look, price, texts), look, texts, places).root();
  }
}
