package cnnworkshop.app.control;

import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.text.Texts;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Spells out one value of a map: what lies under the filter × the filter = the products, their sum, the bias, the
 * activation. With several input channels a list of the channels' sums chooses whose numbers are shown.
 * Numbers have four decimals and keep their places; the tables scroll where a filter is too large for the room.
 */
public final class ArithmeticPane extends StackPane {

  private static final int DECIMALS = 4;

  private final Texts texts;
  private final NumberText numbers;
  private final Label empty = words();
  private final Label where = words();
  private final NumberTable patch = new NumberTable(ColourScale.GREY);
  private final NumberTable filter = new NumberTable(ColourScale.SIGNED);
  private final NumberTable products = new NumberTable(ColourScale.SIGNED);
  private final ListView<Integer> channels = new ListView<>();
  private final Label channelName = words();
  private final Label channelSum = number();
  private final Label sumName = words();
  private final Label sum = number();
  private final Label bias = number();
  private final Label before = number();
  private final Label activation = words();
  private final Label value = number();
  private final ScrollPane scroll;
  private Arithmetic arithmetic;

  /** @param texts what it says */
  public ArithmeticPane(Texts texts) {
    this.texts = texts;
    this.numbers = new NumberText(texts.locale(), DECIMALS);
    getStyleClass().add("arithmetic");
    setAccessibleRole(AccessibleRole.TEXT);
    empty.setText(texts.get("control.arithmetic.empty"));
    empty.setWrapText(true);
    value.getStyleClass().add("arithmetic-result");
    channels.getStyleClass().add("arithmetic-channels");
    channels.setAccessibleText(texts.get("control.arithmetic.channels"));
    channels.setCellFactory(list -> new ChannelCell());
    channels.getSelectionModel().selectedIndexProperty().addListener((p, old, now) -> showNumbers());
    FlowPane tables = new FlowPane(table("control.arithmetic.patch", patch, ""),
        table("control.arithmetic.filter", filter, "×"), table("control.arithmetic.products", products, "="),
        sums());
    tables.getStyleClass().add("arithmetic-tables");
    VBox work = new VBox(tables);
    work.getStyleClass().add("arithmetic-work");
    HBox both = new HBox(channels, work);
    both.getStyleClass().add("arithmetic-body");
    HBox.setHgrow(work, Priority.ALWAYS);
    VBox content = new VBox(where, both);
    content.getStyleClass().add("arithmetic-content");
    scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    getChildren().addAll(scroll, empty);
    setArithmetic(null);
  }

  /** Spells out a value; null says what to do to see one. */
  public void setArithmetic(Arithmetic newArithmetic) {
    arithmetic = newArithmetic;
    scroll.setVisible(arithmetic != null);
    empty.setVisible(arithmetic == null);
    if (arithmetic == null) {
      setAccessibleText(empty.getText());
      return;
    }
    int count = arithmetic.channels();
    boolean several = count > 1;
    for (Node node : new Node[] {channels, channelName, channelSum}) {
      node.setVisible(several);
      node.setManaged(several);
    }
    if (channels.getItems().size() != count) {
      channels.getItems().setAll(IntStream.range(0, count).boxed().toList());
      channels.getSelectionModel().select(0);
    } else {
      channels.refresh();
    }
    showNumbers();
  }

  /** The value spelled out, null for none. */
  public Arithmetic getArithmetic() {
    return arithmetic;
  }

  private void showNumbers() {
    if (arithmetic == null) {
      return;
    }
    Arithmetic a = arithmetic;
    int channel = Math.max(0, Math.min(a.channels() - 1, channels.getSelectionModel().getSelectedIndex()));
    where.setText(texts.get("control.arithmetic.where", a.map(), a.column(), a.row()));
    patch.show(a.rows(), a.columns(), (i, j) -> a.patch(channel, i, j), a::isPadding, 0, Math.max(1, max(a.patch())),
        numbers);
    filter.show(a.rows(), a.columns(), (i, j) -> a.weight(channel, i, j), (i, j) -> false, -max(a.weights()),
        max(a.weights()), numbers);
    products.show(a.rows(), a.columns(), (i, j) -> a.product(channel, i, j), (i, j) -> false, -max(a.products()),
        max(a.products()), numbers);
    channelName.setText(texts.get("control.arithmetic.channel-sum", channel));
    channelSum.setText(numbers.of(a.channelSum(channel)));
    sumName.setText(texts.get("control.arithmetic.sum", a.products().length));
    sum.setText(numbers.of(a.sum()));
    bias.setText(numbers.of(a.bias()));
    before.setText(numbers.of(a.beforeActivation()));
    activation.setText(activationText(a.activation()));
    value.setText(numbers.of(a.value()));
    setAccessibleText(texts.get("control.arithmetic.accessible", where.getText(), sum.getText(), bias.getText(),
        activation.getText(), value.getText()));
  }

  private static float max(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }

  private String activationText(Activation function) {
    return texts.get(switch (function) {
      case LINEAR -> "control.arithmetic.linear";
      case RELU -> "control.arithmetic.relu";
      case SOFTMAX -> "control.arithmetic.softmax";
      case SIGMOID -> "control.arithmetic.sigmoid";
      case TANH -> "control.arithmetic.tanh";
      case OTHER -> "control.arithmetic.other";
    });
  }

  private Node table(String nameKey, NumberTable table, String operator) {
    Label name = words();
    name.setText(texts.get(nameKey));
    Label sign = new Label(operator);
    sign.getStyleClass().add("arithmetic-sign");
    HBox line = new HBox(sign, table);
    line.getStyleClass().add("arithmetic-operand");
    return new VBox(name, line);
  }

  private GridPane sums() {
    GridPane lines = new GridPane();
    lines.getStyleClass().add("arithmetic-sums");
    Label plusBias = words();
    plusBias.setText(texts.get("control.arithmetic.bias"));
    Label together = words();
    together.setText(texts.get("control.arithmetic.before"));
    lines.addColumn(0, channelName, sumName, plusBias, together, activation);
    lines.addColumn(1, channelSum, sum, bias, before, value);
    return lines;
  }

  private static Label words() {
    Label label = new Label();
    label.getStyleClass().add("arithmetic-words");
    return label;
  }

  private static Label number() {
    Label label = new Label();
    label.getStyleClass().add("arithmetic-number");
    return label;
  }

  /** A channel and what it adds to the sum. */
  private final class ChannelCell extends ListCell<Integer> {
    @Override
    protected void updateItem(Integer channel, boolean isEmpty) {
      super.updateItem(channel, isEmpty);
      boolean nothing = isEmpty || channel == null || arithmetic == null || channel >= arithmetic.channels();
      setText(nothing ? null : texts.get("control.arithmetic.channel", channel,
          numbers.of(arithmetic.channelSum(channel))));
    }
  }
}
