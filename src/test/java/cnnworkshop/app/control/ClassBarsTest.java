package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassBarsTest extends ControlTest {

  private ClassBars bars;

  @BeforeEach
  void open() {
    bars = onFx(() -> new ClassBars(TEXTS));
    open(bars, 400, 300);
  }

  private List<String> texts(String styleClass) {
    return onFx(() -> bars.lookupAll("." + styleClass).stream().map(node -> ((Label) node).getText()).toList());
  }

  @Test
  void fewClassesKeepTheirOrder() {
    runFx(() -> bars.show(List.of("cat", "dog", "ship"), new float[] {0.2f, 0.7f, 0.1f}));
    assertThat(texts("class-name")).containsExactly("cat", "dog", "ship");
    assertThat(texts("class-number")).containsExactly("20.0%", "70.0%", "10.0%");
    assertThat(bars.getAccessibleText()).isEqualTo("Most likely: dog, 70.0%");
  }

  @Test
  void barsAreAsLongAsTheirProbability() {
    runFx(() -> bars.show(List.of("cat", "dog"), new float[] {0.25f, 0.75f}));
    settle();
    List<Double> widths = onFx(() -> bars.lookupAll(".class-bar").stream().map(node -> ((Region) node).getWidth())
        .toList());
    assertThat(widths.get(1) / widths.get(0)).isBetween(2.9, 3.1);
  }

  @Test
  void ofManyClassesTheTenLikeliestAreShown() {
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "class " + i).toList();
    float[] probabilities = new float[100];
    for (int i = 0; i < 100; i++) {
      probabilities[i] = i / 4950f;
    }
    runFx(() -> bars.show(names, probabilities));
    assertThat(texts("class-name")).hasSize(10).startsWith("class 99", "class 98").endsWith("class 90");
    runFx(() -> bars.show(List.of(), new float[0]));
    assertThat(texts("class-name")).isEmpty();
  }
}
