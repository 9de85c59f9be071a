package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.op.NamedKernel;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be changed about a kernel's way over the plane. */
final class PlaneControls extends VBox {

  private static final double WIDEST_BIAS = 5;

  private final ConvolutionPlaneModel model;
  private final Texts texts;
  private final ComboBox<Choice> named = new ComboBox<>();
  private boolean following;

  /** A kernel with a name: one of image processing ({@code kernel}), or the network's {@code filter}. */
  private record Choice(String name, NamedKernel kernel, int filter) {
    @Override
    public String toString() {
      return name;
    }
  }

  PlaneControls(ConvolutionPlaneModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    PlaneQuestions questions = new PlaneQuestions(model, texts, new Random());
    PredictRow predict = new PredictRow(model.predict(), texts)
        .ask(texts.get("learn.plane.size-of-map"), questions::askSize)
        .ask(texts.get("learn.plane.one-value"), questions::askValue);
    Node slices = sliceChoice();
    getChildren().addAll(choice("learn.plane.over", Map.of(0, texts.get("learn.plane.numbers"), 1,
        texts.get("learn.plane.photo")), model.onPhotoProperty().get() ? 1 : 0,
        chosen -> model.onPhotoProperty().set(chosen == 1), this::followSource), namedKernels(),
        sizes(), slices, new KernelEditor(model.kernel(), model.shownChannelProperty(), texts), bias(),
        check("learn.plane.relu", model.reluProperty()), predict,
        whole("learn.plane.stride", 1, ConvolutionPlaneModel.MOST_STRIDE, model.strideProperty()),
        whole("learn.plane.dilation", 1, ConvolutionPlaneModel.MOST_DILATION, model.dilationProperty()),
        whole("learn.plane.padding", 0, ConvolutionPlaneModel.MOST_PADDING, model.paddingProperty()),
        new EndsChoice(model.endsProperty(), texts), channels(), check("learn.plane.flip", model.flippedProperty()),
        check("learn.plane.signed", model.signedProperty()), keys());
  }

  private Node keys() {
    Label keys = new Label(texts.get("learn.plane.keys"));
    keys.getStyleClass().add("conv-note");
    keys.setWrapText(true);
    keys.setMinHeight(Region.USE_PREF_SIZE);
    return keys;
  }

