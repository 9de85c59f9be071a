package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.inspect.PhotoMaps;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArithmeticPaneTest extends ControlTest {

  private ArithmeticPane pane;

  @BeforeEach
  void open() {
    pane = onFx(() -> new ArithmeticPane(TEXTS));
    open(pane, 900, 400);
  }

  private static Maps photoMaps(int size, Padding padding) throws Exception {
    Random random = new Random(7);
    float[] grey = new float[20 * 20];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = random.nextInt(256);
    }
    float[] weights = new float[2 * size * size];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.5f;
    }
    return new PhotoMaps(Photo.ofGrey(20, 20, grey),
        new Filters(LayerSpec.Convolution.relu("conv1", 2, size, padding), 1, weights, new float[] {0.25f, -0.125f}));
  }

  private static Maps deepMaps() {
    Random random = new Random(3);
    float[] input = new float[16 * 5 * 5];
    float[] weights = new float[4 * 16 * 4];
    for (int i = 0; i < input.length; i++) {
      input[i] = 3 * random.nextFloat();
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.4f;
    }
    return new LayerMaps(new Filters(LayerSpec.Convolution.relu("conv2", 4, 2, Padding.VALID), 16, weights,
        new float[4]), new FeatureMaps(new Shape(16, 5, 5), input));
  }

  private Arithmetic show(Maps maps, int map, int row, int column) {
    Arithmetic arithmetic = maps.arithmetic(map, row, column).orElseThrow();
    runFx(() -> pane.setArithmetic(arithmetic));
    settle();
    return arithmetic;
  }

  private List<String> texts(String styleClass) {
    return onFx(() -> all(pane, Label.class).stream().filter(label -> label.getStyleClass().contains(styleClass))
        .filter(label -> label.isVisible()).map(Label::getText).toList());
  }

  @Test
  void withoutAValueItSaysWhatToDo() {
    assertThat(pane.getAccessibleText()).startsWith("Point at the photo or a map");
    assertThat(texts("arithmetic-words")).contains("Point at the photo or a map to see how one value comes about.");
  }

  @Test
  void patchFilterAndProductsAreSpelledOut() throws Exception {
    Arithmetic arithmetic = show(photoMaps(3, Padding.VALID), 1, 4, 5);

    List<String> cells = texts("arithmetic-cell");
    assertThat(cells).hasSize(27);
    assertThat(cells.get(0)).isEqualTo(four(arithmetic.patch(0, 0, 0)));
    assertThat(cells.get(9 + 4)).isEqualTo(four(arithmetic.weight(0, 1, 1)));
    assertThat(cells.get(18 + 8)).isEqualTo(four(arithmetic.product(0, 2, 2)));
  }

  @Test
  void theValueIsTheMapsToTheLastDigit() throws Exception {
    Maps maps = photoMaps(3, Padding.VALID);
    for (int column = 0; column < 18; column++) {
      Arithmetic arithmetic = show(maps, 0, 3, column);
      List<String> numbers = texts("arithmetic-number");
      assertThat(numbers.get(numbers.size() - 1)).isEqualTo(four(maps.value(0, 3, column)));
      assertThat(numbers).containsSubsequence(four(arithmetic.sum()), "0.2500", four(arithmetic.beforeActivation()));
    }
  }

  @Test
  void nothingMovesWhenTheNumbersChange() throws Exception {
    Maps maps = photoMaps(3, Padding.SAME);
    show(maps, 0, 0, 0);
    List<Bounds> before = places();
    show(maps, 1, 9, 13);
    assertThat(places()).isEqualTo(before);
  }

  private List<Bounds> places() {
    settle();
    return onFx(() -> all(pane, Label.class).stream().filter(label -> label.getStyleClass().stream()
        .anyMatch(name -> name.equals("arithmetic-cell") || name.equals("arithmetic-number")))
        .map(label -> label.localToScene(label.getLayoutBounds())).toList());
  }

  @Test
  void ofManyChannelsEachAddsItsSumAndOneIsChosen() {
    Arithmetic arithmetic = show(deepMaps(), 2, 1, 1);
    ListView<?> channels = all(pane, ListView.class).get(0);
    assertThat(channels.getItems()).hasSize(16);
    assertThat(texts("arithmetic-cell")).hasSize(12).startsWith(four(arithmetic.patch(0, 0, 0)));

    type(channels, KeyCode.DOWN, KeyCode.DOWN);
    assertThat(texts("arithmetic-cell")).startsWith(four(arithmetic.patch(2, 0, 0)));
    assertThat(texts("arithmetic-number")).startsWith(four(arithmetic.channelSum(2)));
  }

  @Test
  void theChosenChannelStaysWhileValuesChange() {
    Maps maps = deepMaps();
    show(maps, 2, 1, 1);
    type(all(pane, ListView.class).get(0), KeyCode.DOWN);
    Arithmetic arithmetic = show(maps, 2, 2, 1);
    assertThat(texts("arithmetic-cell")).startsWith(four(arithmetic.patch(1, 0, 0)));
  }

  @Test
  void largeFiltersAreShownInFull() throws Exception {
    show(photoMaps(11, Padding.VALID), 0, 0, 0);
    assertThat(texts("arithmetic-cell")).hasSize(3 * 121);
  }

  @Test
  void aScreenReaderHearsTheWholeSum() throws Exception {
    Maps maps = photoMaps(3, Padding.VALID);
    Arithmetic arithmetic = show(maps, 0, 3, 4);
    assertThat(pane.getAccessibleText()).isEqualTo("Map 0, column 4, row 3: sum " + four(arithmetic.sum())
        + ", bias 0.2500, ReLU: 0 if negative, value " + four(arithmetic.value()));
    assertThat(unnamedStops(pane)).isEmpty();
  }

  private static String four(float value) {
    String text = String.format(Locale.ENGLISH, "%.4f", value).replace('-', '−');
    return text.equals("−0.0000") ? "0.0000" : text;
  }
}
