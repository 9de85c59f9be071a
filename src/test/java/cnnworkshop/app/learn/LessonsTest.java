package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.lesson.Course;
import cnnworkshop.core.lesson.Inline;
import cnnworkshop.core.lesson.Lesson;
import cnnworkshop.core.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The course that ships, as it is written: nothing in it leads nowhere. */
class LessonsTest {

  private final Course course = Course.load(Course.SHIPPED, Demos.all().keySet());

  @Test
  void noPageHasAMistake() {
    Texts texts = Texts.load(Locale.ENGLISH);

    assertThat(course.mistakes()).extracting(texts::sentence).isEmpty();
  }

  @Test
  void theWorkshopsSectionsAreThereInTheirOrder() {
    assertThat(course.lessons()).extracting(Lesson::id).containsExactly("convnet", "sparse-connectivity",
        "weight-sharing", "convolution", "pooling", "first-layer", "any-size", "inner-layers", "fully-connected",
        "reusing", "overfitting", "dropout", "practical", "source");
  }

  @Test
  void everyPageButThatAboutTheSourceAsksSomething() {
    assertThat(course.lessons()).filteredOn(lesson -> !lesson.id().equals("source")).allSatisfy(
        lesson -> assertThat(lesson.blocks()).as(lesson.id()).hasAtLeastOneElementOfType(Block.Question.class));
  }

  @Test
  void everyDemoHasItsPage() {
    Set<String> placed = new HashSet<>();
    blocks().filter(Block.DemoPlace.class::isInstance).forEach(block -> placed.add(((Block.DemoPlace) block).name()));

    assertThat(placed).isEqualTo(Demos.all().keySet());
  }

  @Test
  void everyTermOfTheGlossaryIsUsed() {
    Set<String> used = new HashSet<>();
    inlines().filter(Inline.Term.class::isInstance).forEach(inline -> used.add(((Inline.Term) inline).term()));

    assertThat(used).isEqualTo(course.glossary().keys());
  }

  @Test
  void everyFormulaCanBeTypeset() {
    Stream.concat(inlines().filter(Inline.Formula.class::isInstance).map(inline -> ((Inline.Formula) inline).latex()),
        blocks().filter(Block.Formula.class::isInstance).map(block -> ((Block.Formula) block).latex()))
        .forEach(latex -> assertThatCode(() -> FormulaOutline.of(latex, true)).as(latex).doesNotThrowAnyException());
  }

  private Stream<Block> blocks() {
    return course.lessons().stream().flatMap(lesson -> lesson.blocks().stream()).flatMap(LessonsTest::within);
  }

  private static Stream<Block> within(Block block) {
    return block instanceof Block.Items items
        ? items.items().stream().flatMap(List::stream).flatMap(LessonsTest::within) : Stream.of(block);
  }

  private Stream<Inline> inlines() {
    return Stream.concat(blocks().flatMap(LessonsTest::inlines), course.glossary().keys().stream()
        .flatMap(key -> course.glossary().entry(key).orElseThrow().definition().stream()));
  }

  private static Stream<Inline> inlines(Block block) {
    if (block instanceof Block.Heading heading) {
      return heading.content().stream();
    } else if (block instanceof Block.Paragraph paragraph) {
      return paragraph.content().stream();
    } else if (block instanceof Block.Table table) {
      return Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream)).flatMap(List::stream);
    } else if (block instanceof Block.Question question) {
      return Stream.concat(question.question().stream(), question.answers().stream()
          .flatMap(answer -> Stream.concat(answer.text().stream(), answer.reply().stream())));
    }
    return Stream.empty();
  }
}
