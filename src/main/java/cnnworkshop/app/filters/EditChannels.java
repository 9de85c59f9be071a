package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.text.Texts;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Which input channel of a filter is seen; there only if there are several. */
final class EditChannels extends HBox {

  private final EditModel model;
  private final ComboBox<Integer> choice = new ComboBox<>();

  EditChannels(EditModel model, Texts texts) {
    this.model = model;
    EditWords words = new EditWords(texts);
    Label label = new Label(texts.get("filters.edit.channel"));
    label.setLabelFor(choice);
    choice.setAccessibleText(texts.get("filters.edit.channel"));
    choice.setConverter(new StringConverter<>() {
      @Override
      public String toString(Integer channel) {
        FilterEdits edits = model.editsProperty().get();
        return channel == null || edits == null ? "" : words.channel(channel, edits.original().channels());
      }

      @Override
      public Integer fromString(String name) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    });
    getStyleClass().add("edit-row");
    getChildren().addAll(label, choice);
    EditControls.shownWithChannels(this, model.editsProperty());
    choice.valueProperty().addListener((p, before, now) -> {
      if (now != null) {
        model.channelProperty().set(now);
      }
    });
    model.editsProperty().addListener((p, before, now) -> show());
    model.channelProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    FilterEdits edits = model.editsProperty().get();
    if (edits == null) {
      return;
    }
    int channels = edits.original().channels();
    if (choice.getItems().size() != channels) {
      choice.getItems().setAll(IntStream.range(0, channels).boxed().toList());
    }
    choice.setValue(model.channelProperty().get());
  }
}
