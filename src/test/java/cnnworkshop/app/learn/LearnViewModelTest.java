package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.learn.QuestionModel.Verdict;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.lesson.Course;
import cnnworkshop.core.lesson.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnViewModelTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Course course = Course.load(TestLessons.FOLDER, TestLessons.DEMOS);
  private final List<String> opened = new ArrayList<>();

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void pagesFollowEachOther() {
    LearnViewModel model = model();
    assertThat(model.hasPreviousProperty().get()).isFalse();
    model.next();
    assertThat(page(model)).isEqualTo("heaps");
    model.next();
    assertThat(model.hasNextProperty().get()).isFalse();
    model.next();
    assertThat(page(model)).isEqualTo("words");
    model.previous();
    assertThat(page(model)).isEqualTo("heaps");
    assertThat(model.number()).isEqualTo(2);
  }

  @Test
  void aLinkOpensAPageOrIsHandedOn() {
    LearnViewModel model = model();
    model.open("learn/words");
    assertThat(page(model)).isEqualTo("words");
    model.open("train?data=shapes10");
    assertThat(opened).containsExactly("train?data=shapes10");
    model.show("nowhere");
    assertThat(page(model)).isEqualTo("words");
  }

  @Test
  void progressAndThePageAreThereAtTheNextStart() {
    try (SettingsFile file = file()) {
      LearnViewModel model = new LearnViewModel(course, new Settings(file), opened::add);
      model.show("heaps");
      QuestionModel question = question(model, "heaps");
      question.choose(0, true);
      question.choose(1, true);
      question.check();
    }
    LearnViewModel again = model();

    assertThat(page(again)).isEqualTo("heaps");
    Lesson heaps = course.lesson("heaps").orElseThrow();
    assertThat(again.progress().isDone(heaps)).isTrue();
    assertThat(again.progress().isOpened(course.lesson("words").orElseThrow())).isFalse();
    again.reset();
    assertThat(page(again)).isEqualTo("sliding");
    assertThat(again.progress().right(heaps)).isZero();
    assertThat(again.progress().isOpened(heaps)).isFalse();
    assertThat(question(again, "heaps").isChosen(0)).isFalse();
  }

  @Test
  void aPageThatWasNotLookedAtIsNotOpened() {
    LearnViewModel model = model();
    Lesson first = model.lessonProperty().get();
    assertThat(model.progress().isOpened(first)).isFalse();
    model.seen();
    assertThat(model.progress().isOpened(first)).isTrue();
    assertThat(model.progress().isDone(first)).as("its question is not answered").isFalse();
  }

  @Test
  void aWrongAnswerMayBeTriedAgain() {
    LearnViewModel model = model();
    QuestionModel question = question(model, "sliding");
    question.check();
    assertThat(question.verdictProperty().get()).as("nothing chosen").isEqualTo(Verdict.NONE);
    question.choose(0, true);
    question.check();
    assertThat(question.verdictProperty().get()).isEqualTo(Verdict.WRONG);
    question.choose(1, true);
    assertThat(question.verdictProperty().get()).isEqualTo(Verdict.NONE);
    assertThat(question.isChosen(0)).as("one answer at a time").isFalse();
    question.check();
    assertThat(question.verdictProperty().get()).isEqualTo(Verdict.RIGHT);
    assertThat(question.replied()).containsExactly(question.question().answers().get(1));
    assertThat(model.progress().right(model.lessonProperty().get())).isEqualTo(1);
  }

  @Test
  void ofSeveralRightAnswersAllAreWanted() {
    LearnViewModel model = model();
    QuestionModel question = question(model, "heaps");
    question.choose(0, true);
    question.check();
    assertThat(question.verdictProperty().get()).isEqualTo(Verdict.INCOMPLETE);
    question.choose(1, true);
    question.choose(2, true);
    question.check();
    assertThat(question.verdictProperty().get()).isEqualTo(Verdict.WRONG);
    assertThat(question.replied()).as("the wrong one alone is spoken of")
        .containsExactly(question.question().answers().get(2));
    question.choose(2, false);
    question.check();
    assertThat(question.verdictProperty().get()).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void theSearchFollowsTheWords() {
    LearnViewModel model = model();
    model.searchProperty().set("largest");
    assertThat(model.found()).extracting(hit -> hit.lesson().id()).containsExactly("sliding", "words");
    model.searchProperty().set("");
    assertThat(model.found()).isEmpty();
  }

  @Test
  void aCourseWithoutPagesHasNone() {
    LearnViewModel model = new LearnViewModel(Course.load("/nowhere/", Set.of()), new Settings(file()), opened::add);
    model.next();
    model.reset();
    model.seen();
    assertThat(model.lessonProperty().get()).isNull();
  }

  private QuestionModel question(LearnViewModel model, String page) {
    return model.question(course.lesson(page).orElseThrow().blocks().stream()
        .filter(Block.Question.class::isInstance).map(Block.Question.class::cast).findFirst().orElseThrow());
  }

  private static String page(LearnViewModel model) {
    return model.lessonProperty().get().id();
  }

  private LearnViewModel model() {
    return new LearnViewModel(course, new Settings(file()), opened::add);
  }

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("settings.json"), timer, e -> {
      throw new AssertionError(e);
    });
  }
}
