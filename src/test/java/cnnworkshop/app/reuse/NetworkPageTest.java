package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPageTest extends FxTest {

  private static Backend backend;
  @TempDir
  Path folder;
  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final Messages messages = new Messages(texts, Runnable::run);
  private Inference inference;
  private ReuseTools tools;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  private NetworkPageModel open() {
    Executor here = Runnable::run;
    inference = new Inference(() -> backend, here, here);
    tools = new ReuseTools(inference, new Trainer(() -> backend, here, here), folder, messages, new Work(here), texts,
        here, here);
    return new NetworkPageModel(tools);
  }

  private void load(String file) throws Exception {
    Path path = new ShippedModels(folder).file(ShippedModels.Model.of(file).orElseThrow());
    inference.open(path, () -> {}, e -> {
      throw new AssertionError(e);
    });
  }

  @Test
  void thePageSaysWhatTheNetworkIsAndWhereItCameFrom() throws Exception {
    NetworkPageModel model = open();
    assertThat(model.pageProperty().get()).isNull();
    load("cifar10");
    NetworkPageModel.Page page = model.pageProperty().get();
    String facts = page.facts().stream().map(NetworkPageModel.Fact::value).collect(Collectors.joining("\n"));
    assertThat(facts).contains("10 probabilities", "airplane, automobile", "32×32 pixels in colour", "157,898",
        "cifar10.zip");
    assertThat(page.card()).extracting(NetworkPageModel.Fact::name).contains("data", "test accuracy");
    assertThat(page.layers()).hasSize(17);
    assertThat(page.layers().get(2).parameters()).as("batch normalisation's factors and offsets").isEqualTo("64");
    assertThat(page.uses()).allMatch(NetworkPageModel.Use::possible);
  }

  @Test
  void whatCanNotBeDoneWithItIsSaidToo() {
    NetworkPageModel model = open();
    NetworkSpec foreign = Presets.cnn().withLayers(List.of(
        new LayerSpec.Other("lrn1", "LocalResponseNormalization"),
        new LayerSpec.Dense("output", 10, LayerSpec.Activation.SOFTMAX)));
    inference.load(b -> new StubNetwork(foreign, ModelInfo.Task.CLASSES, List.of(),
        List.of(new Shape(3, 32, 32), Shape.flat(10)), inputs -> new float[10]),
        () -> {}, e -> {
          throw new AssertionError(e);
        });
    assertThat(model.pageProperty().get().uses()).filteredOn(use -> !use.possible())
        .extracting(NetworkPageModel.Use::tab).containsExactly("train", "reuse");
  }

  @Test
  void itIsWrittenInEveryFormWhileItStaysLoaded() throws Exception {
    open();
    load("cifar10");
    NetworkExport export = new NetworkExport(tools);
    for (NetworkExport.Form form : NetworkExport.Form.values()) {
      Path place = form.extension().isEmpty() ? Files.createDirectory(folder.resolve(form.name()))
          : folder.resolve(export.suggestion(form));
      export.write(form, place);
      assertThat(messages.shown()).last().satisfies(message ->
          assertThat(message.sentence()).as(form.name()).contains(place.getFileName().toString()));
      assertThat(place).as(form.name()).exists();
    }
    assertThat(inference.networkProperty().get().name()).isEqualTo("cifar10");
  }

  @Test
  void aPlaceThatCanNotBeWrittenIsToldOf() throws Exception {
    open();
    load("cifar10");
    new NetworkExport(tools).write(NetworkExport.Form.DL4J, folder.resolve("no/such/folder.zip"));
    assertThat(messages.shown()).singleElement().satisfies(message ->
        assertThat(message.sentence()).contains("folder.zip"));
  }

  @Test
  void thePageFitsAProjector() throws Exception {
    NetworkPageView view = onFx(() -> {
      NetworkPageModel model = open();
      load("cifar10");
      return new NetworkPageView(model, new Label("buttons"), texts);
    });
    StackPane root = new StackPane(view.root());
    runFx(() -> root.setStyle("-fx-font-size: 21px"));
    show(root, 1024, 560);
    ScrollPane page = (ScrollPane) view.root();
    assertThat(onFx(() -> page.getContent().getLayoutBounds().getWidth()))
        .isLessThanOrEqualTo(onFx(() -> page.getViewportBounds().getWidth()) + 1);
  }
}
