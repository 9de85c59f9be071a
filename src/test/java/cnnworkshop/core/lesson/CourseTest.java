package cnnworkshop.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {

  private final Course course = Course.load("/cnnworkshop/lesson-pages/", Set.of("counter", "broken"));
  private final LessonSearch search = new LessonSearch(course.lessons());

  @Test
  void pagesComeInTheOrderOfTheIndexWithoutTheirNumbers() {
    assertThat(course.mistakes()).isEmpty();
    assertThat(course.lessons()).extracting(Lesson::id).containsExactly("sliding", "heaps", "words");
    assertThat(course.lesson("heaps").orElseThrow().title()).isEqualTo("Heaps of maps");
    assertThat(course.lesson("none")).isEmpty();
  }

  @Test
  void aCourseThatIsNotThereSaysSo() {
    Course none = Course.load("/nowhere/", Set.of());

    assertThat(none.lessons()).isEmpty();
    assertThat(none.mistakes()).extracting(LessonFailure::kind).containsOnly(Kind.MISSING);
  }

  @Test
  void aTermHasANameAndADefinition() {
    Glossary.Entry stride = course.glossary().entry("stride").orElseThrow();

    assertThat(stride.name()).isEqualTo("Stride");
    assertThat(PlainText.of(stride.definition()))
        .isEqualTo("How many cells the filter moves from one place to the next: s = 2 halves the size.");
    assertThat(course.glossary().entry("filter").map(entry -> PlainText.of(entry.definition())))
        .hasValue("a small grid of weights that is laid on the picture.");
  }

  @Test
  void aTermWithoutDefinitionIsAMistake() {
    List<LessonFailure> mistakes = new ArrayList<>();
    Glossary glossary = Glossary.parse("glossary.md",
        "# G\n\n## a\n**A**\n\n## b\nno name\n\n## c\n**C**: [x](term:z)\n\n## c\n**C** again", mistakes);

    assertThat(glossary.keys()).containsExactly("c");
    assertThat(mistakes).extracting(LessonFailure::kind, LessonFailure::line).containsExactly(
        tuple(Kind.BAD_TERM, 3), tuple(Kind.BAD_TERM, 6), tuple(Kind.UNKNOWN_TERM, 10), tuple(Kind.BAD_TERM, 12));
  }

  @Test
  void wordsAreFoundInTitlesFirst() {
    assertThat(search.find("WORDS")).extracting(hit -> hit.lesson().id()).containsExactly("words");
    assertThat(search.find("largest keeps")).extracting(hit -> hit.lesson().id()).containsExactly("sliding", "words");
    assertThat(search.find("filter maps")).extracting(hit -> hit.lesson().id()).containsExactly("heaps");
  }

  @Test
  void accentsDoNotCountAndTheExcerptHasWhatWasFound() {
    assertThat(search.find("resume")).singleElement()
        .satisfies(hit -> assertThat(hit.excerpt()).startsWith("… ").contains("résumé"));
    assertThat(search.find("  ")).isEmpty();
    assertThat(search.find("zebra")).isEmpty();
  }
}
