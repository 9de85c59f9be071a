package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.Finding;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TemplateFailure;
import cnnworkshop.core.train.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkModelTest {

  private static final Shape SMALL = new Shape(3, 32, 32);

  @TempDir
  Path folder;

  private final List<Throwable> failures = new ArrayList<>();
  private NetworkModel model;

  @BeforeEach
  void open() {
    model = new NetworkModel(new NetworkTemplates(folder), failures::add);
    model.fit(SMALL, 10, Loss.CROSS_ENTROPY);
  }

  @Test
  void itStartsAsTheWorkshopsFirstNetwork() {
    assertThat(spec()).isEqualTo(Presets.cnn());
    assertThat(model.nameProperty().get()).isEqualTo("cnn");
    assertThat(model.editedProperty().get()).isFalse();
    assertThat(model.canUndoProperty().get()).isFalse();
    assertThat(model.names()).containsExactly("cnn", "suggested_cnn", "sixty_seconds");
  }

  @Test
  void theNetworkGetsTheShapeAndTheClassesOfTheData() {
    model.fit(new Shape(1, 20, 24), 3, Loss.CROSS_ENTROPY);

    assertThat(spec().input()).isEqualTo(new Shape(1, 20, 24));
    assertThat(output().units()).isEqualTo(3);
    assertThat(model.checkProperty().get().ok()).isTrue();
    assertThat(model.editedProperty().get()).isFalse();
    assertThat(model.canUndoProperty().get()).isFalse();
  }

  @Test
  void undoKeepsToTheData() {
    model.remove(1);
    model.fit(new Shape(1, 20, 24), 3, Loss.CROSS_ENTROPY);
    model.undo();

    assertThat(names()).containsExactly("conv1", "pool1", "hidden2", "output");
    assertThat(spec().input()).isEqualTo(new Shape(1, 20, 24));
    assertThat(output().units()).isEqualTo(3);
  }

  @Test
  void coordinatesGetTheKeypointNetworkAndClassesTheirEditsBack() {
    model.remove(1);
    model.fit(new Shape(1, 96, 96), 30, Loss.MEAN_SQUARED_ERROR);

    assertThat(spec()).isEqualTo(Presets.byName("keypoints").orElseThrow());
    assertThat(model.names()).containsExactly("keypoints");
    assertThat(model.canUndoProperty().get()).isFalse();

    model.fit(SMALL, 10, Loss.CROSS_ENTROPY);
    assertThat(names()).containsExactly("conv1", "hidden2", "output");
    assertThat(model.names()).startsWith("cnn");
    model.undo();
    assertThat(spec()).isEqualTo(Presets.cnn());
  }

  @Test
  void aChosenNetworkIsUndoneLikeAnyChange() {
    model.remove(1);
    model.choose("suggested_cnn");
    assertThat(spec()).isEqualTo(Presets.suggestedCnn());

    model.undo();
    assertThat(names()).containsExactly("conv1", "hidden2", "output");
    assertThat(model.nameProperty().get()).isEqualTo("cnn");
    assertThat(model.editedProperty().get()).isTrue();

    model.redo();
    assertThat(spec()).isEqualTo(Presets.suggestedCnn());
  }

  @Test
  void anAddedLayerStandsBehindTheChosenOneAndIsChosen() {
    model.selectedProperty().set(1);
    model.addAfterSelected(LayerKind.CONVOLUTION);

    assertThat(names()).containsExactly("conv1", "pool1", "conv2", "hidden3", "output");
    assertThat(model.selectedProperty().get()).isEqualTo(2);
  }

  @Test
  void nothingComesBehindTheAnswers() {
    for (int chosen : new int[] {NetworkModel.NONE, 3}) {
      model.choose("cnn");
      model.selectedProperty().set(chosen);
      model.addAfterSelected(LayerKind.DROPOUT);

      assertThat(names()).as("with %d chosen", chosen).containsExactly("conv1", "pool1", "hidden2", "dropout2", "output");
    }
  }

  @Test
  void everyKindThatCanBeAddedMakesANetworkThatCanBeBuiltSomewhere() {
    for (LayerKind kind : LayerKind.toAdd()) {
      model.choose("cnn");
      model.add(kind, 2);

      assertThat(model.checkProperty().get().ok()).as(kind.name()).isTrue();
      assertThat(model.rows().get(2).kind()).isEqualTo(kind);
    }
  }

  @Test
  void theLayerOfTheAnswersCanNeitherBeRemovedNorMovedAway() {
    model.remove(3);
    model.move(3, -1);
    model.move(2, 1);

    assertThat(spec()).isEqualTo(Presets.cnn());
    assertThat(model.canUndoProperty().get()).isFalse();
    assertThat(model.rows()).extracting(LayerRow::fixed).containsExactly(false, false, false, true);
  }

  @Test
  void aMovedLayerStaysChosen() {
    model.selectedProperty().set(0);
    model.move(0, 1);

    assertThat(names()).containsExactly("pool1", "conv1", "hidden2", "output");
    assertThat(model.selectedProperty().get()).isEqualTo(1);
    model.undo();
    assertThat(names()).containsExactly("conv1", "pool1", "hidden2", "output");
  }

  @Test
  void aSliderThatIsMovedIsOneChange() {
    for (int filters = 33; filters <= 48; filters++) {
      model.adjust(0, filters(filters));
    }
    model.settle();
    model.adjust(0, filters(64));
    assertThat(spec().layers().get(0)).isEqualTo(filters(64));

    model.undo();
    assertThat(spec().layers().get(0)).isEqualTo(filters(48));
    model.undo();
    assertThat(spec()).isEqualTo(Presets.cnn());
    assertThat(model.canUndoProperty().get()).isFalse();
    model.redo();
    assertThat(spec().layers().get(0)).isEqualTo(filters(48));
  }

  @Test
  void aSliderThatIsMovedThereAndBackTakesNoEarlierChangeWithIt() {
    model.remove(1);
    model.adjust(0, filters(40));
    model.adjust(0, filters(32));
    model.adjust(0, filters(50));

    model.undo();
    assertThat(names()).containsExactly("conv1", "hidden2", "output");
    assertThat(spec().layers().get(0)).isEqualTo(filters(32));
  }

  @Test
  void settingsMovedAtTwoLayersAreTwoChanges() {
    model.adjust(0, filters(40));
    model.adjust(2, new Dense("hidden2", 64, Activation.RELU));
    model.undo();

    assertThat(spec().layers().get(0)).isEqualTo(filters(40));
    assertThat(spec().layers().get(2)).isEqualTo(Presets.cnn().layers().get(2));
  }

  @Test
  void theUnitsOfTheAnswersFollowTheData() {
    model.fit(SMALL, 7, Loss.CROSS_ENTROPY);
    model.replace(3, new Dense("output", 99, Activation.LINEAR));

    assertThat(output()).isEqualTo(new Dense("output", 7, Activation.LINEAR));
    assertThat(model.rows().get(3).worst()).isEqualTo(Finding.Severity.FAULT);
    model.undo();
    model.replace(3, new Dense("output", 7, Activation.SOFTMAX));
    assertThat(model.canUndoProperty().get()).as("nothing changed").isFalse();
  }

  @Test
  void theRowsBehindAFaultHaveNoOutputs() {
    model.replace(1, Pooling.max("pool1", 40));

    assertThat(model.checkProperty().get().ok()).isFalse();
    assertThat(model.rows()).extracting(row -> row.check().output().isPresent())
        .containsExactly(true, false, false, false);
    assertThat(model.rows().get(1).findings()).extracting(Finding::key).containsExactly("net.fault.window-too-large");
    assertThat(model.rows().get(2).findings()).isEmpty();
  }

  @Test
  void memoryOfARowIsThatOfABatch() {
    model.setBatch(64);

    assertThat(model.rows().get(0).batchBytes()).isEqualTo(64L * 32 * 32 * 32 * 4);
  }

  @Test
  void memoryFollowsBatchAndUpdater() {
    model.setBatch(1);
    long one = model.memoryBytesProperty().get();
    model.setBatch(2);
    long perPicture = model.memoryBytesProperty().get() - one;
    model.setUpdater(new Updater.Sgd());

    // The picture, and outputs and errors of 32·32·32 + 32·16·16 + 128 + 10 values.
    assertThat(perPicture).isEqualTo(4 * (3 * 32 * 32 + 2 * (32_768 + 8_192 + 128 + 10)));
    assertThat(model.memoryBytesProperty().get()).isEqualTo(2 * 4 * 1_050_890 + 2 * perPicture);
  }

  @Test
  void nothingIsSaidOfTimeBeforeItWasMeasured() {
    model.setPictures(9000);
    assertThat(seconds()).isNaN();
    model.setMeasuredSpeed(Presets.cnn(), Double.NaN);
    assertThat(seconds()).isNaN();

    model.setMeasuredSpeed(Presets.cnn(), 3000);
    assertThat(seconds()).isCloseTo(3, within(1e-9));
    model.setPictures(3000);
    assertThat(seconds()).isCloseTo(1, within(1e-9));
    model.choose("suggested_cnn");
    assertThat(seconds()).isGreaterThan(5);

    model.replace(0, filters(0));
    assertThat(seconds()).isNaN();
  }

  @Test
  void theDropoutScaleChangesWhatIsTrainedAndNotTheList() {
    model.choose("suggested_cnn");
    model.dropoutScaleProperty().set(0.5);

    assertThat(spec().layers().get(2)).isEqualTo(new Dropout("dropout1", 0.1));
    assertThat(model.rows().get(2).listed()).isEqualTo(new Dropout("dropout1", 0.2));
    assertThat(model.rows().get(2).trained()).isEqualTo(new Dropout("dropout1", 0.1));
    assertThat(model.editedProperty().get()).isFalse();
    model.dropoutScaleProperty().set(1);
    assertThat(spec()).isEqualTo(Presets.suggestedCnn());
  }

  @Test
  void aSuggestionIsUndoneLikeAnyChange() {
    model.apply(new Suggestion.DropoutBeforeLast(0.5));
    assertThat(names()).containsExactly("conv1", "pool1", "hidden2", "dropout2", "output");
    model.apply(new Suggestion.Enlarge());
    assertThat(spec().layers().get(0)).isEqualTo(filters(64));

    model.undo();
    model.undo();
    assertThat(spec()).isEqualTo(Presets.cnn());
  }

  @Test
  void aSuggestedRateIsTheOneTrainedWithWhateverTheScale() {
    model.choose("suggested_cnn");
    model.dropoutScaleProperty().set(0.5);
    NetworkSpec before = spec();
    model.apply(new Suggestion.DropoutBeforeLast(0.6));

    assertThat(spec()).isEqualTo(new Suggestion.DropoutBeforeLast(0.6).appliedTo(before));
    model.dropoutScaleProperty().set(0.5);
    model.apply(new Suggestion.Enlarge());
    assertThat(model.dropoutScaleProperty().get()).isEqualTo(0.5);
  }

  @Test
  void aSavedNetworkIsFoundUnderItsNameLater() {
    model.remove(1);
    model.saveTemplate(" mine ");

    assertThat(model.names()).containsExactly("cnn", "suggested_cnn", "sixty_seconds", "mine");
    assertThat(model.nameProperty().get()).isEqualTo("mine");
    assertThat(spec().name()).isEqualTo("mine");
    assertThat(model.editedProperty().get()).isFalse();

    NetworkModel later = new NetworkModel(new NetworkTemplates(folder), failures::add);
    later.fit(new Shape(1, 28, 28), 4, Loss.CROSS_ENTROPY);
    later.choose("mine");
    assertThat(later.rows()).extracting(row -> row.listed().name()).containsExactly("conv1", "hidden2", "output");
    assertThat(later.editedProperty().get()).isFalse();
    assertThat(failures).isEmpty();
  }

  @Test
  void savingTakesNeitherUndoNorRedoAway() {
    model.remove(1);
    model.remove(1);
    model.undo();
    model.saveTemplate("mine");

    model.redo();
    assertThat(names()).containsExactly("conv1", "output");
    assertThat(model.nameProperty().get()).isEqualTo("mine");
    assertThat(model.editedProperty().get()).isTrue();
    model.undo();
    assertThat(model.editedProperty().get()).isFalse();
    model.undo();
    assertThat(names()).containsExactly("conv1", "pool1", "hidden2", "output");
  }

  @Test
  void theProgramsOwnNetworksAreNotReplaced() {
    model.saveTemplate("cnn");

    assertThat(model.mayBeSavedAs("cnn")).isFalse();
    assertThat(model.mayBeSavedAs(" ")).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDeletedTemplateLeavesTheLayersAsTheyAre() {
    model.remove(1);
    model.saveTemplate("mine");
    model.deleteTemplate("mine");

    assertThat(model.names()).doesNotContain("mine");
    assertThat(model.isSaved("mine")).isFalse();
    assertThat(names()).containsExactly("conv1", "hidden2", "output");
  }

  @Test
  void savedNetworksForCoordinatesAreNotOfferedForClasses() throws Exception {
    new NetworkTemplates(folder).save("points", Presets.byName("keypoints").orElseThrow());
    NetworkModel later = new NetworkModel(new NetworkTemplates(folder), failures::add);

    assertThat(later.names()).doesNotContain("points");
    later.fit(new Shape(1, 96, 96), 30, Loss.MEAN_SQUARED_ERROR);
    assertThat(later.names()).containsExactly("keypoints", "points");
  }

  @Test
  void aDamagedTemplateIsSaidAndChangesNothing() throws Exception {
    model.saveTemplate("mine");
    model.choose("cnn");
    try (Stream<Path> files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "{");
    }
    model.choose("mine");

    assertThat(failures).singleElement().isInstanceOf(TemplateFailure.class);
    assertThat(spec()).isEqualTo(Presets.cnn());
    model.deleteTemplate("mine");
    assertThat(model.names()).doesNotContain("mine");
  }

  @Test
  void whoHearsOfANetworkFindsItsCheck() {
    List<Boolean> ok = new ArrayList<>();
    model.specProperty().addListener((p, before, now) -> ok.add(model.checkProperty().get().ok()));
    model.replace(0, filters(0));
    model.undo();

    assertThat(ok).containsExactly(false, true);
  }

  private NetworkSpec spec() {
    return model.specProperty().get();
  }

  private Dense output() {
    return (Dense) spec().layers().get(spec().layers().size() - 1);
  }

  private double seconds() {
    return model.secondsAnEpochProperty().get();
  }

  private List<String> names() {
    return spec().layers().stream().map(LayerSpec::name).toList();
  }

  private static LayerSpec filters(int filters) {
    return LayerSpec.Convolution.relu("conv1", filters, 3, Padding.SAME);
  }
}
