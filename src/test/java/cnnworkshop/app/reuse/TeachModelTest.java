package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.image.Photo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachModelTest {

  @TempDir
  Path folder;
  private TeachTab tab;

  @AfterEach
  void close() {
    tab.close();
  }

  private TeachModel open() throws Exception {
    tab = new TeachTab(folder, Runnable::run);
    tab.load();
    return tab.model;
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    TeachModel model = open();
    assertThat(model.readyProperty().get()).isFalse();
    assertThat(model.lineProperty().get()).isEqualTo("Thing 1: 5 pictures more at least; 20 of each are good.");
    tab.give(4);
    assertThat(model.lineProperty().get()).startsWith("tomato: one picture more");
    tab.give(1);
    assertThat(model.readyProperty().get()).isTrue();
    model.things().get(1).nameProperty().set("tomato ");
    assertThat(model.readyProperty().get()).isFalse();
    assertThat(model.lineProperty().get()).contains("a name of its own");
  }

  @Test
  void itLearnsAndThenSaysWhatIsSeenAndWhatIsNeither() throws Exception {
    TeachModel model = open();
    tab.give(10);
    model.teach();
    assertThat(model.learnedProperty().get().judged()).isEqualTo(20);
    assertThat(model.learnedProperty().get().right()).isGreaterThan(17);
    assertThat(model.lineProperty().get()).startsWith("Learned. Of 20 pictures");

    tab.look.show(TeachTab.photo(TeachTab.BLUE, new Random(77)));
    TeachLookModel.Answer sky = tab.look.answerProperty().get();
    assertThat(sky.names().get(sky.best())).isEqualTo("sky");
    tab.look.show(TeachTab.photo(0x20C020, new Random(78)));
    assertThat(tab.look.answerProperty().get().neither()).as("a green picture").isTrue();
  }

  @Test
  void whatWasLearnedCanBeUsedInAllTabsAndWritten() throws Exception {
    TeachModel model = open();
    tab.give(6);
    model.teach();
    model.use();
    assertThat(tab.inference.networkProperty().get().info().labels()).containsExactly("tomato", "sky");
    Path file = folder.resolve("mine.zip");
    model.save(file);
    assertThat(file).exists();
    model.save(folder.resolve("not there/mine.zip"));
    assertThat(tab.messages.shown()).last().satisfies(message ->
        assertThat(message.kind()).isEqualTo(Message.Kind.FAILURE));
  }

  @Test
  void givenUpNothingIsLearnedAndWhatWasLearnedBeforeStays() throws Exception {
    SteppedExecutor trainer = new SteppedExecutor();
    tab = new TeachTab(folder, trainer);
    tab.load();
    tab.give(6);
    tab.model.teach();
    assertThat(tab.model.runningProperty().get()).isTrue();
    tab.model.stop();
    trainer.runAll();
    assertThat(tab.model.runningProperty().get()).isFalse();
    assertThat(tab.model.learnedProperty().get()).isNull();
    assertThat(tab.model.readyProperty().get()).isTrue();
  }

  @Test
  void twoThingsAreTheLeastAndFiveTheMost() throws Exception {
    TeachModel model = open();
    model.removeThing(model.things().get(0));
    assertThat(model.things()).hasSize(2);
    for (int i = 0; i < 6; i++) {
      model.addThing();
    }
    assertThat(model.things()).hasSize(5);
  }

  @Test
  void filesThatAreNoPicturesAreToldOfAndTheOthersAdded() throws Exception {
    TeachModel model = open();
    Path picture = folder.resolve("one.png");
    ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path text = Files.writeString(folder.resolve("two.png"), "no picture");
    model.open(model.things().get(0), List.of(text, picture));
    assertThat(model.things().get(0).pictures()).hasSize(1);
    assertThat(tab.messages.shown()).singleElement().satisfies(message ->
        assertThat(message.sentence()).contains("two.png"));
    model.open(model.things().get(1), List.of(folder));
    assertThat(model.things().get(1).pictures()).as("the pictures of a folder, and nothing else").hasSize(1);
    assertThat(tab.messages.shown()).hasSize(1);
  }

  @Test
  void theCamerasPictureIsLookedAtAndCanBeAdded() throws Exception {
    TeachModel model = open();
    Photo frame = TeachTab.photo(TeachTab.RED, new Random(1));
    tab.camera.show(frame);
    tab.look.toggleCamera();
    for (int i = 0; i < 4; i++) {
      tab.cameraThread.runOne();
    }
    assertThat(tab.look.photoProperty().get()).isNotNull();
    model.add(model.things().get(1), tab.look.photoProperty().get());
    assertThat(model.things().get(1).pictures()).hasSize(1);
    tab.look.leave();
    tab.cameraThread.runAll();
    assertThat(tab.camera.isOpen()).as("its light is off").isFalse();
  }

  @Test
  void withoutACameraASentenceSaysSo() throws Exception {
    open();
    tab.camera.fail(CameraFailure.Kind.NONE);
    tab.look.toggleCamera();
    tab.cameraThread.runAll();
    assertThat(tab.look.troubleProperty().get()).isNotBlank();
    assertThat(tab.look.photoProperty().get()).isNull();
  }
}
