package cnnworkshop.app.learn;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.lesson.Lesson;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** How far one is: which pages were opened, which questions answered right. Kept in the settings. */
public final class ProgressModel {

  private final Settings settings;
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

  ProgressModel(Settings settings) {
    this.settings = settings;
    InvalidationListener changed = observable -> changes.set(changes.get() + 1);
    settings.lessonsOpened().addListener(changed);
    settings.questionsRight().addListener(changed);
  }

  /** Grows with every change, for whoever shows progress. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  void opened(Lesson lesson) {
    add(settings.lessonsOpened(), lesson.id());
  }

  void right(String question) {
    add(settings.questionsRight(), question);
  }

  private static void add(List<String> list, String name) {
    if (!list.contains(name)) {
      list.add(name);
    }
  }

  /** Whether a page was opened. */
  public boolean isOpened(Lesson lesson) {
    return settings.lessonsOpened().contains(lesson.id());
  }

  /** How many questions a page has. */
  public int questions(Lesson lesson) {
    return (int) questionsOf(lesson).count();
  }

  /** How many of them were answered right. */
  public int right(Lesson lesson) {
    return (int) questionsOf(lesson).filter(question -> settings.questionsRight().contains(question.id())).count();
  }

  /** Whether a page was opened and all it asks was answered right. */
  public boolean isDone(Lesson lesson) {
    return isOpened(lesson) && right(lesson) == questions(lesson);
  }

  private static Stream<Block.Question> questionsOf(Lesson lesson) {
    return lesson.blocks().stream().filter(Block.Question.class::isInstance).map(Block.Question.class::cast);
  }
}
