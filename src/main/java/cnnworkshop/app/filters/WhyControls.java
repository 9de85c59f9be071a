package cnnworkshop.app.filters;

import cnnworkshop.app.control.KeypointNames;
import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.inspect.Occlusion.Fill;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The column in which is chosen what is explained and how; below it what to bear in mind, and the strongest places. */
final class WhyControls extends VBox {

  private final WhyModel model;
  private final Texts texts;

  WhyControls(WhyModel model, WhyPlaceModel places, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("why-controls");
    WhySettings settings = model.settings();
    BooleanBinding occlusion = settings.methodProperty().isEqualTo(WhyMethod.OCCLUSION);
    getChildren().addAll(answer(), method(settings), patch(settings, occlusion), gradients(settings, occlusion.not()),
        number("filters.why.opacity", 0, 1, NumberSetting.Steps.EVEN, settings.opacityProperty()), progress(),
        strongest(places), caveats(occlusion));
  }

  private Node answer() {
    WhyAnswersModel answers = model.answers();
    BooleanBinding points = answers.kindProperty().isEqualTo(AnswerKind.POINTS);
    KeypointNames names = new KeypointNames(texts);
    VBox ofPoints = group(
        choice("filters.why.point", List.of(Keypoint.values()), names::of, answers.pointProperty()),
        choice("filters.why.direction", List.of(Direction.values()), this::name, answers.directionProperty()));
    shownIf(ofPoints, points);
    ComboBox<String> classes = new ComboBox<>(answers.classes());
    classes.setMaxWidth(Double.MAX_VALUE);
    classes.setAccessibleText(texts.get("filters.why.class"));
    classes.getSelectionModel().selectedIndexProperty().addListener((p, before, now) -> {
      if (now.intValue() >= 0) {
        answers.chosenClassProperty().set(now.intValue());
      }
    });
    answers.chosenClassProperty().addListener((p, before, now) ->
        classes.getSelectionModel().clearAndSelect(now.intValue()));
    classes.getSelectionModel().clearAndSelect(answers.chosenClassProperty().get());
    VBox ofClasses = labelled("filters.why.class", classes);
    shownIf(ofClasses, points.not());
    return group(ofPoints, ofClasses);
  }

  private Node method(WhySettings settings) {
    return choice("filters.why.method", List.of(WhyMethod.values()), method -> texts.get(switch (method) {
      case OCCLUSION -> "filters.why.method.occlusion";
      case SALIENCY -> "filters.why.method.saliency";
      case SMOOTH -> "filters.why.method.smooth";
    }), settings.methodProperty());
  }

  private Node patch(WhySettings settings, BooleanBinding occlusion) {
    NumberSetting patch = number("filters.why.patch", 1, 96, NumberSetting.Steps.WHOLE, settings.patchProperty());
    NumberSetting step = number("filters.why.step", 1, 96, NumberSetting.Steps.WHOLE, settings.stepProperty());
    // A patch as large as the picture leaves nothing to see.
    model.seenProperty().addListener((p, before, now) -> {
      if (now != null) {
        int most = Math.max(1, Math.min(now.shape().height(), now.shape().width()) / 2);
        patch.setLimits(1, most);
        step.setLimits(1, most);
      }
    });
    VBox box = group(patch, step, choice("filters.why.fill", List.of(Fill.values()), fill -> texts.get(switch (fill) {
      case GREY -> "filters.why.fill.grey";
      case MEAN -> "filters.why.fill.mean";
      case BLURRED -> "filters.why.fill.blurred";
    }), settings.fillProperty()));
    NumberSetting arrows =
        number("filters.why.arrows", 1, WhySettings.MOST_ARROWS, NumberSetting.Steps.WHOLE, settings.arrowsProperty());
    shownIf(arrows, model.answers().kindProperty().isEqualTo(AnswerKind.POINTS));
    box.getChildren().add(arrows);
    shownIf(box, occlusion);
    return box;
  }

