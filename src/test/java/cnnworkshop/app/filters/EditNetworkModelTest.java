package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.op.NamedKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditNetworkModelTest {

  @TempDir
  Path folder;

  private EditTab tab;
  private EditNetworkModel network;
  private EditModel model;

  private void open(Executor inferenceThread, Executor ui) throws Exception {
    tab = new EditTab(folder, inferenceThread, ui);
    network = new EditNetworkModel(tab.tools);
    model = new EditModel(tab.tools, network);
    network.shownProperty().set(true);
  }

  private void open() throws Exception {
    open(Runnable::run, Runnable::run);
  }

  @AfterEach
  void close() throws Exception {
    tab.close();
  }

  private FilterEdits edits() {
    return model.editsProperty().get();
  }

  private float[] ofLoaded(Function<Network, float[]> question) {
    List<float[]> answers = new ArrayList<>();
    tab.inference.submit("test", question, answers::add, e -> {
      throw new AssertionError(e);
    });
    return answers.get(0);
  }

  private static float[] picture() {
    float[] picture = new float[96 * 96];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (i * 31 % 97) / 97f;
    }
    return picture;
  }

  @Test
  void whereThereIsNothingToEditASentenceSaysWhy() throws Exception {
    open();
    assertThat(network.emptyProperty().get()).startsWith("No network is loaded");

    NetworkSpec poolingFirst = new NetworkSpec("pooled", EditTab.FACE, List.of(LayerSpec.Pooling.max("pool1", 4),
        LayerSpec.Convolution.relu("conv1", 2, 3, LayerSpec.Padding.VALID),
        new LayerSpec.Dense("output", 30, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);
    tab.load(tab.backend.create(poolingFirst, new Backend.Updater.Adam(), 1));
    assertThat(network.emptyProperty().get()).contains("does not begin with a convolution");
    assertThat(edits()).isNull();
    model.undo();
    model.choose(0);

    tab.load(tab.points("one"));
    assertThat(network.emptyProperty().get()).isEmpty();
    assertThat(network.readyProperty().get()).isTrue();
  }

  @Test
  void theLoadedNetworksAnswersStayTheSameToTheLastBit() throws Exception {
    open();
    tab.load(tab.points("one"));
    float[] outputs = ofLoaded(n -> n.predict(picture(), 1));
    float[] maps = ofLoaded(n -> n.featureMaps(0, picture()).values());
    tab.subject.set(EditTab.photo(1));
    EditLookModel look = new EditLookModel(tab.tools, network, model);
    model.put(NamedKernel.OUTLINE);
    model.switchOthersOff();

    assertThat(look.lookProperty().get().after().outputs()).isNotEqualTo(look.lookProperty().get().before().outputs());
    assertThat(ofLoaded(n -> n.predict(picture(), 1))).isEqualTo(outputs);
    assertThat(ofLoaded(n -> n.featureMaps(0, picture()).values())).isEqualTo(maps);
  }

  @Test
  void aSavedNetworkIsTheEditedOneAndSaysSo() throws Exception {
    open();
    tab.load(tab.points("one"));
    model.choose(1);
    model.put(NamedKernel.EMBOSS);
    model.choose(2);
    model.setScale(0.5);
    Path file = folder.resolve("my network.zip");
    network.save(file);

    float[] byHand = ofLoaded(n -> {
      try (Network copy = n.copy()) {
        copy.setWeights(0, edits().edited().weights(), edits().edited().biases());
        return copy.predict(picture(), 1);
      }
    });
    try (Network saved = tab.backend.open(file)) {
      assertThat(saved.predict(picture(), 1)).isEqualTo(byHand);
      assertThat(saved.info().name()).isEqualTo("my network");
      assertThat(saved.info().record()).containsEntry("epochs", "3")
          .containsEntry(EditNetworkModel.RECORD, "conv1: scaled 2 by 0.5; rewritten 1");
    }
    assertThat(tab.told()).containsExactly("Saved my network.zip");
    assertThat(tab.work.running()).isEmpty();
    assertThat(network.suggestion()).isEqualTo("one-edited");
  }

  @Test
  void aFileThatCantBeWrittenIsToldAndTheEditsStayUnsaved() throws Exception {
    open();
    tab.load(tab.points("one"));
    model.setOff(true);
    Path blocked = Files.writeString(folder.resolve("blocked"), "no folder");
    network.save(blocked.resolve("network.zip"));

    assertThat(tab.told()).singleElement().asString().contains("network.zip could not be written");
    assertThat(tab.work.running()).isEmpty();
    tab.load(tab.points("two"));
    assertThat(network.putAsideProperty().get()).contains("one with one changed filter");
  }

  @Test
  void usingTheEditedNetworkLoadsItForAllTabs() throws Exception {
    open();
    tab.load(tab.points("one"));
    model.put(NamedKernel.SOBEL_LEFT);
    float[] weights = edits().edited().weights();
    network.use();

    LoadedNetwork loaded = tab.inference.networkProperty().get();
    assertThat(loaded.name()).isEqualTo("one, edited");
    assertThat(loaded.info().task()).isEqualTo(ModelInfo.Task.KEYPOINTS);
    assertThat(loaded.info().record()).containsEntry(EditNetworkModel.RECORD, "conv1: rewritten 0");
    assertThat(loaded.firstLayer().weights()).isEqualTo(weights);
    assertThat(edits().changed()).as("the section begins anew").isZero();

    model.setOff(true);
    network.use();
    assertThat(tab.inference.networkProperty().get().info().record())
        .containsEntry(EditNetworkModel.RECORD, "conv1: rewritten 0; then conv1: off 0");
  }

  @Test
  void anotherNetworkBeginsAnewAndWhatWasChangedCanBeTakenBack() throws Exception {
    open();
    tab.load(tab.points("one"));
    float[] outputs = ofLoaded(n -> n.predict(picture(), 1));
    model.setBias(0.5);
    model.setOff(true);
    FilterEdits changed = edits();
    tab.load(tab.points("two"));
    assertThat(edits().changed()).isZero();
    assertThat(model.undoableProperty().get()).isFalse();
    assertThat(network.putAsideProperty().get()).contains("one with one changed filter");
    assertThat(tab.told()).singleElement().asString().contains("edited filters of one were put aside");

    network.takeBack();
    assertThat(tab.inference.networkProperty().get().name()).isEqualTo("one");
    assertThat(ofLoaded(n -> n.predict(picture(), 1))).as("as it was before its changes").isEqualTo(outputs);
    assertThat(edits()).isSameAs(changed);
    assertThat(network.readyProperty().get()).isTrue();
    assertThat(network.putAsideProperty().get()).isEmpty();
    model.undo();
    assertThat(edits().filter(0).bias()).isEqualTo(0.5f);
  }

  @Test
  void whatIsUnchangedOrSavedIsNotPutAside() throws Exception {
    open();
    tab.load(tab.points("one"));
    model.setBias(0.5);
    model.undo();
    tab.load(tab.points("two"));
    assertThat(network.putAsideProperty().get()).isEmpty();

    model.setBias(0.5);
    network.save(folder.resolve("two.zip"));
    tab.load(tab.points("three"));
    assertThat(network.putAsideProperty().get()).isEmpty();
  }

  @Test
  void whatWasPutAsideCanBeForgotten() throws Exception {
    open();
    tab.load(tab.points("one"));
    model.setOff(true);
    tab.load(tab.points("two"));
    network.letGo();
    assertThat(network.putAsideProperty().get()).isEmpty();
    network.takeBack();
    assertThat(tab.inference.networkProperty().get().name()).isEqualTo("two");
  }

  @Test
  void theCopyIsMadeOnlyForSomebodyWhoLooks() throws Exception {
    open();
    network.shownProperty().set(false);
    tab.load(tab.points("one"));
    assertThat(network.readyProperty().get()).isFalse();

    network.shownProperty().set(true);
    assertThat(network.readyProperty().get()).isTrue();
  }

  @Test
  void aNetworkReplacedBeforeItIsCopiedIsNoLongerEdited() throws Exception {
    SteppedExecutor thread = new SteppedExecutor();
    SteppedExecutor ui = new SteppedExecutor();
    open(thread, ui);
    tab.load(tab.points("one"));
    tab.load(tab.points("two"));
    thread.runOne();
    ui.runOne();
    assertThat(network.sessionProperty().get().network().name()).isEqualTo("one");
    EditSession first = network.sessionProperty().get();
    thread.runAll();
    ui.runAll();
    thread.runAll();
    ui.runAll();

    assertThat(first.isReady()).as("the second network stood where the first was to be copied").isFalse();
    assertThat(network.sessionProperty().get().network().name()).isEqualTo("two");
    assertThat(network.readyProperty().get()).isTrue();
    assertThat(tab.told()).isEmpty();
  }
}
