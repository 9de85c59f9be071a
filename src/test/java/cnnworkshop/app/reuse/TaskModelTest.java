package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Shape;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskModelTest {

  @TempDir
  Path folder;

  @Test
  void classesThatAreNotWantedAreLeftOut() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    assertThat(tab.model.task().classes()).extracting(ClassChoice::name).containsExactly("dark", "grey", "light");
    tab.model.task().classes().get(1).chosenProperty().set(false);
    NewTask task = tab.model.task().taskProperty().get();
    assertThat(task.outputs()).isEqualTo(2);
    assertThat(task.classNames()).isEqualTo("dark, light");
    PictureTask pictures = (PictureTask) task.pictures();
    assertThat(pictures.classNames()).containsExactly("dark", "light");
    assertThat(pictures.available()).isEqualTo(2 * task.mostOfEach());
    assertThat(pictures.tested()).isEqualTo(task.tested()).isPositive();
  }

  @Test
  void aSingleClassIsNoTask() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    tab.model.task().classes().get(0).chosenProperty().set(false);
    tab.model.task().classes().get(1).chosenProperty().set(false);
    assertThat(tab.model.task().taskProperty().get()).isNull();
    assertThat(tab.model.whyNoTraining().get()).contains("at least two classes");
    assertThat(tab.model.cut().planProperty().get().ofHead()).isEmpty();
  }

  @Test
  void aNetworkOfGreyPicturesGetsThemWithoutColours() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withPictures(20);
    tab.load(ReuseTab.base("grey", 1));
    NewTask task = tab.model.task().taskProperty().get();
    assertThat(task.input()).isEqualTo(new Shape(1, 32, 32));
    TrainingTask pictures = task.pictures();
    assertThat(pictures.input()).isEqualTo(task.input());
    assertThat(tab.model.whyNoTraining().get()).isEmpty();
  }

  @Test
  void numbersOfPicturesThatSomeClassHasNotAreNotRaced() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    int most = tab.model.choices().mostProperty().get();
    assertThat(most).isBetween(10, 20);
    assertThat(tab.model.choices().race().perClass()).containsExactly(10);
    tab.model.choices().numberProperty(10).set(false);
    assertThat(tab.model.whyNoRace().get()).contains("number of pictures");
    assertThat(tab.model.whyNoTraining().get()).isEmpty();
    tab.model.choices().onceProperty().set(500);
    assertThat(tab.model.choices().single().get(0).perClass()).isEqualTo(most);
  }

  @Test
  void withoutPicturesOrWithoutANetworkItSaysWhatIsMissing() throws Exception {
    ReuseTab tab = new ReuseTab(folder);
    assertThat(tab.model.whyNoTraining().get()).contains("No network");
    tab.withBase("base");
    assertThat(tab.model.whyNoTraining().get()).contains("Choose pictures");
    tab.withPictures(20);
    assertThat(tab.model.whyNoRace().get()).isEmpty();
  }

  @Test
  void shapesAreChosenByNameAsSoonAsTheyAreThere() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    List<String> wanted = Exercise.others();
    tab.model.task().takeShapes(0.7, wanted);
    assertThat(tab.model.task().taskProperty().get().classNames()).isEqualTo(String.join(", ", wanted));
    assertThat(tab.model.task().taskProperty().get().tested()).as("no more than a thousand")
        .isEqualTo(NewTask.MOST_TESTED);
  }
}
