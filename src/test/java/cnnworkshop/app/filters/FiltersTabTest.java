package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.control.TabParts;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Threads;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole Filters tab as the program puts it together, with the network that ships: shown before the network is
 * there, then walked through part by part. {@code -Ddocs.pictures=docs/pictures} renews the documentation's picture.
 */
class FiltersTabTest extends FxTest {

  private static final Path PICTURES = Path.of(System.getProperty("docs.pictures", "target/docs-pictures"));

  @TempDir
  Path folder;

  @Test
  void everyPartShowsTheNetworkThatIsLoadedWhileTheTabIsOpen() throws Exception {
    Path model = new ShippedModels(folder).keypoints();
    SampleImages samples = new SampleImages(new PhotoLoader());
    try (Threads threads = new Threads();
        GalleryTab tab = new GalleryTab(folder, threads.inference(), threads.background(), Platform::runLater)) {
      List<TabPart> sections = onFx(() -> FiltersSections.all(tab.tools, tab, () -> model));
      FiltersViewModel filters = onFx(() ->
          new FiltersViewModel(tab.tools, sections.stream().map(TabPart::id).toList()));
      TabParts view = onFx(() -> new TabParts(filters.sectionProperty(), filters::show, sections, tab.texts));
      show(view.root(), 1280, 760);
      walk(view, sections);

      Callable<Dl4jBackend> backend = () -> Dl4jBackend.start(0);
      runFx(() -> {
        Appearance.dressLight(view.root().getScene());
        filters.show(sections.get(0).id());
        tab.inference.load(none -> backend.call().open(model), () -> {}, e -> tab.messages.report(e));
      });
      waitUntil(() -> tab.unit.get() != null);
      var face = samples.load(samples.all().get(0));
      runFx(() -> tab.subject.set(new Subject("a face", face, new FaceSquare(222, 118, 130, 0))));
      waitUntil(() -> says(view.root(), "Filter 0 of conv1"));
      walk(view, sections);

      runFx(() -> filters.choose("conv1", 4));
      waitUntil(() -> says(view.root(), "Filter 4 of conv1"));
      assertThat(tab.told()).as("nothing went wrong").isEmpty();
      Files.createDirectories(PICTURES);
      ImageIO.write(snapshot(view.root()), "png", PICTURES.resolve("filters-tab.png").toFile());
    }
  }

  /** Shows every part by its key, and the first again. */
  private void walk(TabParts view, List<TabPart> sections) {
    for (int i = 0; i < sections.size(); i++) {
      runFx(() -> view.root().requestFocus());
      robot().push(new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (i + 1)), KeyCombination.ALT_DOWN));
      settle();
      assertThat(onFx(() -> words(view.root()))).as(sections.get(i).id()).isNotEmpty();
    }
    robot().push(new KeyCodeCombination(KeyCode.DIGIT1, KeyCombination.ALT_DOWN));
    settle();
  }

  private static boolean says(Parent root, String words) {
    return words(root).stream().anyMatch(text -> text.contains(words));
  }

  private static List<String> words(Parent root) {
    return root.lookupAll(".label").stream().filter(Node::isVisible).filter(Label.class::isInstance)
        .map(node -> String.valueOf(((Label) node).getText())).filter(text -> !text.isBlank()).toList();
  }
}