  private Node namedKernels() {
    named.setMaxWidth(Double.MAX_VALUE);
    named.setAccessibleText(texts.get("learn.plane.named"));
    named.setButtonCell(new NameCell());
    for (NamedKernel kernel : NamedKernel.values()) {
      named.getItems().add(new Choice(nameOf(kernel), kernel, -1));
    }
    named.getSelectionModel().select(NamedKernel.SOBEL_LEFT.ordinal());
    model.filtersProperty().addListener((p, before, now) -> addFilters());
    addFilters();
    named.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> {
      if (now != null && !following) {
        following = true;
        if (now.kernel != null) {
          model.useKernel(now.kernel);
        } else {
          model.useFilter(now.filter);
        }
        following = false;
      }
    });
    // Once it is changed by hand, the kernel has no name any more.
    model.kernel().versionProperty().addListener((p, before, now) -> {
      if (!following && named.getSelectionModel().getSelectedItem() != null) {
        following = true;
        named.getSelectionModel().clearSelection();
        following = false;
      }
    });
    Label label = new Label(texts.get("learn.plane.named"));
    label.setLabelFor(named);
    return new VBox(label, named);
  }

  /** The chosen kernel's name; without one it says so, which the control itself does only before the first choice. */
  private final class NameCell extends ListCell<Choice> {
    @Override
    protected void updateItem(Choice choice, boolean isEmpty) {
      super.updateItem(choice, isEmpty);
      setText(isEmpty || choice == null ? texts.get("learn.plane.own") : choice.name);
    }
  }

  private void addFilters() {
    if (model.filtersProperty().get() != null) {
      for (int i = 0; i < model.filtersProperty().get().count(); i++) {
        named.getItems().add(new Choice(texts.get("learn.plane.filter", i), null, i));
      }
    }
  }

  private String nameOf(NamedKernel kernel) {
    return switch (kernel) {
      case IDENTITY -> texts.get("learn.plane.identity");
      case BLUR -> texts.get("learn.plane.blur");
      case SHARPEN -> texts.get("learn.plane.sharpen");
      case OUTLINE -> texts.get("learn.plane.outline");
      case EMBOSS -> texts.get("learn.plane.emboss");
      case SOBEL_BOTTOM -> texts.get("learn.plane.sobel-bottom");
      case SOBEL_TOP -> texts.get("learn.plane.sobel-top");
      case SOBEL_LEFT -> texts.get("learn.plane.sobel-left");
      case SOBEL_RIGHT -> texts.get("learn.plane.sobel-right");
    };
  }

  private Node sizes() {
    Map<Integer, String> names = new TreeMap<>();
    for (int size : List.of(1, 3, 5, 7)) {
      names.put(size, texts.get("learn.plane.size", size));
    }
    return choice("learn.plane.kernel-size", names, model.kernel().size(), model.kernel()::setSize,
        select -> model.kernel().versionProperty().addListener((p, before, now) ->
            select.accept(model.kernel().size())));
  }

  private Node channels() {
    return choice("learn.plane.channels", Map.of(1, texts.get("learn.plane.one-channel"), 3,
        texts.get("learn.plane.three-channels")), model.channelsProperty().get(), model.channelsProperty()::set,
        select -> model.channelsProperty().addListener((p, before, now) -> select.accept(now.intValue())));
  }

  private Node sliceChoice() {
    Map<Integer, String> names = new TreeMap<>(Map.of(0, texts.get("learn.plane.channel", 0), 1,
        texts.get("learn.plane.channel", 1), 2, texts.get("learn.plane.channel", 2)));
    Node choice = choice("learn.plane.slice", names, 0, model.shownChannelProperty()::set,
        select -> model.shownChannelProperty().addListener((p, before, now) -> select.accept(now.intValue())));
    choice.visibleProperty().bind(model.channelsProperty().greaterThan(1));
    choice.managedProperty().bind(choice.visibleProperty());
    return choice;
  }

  private void followSource(IntConsumer select) {
    model.onPhotoProperty().addListener((p, before, now) -> select.accept(now ? 1 : 0));
  }

  /** Something that tells a choice what the model has chosen. */
  private interface Following {
    void follow(IntConsumer select);
  }

  private Node choice(String key, Map<Integer, String> names, int first, IntConsumer chosen, Following model) {
    ToggleGroup group = new ToggleGroup();
    FlowPane choices = new FlowPane();
    choices.getStyleClass().add("conv-choices");
    Map<Integer, RadioButton> buttons = new TreeMap<>();
    new TreeMap<>(names).forEach((value, name) -> {
      RadioButton button = new RadioButton(name);
      button.setToggleGroup(group);
      button.setSelected(value == first);
      button.selectedProperty().addListener((p, before, now) -> {
        if (now) {
          chosen.accept(value);
        }
      });
      buttons.put(value, button);
      choices.getChildren().add(button);
    });
    model.follow(value -> buttons.get(value).setSelected(true));
    VBox box = new VBox(new Label(texts.get(key)), choices);
    box.getStyleClass().add("plane-choice");
    return box;
  }

  private Node bias() {
    NumberSetting setting = new NumberSetting(texts.get("learn.plane.bias"), -WIDEST_BIAS, WIDEST_BIAS, Steps.EVEN,
        texts.locale());
    setting.valueProperty().set(shortened(model.kernel().biasProperty().get()));
    setting.valueProperty().addListener((p, before, now) -> {
      if (now.doubleValue() != shortened(model.kernel().biasProperty().get())) {
        model.kernel().setBias(now.doubleValue());
      }
    });
    model.kernel().biasProperty().addListener((p, before, now) ->
        setting.valueProperty().set(shortened(now.doubleValue())));
    return setting;
  }

  /** As it stands in the field; a learned bias has more digits. */
  private static double shortened(double bias) {
    return Math.rint(bias * 1000) / 1000;
  }

  private NumberSetting whole(String key, int lowest, int highest, IntegerProperty property) {
    NumberSetting setting = new NumberSetting(texts.get(key), lowest, highest, Steps.WHOLE, texts.locale());
    setting.valueProperty().set(property.get());
    setting.valueProperty().addListener((p, before, now) -> property.set(now.intValue()));
    property.addListener((p, before, now) -> setting.valueProperty().set(now.intValue()));
    return setting;
  }

  private CheckBox check(String key, BooleanProperty property) {
    CheckBox box = new CheckBox(texts.get(key));
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(property);
    return box;
  }
}
