package cnnworkshop.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cnnworkshop.core.lesson.Inline.Style;
import cnnworkshop.core.lesson.LessonFailure.Kind;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LessonParserTest {

  private final List<LessonFailure> mistakes = new ArrayList<>();
  private final LessonParser parser = new LessonParser(Set.of("stride"), Set.of("pooling"), Set.of("heaps"));

  @Test
  void theFirstLineIsTheTitle() {
    Lesson lesson = read("# Sliding *along*\n\nText.\n\n## Then\n\n### And");

    assertThat(lesson.title()).isEqualTo("Sliding along");
    assertThat(lesson.blocks()).containsExactly(new Block.Paragraph(List.of(plain("Text."))),
        new Block.Heading(2, List.of(plain("Then"))), new Block.Heading(3, List.of(plain("And"))));
    assertThat(mistakes).isEmpty();
  }

  @Test
  void runsOfTextKeepTheirLooks() {
    assertThat(paragraph("One\nline **and *bold*** `code` *it*")).containsExactly(plain("One line "),
        new Inline.Words("and bold", Style.STRONG), plain(" "), new Inline.Words("code", Style.CODE), plain(" "),
        new Inline.Words("it", Style.EMPHASIS));
  }

  @Test
  void linksAreTermsTabsOrAddresses() {
    assertThat(paragraph("[a](term:stride)[b](open:train?data=shapes10&network=cnn)[c](open:learn/heaps)"
        + "[d](https://example.org)")).containsExactly(new Inline.Term("a", "stride"),
            new Inline.Opens("b", "train?data=shapes10&network=cnn"), new Inline.Opens("c", "learn/heaps"),
            new Inline.Web("d", "https://example.org"));
    assertThat(mistakes).isEmpty();
  }

  @Test
  void whatLooksLikeMarkdownInAFormulaIsLatex() {
    assertThat(paragraph("a $x_1 * y_1 * z\\_2$ b")).containsExactly(plain("a "),
        new Inline.Formula("x_1 * y_1 * z\\_2"), plain(" b"));
    assertThat(body("$$\na_1\n- b * c * d\n\n+ \\frac{1}{2}\n$$\n\nafter")).containsExactly(
        new Block.Formula("a_1\n- b * c * d\n\n+ \\frac{1}{2}"), new Block.Paragraph(List.of(plain("after"))));
    assertThat(body("$$ x $$")).containsExactly(new Block.Formula("x"));
  }

  @Test
  void amountsOfMoneyAreNoFormula() {
    assertThat(paragraph("from $5 to $10, \\$x")).containsExactly(plain("from $5 to $10, $x"));
  }

  @Test
  void aTableHasAHeadAndRows() {
    assertThat(body("| a | b |\n|---|---|\n| $x$ | **y** |")).containsExactly(
        new Block.Table(List.of(List.of(plain("a")), List.of(plain("b"))), List.of(List.of(
            List.of(new Inline.Formula("x")), List.of(new Inline.Words("y", Style.STRONG))))));
  }

  @Test
  void listsAreNested() {
    assertThat(body("1. one\n2. two\n   - in")).singleElement().isEqualTo(new Block.Items(true,
        List.of(List.of(text("one")), List.of(text("two"), new Block.Items(false, List.of(List.of(text("in"))))))));
  }

  @Test
  void aDemoHasItsSettings() {
    assertThat(body("```demo pooling\nsize = 3\nrule=a=b\n\n```\n```\nplain\n```")).containsExactly(
        new Block.DemoPlace("pooling", Map.of("size", "3", "rule", "a=b")), new Block.CodeLines("plain"));
  }

  @Test
  void aQuestionHasAnswersWithReplies() {
    Block.Question question = (Block.Question) body(
        "```question q1\nHow\nmany?\n\n- 2. of them :: No.\n+ $n$ :: Yes:\n  so *many*.\n```").get(0);

    assertThat(question.id()).isEqualTo("q1");
    assertThat(PlainText.of(question.question())).isEqualTo("How many?");
    assertThat(question.answers()).extracting(a -> PlainText.of(a.text()), a -> a.right(),
        a -> PlainText.of(a.reply())).containsExactly(tuple("2. of them", false, "No."), tuple("n", true, "Yes: so many."));
    assertThat(mistakes).isEmpty();
  }

  @Test
  void aMistakeIsToldWithItsLine() {
    read("# T\n\nab [x](term:nothing) and\n[y](open:learn/nowhere)\n\n- in a [z](nothing)\n\n```demo nothing\n```\n\n"
        + "```demo pooling\na=1\nwrong\n```\n\n<b>html</b>\n\n$$ x\n");

    assertThat(mistakes).extracting(LessonFailure::kind, LessonFailure::line).containsExactly(
        tuple(Kind.UNKNOWN_TERM, 3), tuple(Kind.UNKNOWN_PAGE, 4), tuple(Kind.UNKNOWN_LINK, 6),
        tuple(Kind.UNKNOWN_DEMO, 8), tuple(Kind.BAD_SETTING, 13), tuple(Kind.UNSUPPORTED, 16),
        tuple(Kind.UNSUPPORTED, 16), tuple(Kind.OPEN_FORMULA, 18));
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsLeftOut() {
    Lesson lesson = read("# T\n\n```question a\nWhat?\n- one :: no\n- two :: no\n```\n\n```question b\nWhat?\n+ one :: y\n"
        + "```\n\n```question c\nWhat?\n\n- one\n+ two :: a [t](term:none)\n```\n\n```question c\nAgain\n- a :: b\n+ c :: d\n```");

    assertThat(lesson.blocks()).singleElement().isInstanceOf(Block.Question.class);
    assertThat(mistakes).extracting(LessonFailure::kind, LessonFailure::line).containsExactly(
        tuple(Kind.NO_RIGHT_ANSWER, 3), tuple(Kind.INCOMPLETE_QUESTION, 9), tuple(Kind.NO_REPLY, 17),
        tuple(Kind.UNKNOWN_TERM, 18), tuple(Kind.BAD_QUESTION_NAME, 21));
  }

  @Test
  void aPageWithoutTitleIsCalledByItsName() {
    assertThat(read("Text").title()).isEqualTo("test");
    assertThat(mistakes).extracting(LessonFailure::kind).containsExactly(Kind.NO_TITLE);
  }

  @Test
  void everyMistakeHasASentenceWithFileAndLine() {
    Texts texts = Texts.load(Locale.ENGLISH);
    for (Kind kind : Kind.values()) {
      String sentence = texts.sentence(new LessonFailure(kind, "07-x.md", 12, "about"));
      assertThat(sentence).contains("07-x.md");
      assertThat(kind == Kind.MISSING || sentence.contains("line 12")).as(sentence).isTrue();
    }
  }

  private Lesson read(String markdown) {
    return parser.parse("test", "01-test.md", markdown, mistakes);
  }

  private List<Block> body(String markdown) {
    return read("# T\n\n" + markdown).blocks();
  }

  private List<Inline> paragraph(String markdown) {
    return ((Block.Paragraph) body(markdown).get(0)).content();
  }

  private static Inline plain(String words) {
    return new Inline.Words(words, Style.PLAIN);
  }

  private static Block text(String words) {
    return new Block.Paragraph(List.of(plain(words)));
  }
}