  private Node gradients(WhySettings settings, BooleanBinding any) {
    VBox look = choice("filters.why.look", List.of(Look.values()), one -> texts.get(switch (one) {
      case STRENGTH -> "filters.why.look.strength";
      case SIGNED -> "filters.why.look.signed";
      case TIMES_INPUT -> "filters.why.look.times-input";
    }), settings.lookProperty());
    BooleanBinding signed = Bindings.createBooleanBinding(() -> model.answers().explainedProperty().get() != null
        && model.answers().explainedProperty().get().isSigned(), model.answers().explainedProperty());
    shownIf(look, signed);
    Label noSign = words();
    noSign.setText(texts.get("filters.why.look.no-sign"));
    shownIf(noSign, signed.not());
    VBox noise = group(
        number("filters.why.copies", 1, WhySettings.MOST_COPIES, NumberSetting.Steps.WHOLE, settings.copiesProperty()),
        number("filters.why.noise", 0, WhySettings.MOST_NOISE, NumberSetting.Steps.EVEN, settings.noiseProperty()));
    shownIf(noise, settings.methodProperty().isEqualTo(WhyMethod.SMOOTH));
    VBox box = group(look, noSign, noise);
    shownIf(box, any);
    return box;
  }

  private Node progress() {
    Label status = words();
    status.textProperty().bind(model.statusProperty());
    Button button = new Button();
    button.textProperty().bind(Bindings.when(model.runningProperty()).then(texts.get("filters.why.stop"))
        .otherwise(texts.get("filters.why.go-on")));
    button.accessibleTextProperty().bind(button.textProperty());
    button.setOnAction(event -> {
      if (model.runningProperty().get()) {
        model.stop();
      } else {
        model.goOn();
      }
    });
    // Its place stays when there is nothing to stop, so that nothing moves under a hand.
    button.visibleProperty().bind(Bindings.createBooleanBinding(
        () -> model.resultProperty().get() != null && !model.isComplete() || model.runningProperty().get(),
        model.resultProperty(), model.runningProperty(), model.statusProperty()));
    button.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(status, button);
    row.getStyleClass().add("why-progress");
    return row;
  }

  private Node strongest(WhyPlaceModel places) {
    ListView<WhyPlace> list = new ListView<>(places.strongest());
    list.getStyleClass().add("why-places");
    list.setAccessibleText(texts.get("filters.why.strongest"));
    list.setCellFactory(view -> new WhyPlaceCell());
    list.setPlaceholder(new Label());
    list.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> {
      if (now != null) {
        places.choose(now.place());
      }
    });
    places.placeProperty().addListener((p, before, now) -> {
      WhyPlace selected = list.getSelectionModel().getSelectedItem();
      if (selected != null && selected.place() != now.intValue()) {
        list.getSelectionModel().clearSelection();
      }
    });
    VBox box = labelled("filters.why.strongest", list);
    shownIf(box, Bindings.isNotEmpty(places.strongest()));
    return box;
  }

  private Node caveats(BooleanBinding occlusion) {
    Label text = words();
    text.textProperty().bind(Bindings.createStringBinding(this::caveat, model.settings().methodProperty(),
        model.answers().kindProperty()));
    VBox box = labelled("filters.why.caveats", text);
    box.getStyleClass().add("why-caveats");
    return box;
  }

  private String caveat() {
    boolean classes = model.answers().kindProperty().get() == AnswerKind.CLASSES;
    String ofScores = classes ? "\n\n" + texts.get("filters.why.caveat.score") : "";
    return switch (model.settings().methodProperty().get()) {
      case OCCLUSION -> texts.get("filters.why.caveat.occlusion");
      case SALIENCY -> texts.get("filters.why.caveat.saliency") + ofScores;
      case SMOOTH -> texts.get("filters.why.caveat.smooth") + ofScores;
    } + "\n\n" + texts.get("filters.why.caveat.all");
  }

  private String name(Direction direction) {
    return texts.get(switch (direction) {
      case ACROSS -> "filters.why.direction.across";
      case DOWN -> "filters.why.direction.down";
      case ANY -> "filters.why.direction.any";
    });
  }

  private NumberSetting number(String key, double lowest, double highest, NumberSetting.Steps steps,
      DoubleProperty value) {
    NumberSetting setting = new NumberSetting(texts.get(key), lowest, highest, steps, texts.locale());
    setting.valueProperty().bindBidirectional(value);
    return setting;
  }

  private <T> VBox choice(String key, List<T> values, Function<T, String> name, ObjectProperty<T> value) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(T one) {
        return one == null ? "" : name.apply(one);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nobody types here");
      }
    });
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(texts.get(key));
    box.valueProperty().bindBidirectional(value);
    return labelled(key, box);
  }

  private VBox labelled(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(control);
    return group(label, control);
  }

  private static VBox group(Node... nodes) {
    VBox group = new VBox(nodes);
    group.getStyleClass().add("why-group");
    return group;
  }

  private static Label words() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("ws-muted");
    return label;
  }

  private static void shownIf(Node node, BooleanBinding condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}
