package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.StubBackend;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareExportTest {

  @TempDir
  Path folder;

  private final StubNetwork second = StubNetwork.keypoints(StubNetwork.everywhere(0.5f));
  private CompareTab tab;
  private CompareModel model;

  @BeforeEach
  void open() {
    tab = new CompareTab(folder, new StubBackend()
        .with("first.zip", StubNetwork.keypoints(StubNetwork.everywhere(0.25f))).with("second.zip", second)
        .with("classes.zip", StubNetwork.classifier(CompareModelTest.LABELS, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0))
        .with("others.zip", StubNetwork.classifier(CompareModelTest.LABELS, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0, 0, 0)));
    tab.subject.set(CompareTab.noise("noise", 1));
    model = new CompareModel(tab.tools, () -> Path.of("second.zip"));
    model.shownProperty().set(true);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private List<String> csv(String left, String right) throws IOException {
    tab.load(left);
    model.networks().open(Path.of(right));
    Path file = folder.resolve("numbers.csv");
    model.export().csv(file);
    return Files.readAllLines(file);
  }

  @Test
  void numbersHaveALineEachWithADot() throws Exception {
    float[] weights = second.weights(0);
    weights[9 * 5] += 0.5f;
    second.setWeights(0, weights, second.biases(0));
    List<String> lines = csv("first.zip", "second.zip");

    assertThat(lines.get(0)).isEqualTo("what,name,left,right,difference");
    assertThat(lines).filteredOn(line -> line.startsWith("layer,")).hasSize(6);
    assertThat(lines).filteredOn(line -> line.startsWith("filter,")).hasSize(32)
        .filteredOn(line -> !line.endsWith(",0")).singleElement().asString().startsWith("filter,5,");
    // Target t stands for pixel 48 t + 48 of the view.
    assertThat(lines).contains("point_x,nose_tip,60,72,12", "point_y,nose_tip,60,72,12")
        .anyMatch(line -> line.startsWith("point_distance,nose_tip,,,16.970562"));
    assertThat(lines).hasSize(1 + 6 + 32 + 45);
  }

  @Test
  void probabilitiesOfTheSameClassesAreSubtracted() throws Exception {
    assertThat(csv("classes.zip", "others.zip")).contains("probability,cat,1,0.5,-0.5", "probability,deer,0,0.5,0.5");
  }

  @Test
  void whatIsNotThereIsLeftEmpty() throws Exception {
    assertThat(csv("first.zip", "classes.zip")).contains("probability,cat,,1,")
        .anyMatch(line -> line.matches("filter,0,[0-9.]+,[0-9.]+,")).noneMatch(line -> line.startsWith("point_"));
  }

  @Test
  void theSheetHasBothSidesInPlace() {
    tab.load("first.zip");
    model.networks().open(Path.of("second.zip"));
    Photo sheet = model.export().picture();
    CompareFilters filters = model.filtersProperty().get();
    // Paper, then the number above the first filter, then its first place.
    int gap = 24 + 6;
    int below = gap + 14;
    assertThat(sheet.argb(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(sheet.argb(gap, below)).isEqualTo(filters.left().get(0).argb()[0]);
    int half = (sheet.width() - 3 * 24) / 2;
    assertThat(sheet.argb(24 + half + 24 + 6, below)).isEqualTo(filters.right().get(0).argb()[0]);
  }
}
