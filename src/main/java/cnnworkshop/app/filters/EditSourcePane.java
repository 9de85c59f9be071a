package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.text.Texts;
import java.util.BitSet;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Filters to take one from, for the place of the one that is edited. */
final class EditSourcePane extends VBox {

  private final EditSourceModel model;
  private final Texts texts;
  private final EditStrip strip;

  EditSourcePane(EditSourceModel model, Texts texts, FiltersPlaces places) {
    this.model = model;
    this.texts = texts;
    this.strip = new EditStrip(model.chosenProperty()::set);
    getStyleClass().add("edit-source");
    Button open = EditControls.button(texts, "filters.edit.source.open", "filters.edit.source.open.long",
        () -> places.network().ifPresent(model::open));
    Button take = EditControls.button(texts, "filters.edit.source.take", "filters.edit.source.take.long", model::take);
    take.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get("filters.edit.source.take", model.chosenProperty().get()), model.chosenProperty()));
    take.accessibleTextProperty().bind(take.textProperty());
    take.disableProperty().bind(model.filtersProperty().isNull());
    ScrollPane scroll = new ScrollPane(strip);
    scroll.getStyleClass().add("edit-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edit-source-scroll");
    getChildren().addAll(choice(), scroll, take, open);
    model.filtersProperty().addListener((p, before, now) -> show());
    model.chosenProperty().addListener((p, before, now) -> strip.choose(now.intValue()));
    show();
  }

  private Node choice() {
    ToggleGroup group = new ToggleGroup();
    RadioButton own = new RadioButton(texts.get("filters.edit.source.own"));
    RadioButton file = new RadioButton();
    file.textProperty().bind(model.fileNameProperty());
    own.setToggleGroup(group);
    file.setToggleGroup(group);
    own.setSelected(!model.fromFileProperty().get());
    file.setSelected(model.fromFileProperty().get());
    file.selectedProperty().addListener((p, before, now) -> model.fromFileProperty().set(now));
    model.fromFileProperty().addListener((p, before, now) -> (now ? file : own).setSelected(true));
    VBox box = new VBox(own, file);
    BooleanBinding any = model.fileNameProperty().isNotEmpty();
    box.visibleProperty().bind(any);
    box.managedProperty().bind(any);
    box.getStyleClass().add("edit-choice");
    return box;
  }

  private void show() {
    Filters filters = model.filtersProperty().get();
    strip.show(filters == null ? List.of() : FilterPicture.asTheyAre(filters), new BitSet(), new BitSet(),
        filter -> texts.get("filters.edit.filter.same", filter));
    strip.choose(model.chosenProperty().get());
  }
}
