package cnnworkshop.core.lesson;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds words in the titles and texts of a course's pages, wherever they begin; case and accents do not count. */
public final class LessonSearch {

  /** How much is quoted around what was found, in characters. */
  private static final int BEFORE = 30;
  private static final int QUOTED = 100;

  /**
   * A page that has all the words.
   *
   * @param lesson the page
   * @param excerpt some of its text around the first of them; its beginning if only the title has them
   */
  public record Hit(Lesson lesson, String excerpt) {}

  /** A page as it is searched; {@code folded} has a character for each of {@code text}. */
  private record Page(Lesson lesson, String title, String text, String folded) {}

  private final List<Page> pages;

  /** @param lessons what is searched, in order */
  public LessonSearch(List<Lesson> lessons) {
    pages = lessons.stream().map(lesson -> {
      String text = PlainText.of(lesson).replaceAll("\\s+", " ");
      return new Page(lesson, fold(lesson.title()), text, fold(text));
    }).toList();
  }

  /** The pages with all of the words: those with one of them in the title first, else in order. */
  public List<Hit> find(String query) {
    List<String> words = List.of(fold(query.strip()).split("\\s+"));
    if (words.get(0).isEmpty()) {
      return List.of();
    }
    List<Hit> titled = new ArrayList<>();
    List<Hit> others = new ArrayList<>();
    for (Page page : pages) {
      if (words.stream().allMatch(word -> page.title().contains(word) || page.folded().contains(word))) {
        boolean inTitle = words.stream().anyMatch(page.title()::contains);
        (inTitle ? titled : others).add(new Hit(page.lesson(), excerpt(page, words)));
      }
    }
    titled.addAll(others);
    return titled;
  }

  private static String excerpt(Page page, List<String> words) {
    int at = words.stream().mapToInt(page.folded()::indexOf).filter(i -> i >= 0).min().orElse(0);
    int from = at <= BEFORE ? 0 : page.text().lastIndexOf(' ', at - BEFORE) + 1;
    int to = Math.min(page.text().length(), from + QUOTED);
    String quoted = page.text().substring(from, to).strip();
    return (from > 0 ? "… " : "") + quoted + (to < page.text().length() ? " …" : "");
  }

  /** Character for character, so that a place in the folded text is one in the text. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD).charAt(0));
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
