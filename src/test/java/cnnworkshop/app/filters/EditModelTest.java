package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.NamedKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditModelTest {

  @TempDir
  Path folder;

  private EditTab tab;
  private EditNetworkModel network;
  private EditModel model;

  @BeforeEach
  void open() throws Exception {
    tab = new EditTab(folder);
    network = new EditNetworkModel(tab.tools);
    model = new EditModel(tab.tools, network);
    network.shownProperty().set(true);
  }

  @AfterEach
  void close() throws Exception {
    tab.close();
  }

  private FilterEdits edits() {
    return model.editsProperty().get();
  }

  private Network first(LayerSpec.Convolution first, int channels) {
    return tab.network("some", new Shape(channels, 24, 24), first, Task.CLASSES, 3, List.of("a", "b", "c"));
  }

  @Test
  void theChosenFilterIsThatOfTheWholeTab() {
    tab.unit.set(new Unit(0, 2));
    tab.load(tab.points("one"));
    assertThat(model.chosenProperty().get()).isEqualTo(2);

    model.choose(3);
    assertThat(tab.unit.get()).isEqualTo(new Unit(0, 3));
    tab.unit.set(new Unit(2, 1));
    assertThat(model.chosenProperty().get()).as("a unit of another layer changes nothing here").isEqualTo(3);
    tab.unit.set(new Unit(0, 1));
    assertThat(model.chosenProperty().get()).isEqualTo(1);
  }

  @Test
  void aNetworkWithFewerFiltersHasNoneBeyondItsLast() {
    tab.load(first(LayerSpec.Convolution.relu("conv1", 9, 3, Padding.VALID), 1));
    model.choose(8);
    tab.load(tab.points("one"));

    assertThat(model.chosenProperty().get()).isEqualTo(3);
  }

  @Test
  void theChosenFilterIsAlwaysOneOfThoseThatAreThere() {
    tab.load(tab.points("one"));
    tab.unit.set(new Unit(0, 7));
    List<Integer> beyond = new ArrayList<>();
    model.chosenProperty().addListener((p, before, now) -> {
      if (edits() != null && now.intValue() >= edits().count()) {
        beyond.add(now.intValue());
      }
    });
    tab.load(first(LayerSpec.Convolution.relu("conv1", 9, 3, Padding.VALID), 1));

    assertThat(model.chosenProperty().get()).isEqualTo(7);
    assertThat(beyond).isEmpty();
  }

  @Test
  void undoAndRedoShowTheFilterTheyChange() {
    tab.load(tab.points("one"));
    model.choose(1);
    model.setWeight(0, 2, 0.5);
    model.choose(2);
    model.setOff(true);
    model.undo();
    assertThat(edits().filter(2).off()).isFalse();
    assertThat(model.chosenProperty().get()).isEqualTo(2);

    model.undo();
    assertThat(edits().changed()).isZero();
    assertThat(model.chosenProperty().get()).isEqualTo(1);
    assertThat(model.undoableProperty().get()).isFalse();

    model.redo();
    assertThat(edits().filter(1).weights()[2]).isEqualTo(0.5f);
    model.redo();
    assertThat(edits().filter(2).off()).isTrue();
    assertThat(model.redoableProperty().get()).isFalse();
  }

  @Test
  void aSlidersWayIsOneStepUntilTheHandLetsGo() {
    tab.load(tab.points("one"));
    for (double scale : new double[] {0.9, 0.8, 0.7}) {
      model.setScale(scale);
    }
    model.settle();
    model.setScale(0.6);
    model.undo();
    assertThat(model.filter().scale()).isEqualTo(0.7f);
    model.undo();
    assertThat(edits().changed()).isZero();
  }

  @Test
  void numbersStayWithinTheirReach() {
    tab.load(tab.points("one"));
    model.setWeight(0, 0, 1e30);
    model.setBias(-1e30);
    model.setScale(7);

    assertThat(model.filter().weights()[0]).isEqualTo(EditModel.REACH);
    assertThat(model.filter().bias()).isEqualTo(-EditModel.REACH);
    assertThat(model.filter().scale()).isEqualTo(EditModel.MOST_SCALE);
  }

  @Test
  void aKernelTakesThePlaceOfAFilterWhateverWasDoneToThat() {
    tab.load(tab.points("one"));
    model.setScale(0);
    model.setOff(true);
    model.put(NamedKernel.SOBEL_TOP);

    assertThat(model.filter().weights()).isEqualTo(NamedKernel.SOBEL_TOP.weights(3));
    assertThat(model.filter().bias()).isZero();
    assertThat(model.filter().scale()).isEqualTo(1);
    assertThat(model.filter().off()).isFalse();
    assertThat(model.noteProperty().get()).isEmpty();
  }

  @Test
  void whatBecameOfAKernelIsSaid() {
    tab.load(first(new LayerSpec.Convolution("conv1", 2, new Size(1, 5), Size.of(1), Size.of(1), Padding.VALID, false,
        Activation.RELU), 3));
    model.put(NamedKernel.SHARPEN);
    assertThat(model.noteProperty().get()).contains("smaller than 1×5", "larger than 1×5", "each of the 3 channels");
    assertThat(model.filter().weights()[2]).isEqualTo(5f / 3);

    model.channelProperty().set(1);
    model.everyChannelProperty().set(false);
    float[] before = model.filter().weights();
    model.put(NamedKernel.IDENTITY);
    assertThat(model.noteProperty().get()).contains("channel green");
    assertThat(model.filter().weights()[5 + 2]).isEqualTo(1);
    assertThat(model.filter().weights()[2]).isEqualTo(before[2]);

    model.setWeight(0, 0, 1);
    assertThat(model.filter().weights()[5]).as("row 0, column 0 of green").isEqualTo(1);
    assertThat(model.noteProperty().get()).as("of the step before").isEmpty();
  }

  @Test
  void filtersOfOneToElevenPixelsAndWithoutBiasCanBeEdited() {
    for (int size : new int[] {1, 2, 11}) {
      tab.load(first(new LayerSpec.Convolution("conv1", 3, Size.of(size), Size.of(1), Size.of(1), Padding.VALID, false,
          Activation.RELU), 1));
      assertThat(model.hasBias()).isFalse();
      for (NamedKernel kernel : NamedKernel.values()) {
        model.put(kernel);
        assertThat(model.filter().weights()).hasSize(size * size);
      }
      model.switchOthersOff();
      assertThat(edits().off()).isEqualTo(2);
      model.switchAllOn();
      assertThat(edits().off()).isZero();
    }
  }

  @Test
  void aFilterOfAnotherNetworkIsTakenWithItsBias() {
    tab.load(tab.points("one"));
    EditSourceModel source = new EditSourceModel(tab.tools, model);
    Path file = folder.resolve("colour.zip");
    Network colour = tab.classes("colour", List.of("a", "b"));
    float[] weights = colour.weights(0);
    colour.setWeights(0, weights, new float[] {0, 0, 0, 0.5f, 0});
    save(colour, file);
    source.open(file);
    assertThat(source.fileNameProperty().get()).isEqualTo("colour.zip");
    assertThat(source.filtersProperty().get().count()).isEqualTo(5);
    source.chosenProperty().set(3);
    source.take();

    int at = 3 * 27;
    for (int i = 0; i < 9; i++) {
      assertThat(model.filter().weights()[i]).isEqualTo(weights[at + i] + weights[at + 9 + i] + weights[at + 18 + i]);
    }
    assertThat(model.filter().bias()).isEqualTo(0.5f);
    assertThat(model.noteProperty().get()).contains("do not match");
  }

  @Test
  void aFilterOfTheSameNetworkIsTakenAsItIsNow() {
    tab.load(tab.points("one"));
    EditSourceModel source = new EditSourceModel(tab.tools, model);
    model.choose(2);
    model.put(NamedKernel.BLUR);
    model.choose(0);
    source.chosenProperty().set(2);
    source.take();

    assertThat(model.filter().weights()).isEqualTo(NamedKernel.BLUR.weights(3));
  }

  @Test
  void aBiasStaysBehindWhereThereIsNone() {
    tab.load(first(new LayerSpec.Convolution("conv1", 2, Size.of(3), Size.of(1), Size.of(1), Padding.VALID, false,
        Activation.RELU), 1));
    EditSourceModel source = new EditSourceModel(tab.tools, model);
    Path file = folder.resolve("biased.zip");
    Network biased = tab.points("biased");
    biased.setWeights(0, biased.weights(0), new float[] {1, 1, 1, 1});
    save(biased, file);
    source.open(file);
    source.take();

    assertThat(model.filter().bias()).isZero();
    assertThat(model.noteProperty().get()).contains("bias is left out");
  }

  @Test
  void aFileWithoutFiltersIsMetWithASentence() {
    tab.load(tab.points("one"));
    EditSourceModel source = new EditSourceModel(tab.tools, model);
    source.open(folder.resolve("nowhere.zip"));

    assertThat(source.fileNameProperty().get()).isEmpty();
    assertThat(tab.told()).singleElement().asString().contains("nowhere.zip");
    assertThat(source.filtersProperty().get().count()).isEqualTo(4);
  }

  private static void save(Network network, Path file) {
    try (network) {
      network.save(file, network.info());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
