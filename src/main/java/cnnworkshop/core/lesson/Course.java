package cnnworkshop.core.lesson;

import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All lessons in their order, with the glossary.
 *
 * @param lessons the pages
 * @param glossary the terms they use
 * @param mistakes what is wrong with their files; the pages are there all the same, without what is wrong
 */
public record Course(List<Lesson> lessons, Glossary glossary, List<LessonFailure> mistakes) {

  /** Where the course that ships lies on the class path. */
  public static final String SHIPPED = "/assets/lessons/";

  private static final String INDEX = "index.txt";
  private static final String GLOSSARY = "glossary.md";

  public Course {
    lessons = List.copyOf(lessons);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads a course: {@code index.txt} names its pages' files, one a line, in order; {@code glossary.md} holds the terms.
   *
   * @param folder where its files lie on the class path, such as {@link #SHIPPED}
   * @param demos names of the demos there are
   */
  public static Course load(String folder, Set<String> demos) {
    List<LessonFailure> mistakes = new ArrayList<>();
    Glossary glossary = Glossary.parse(GLOSSARY, read(folder, GLOSSARY, mistakes), mistakes);
    List<String> files =
        read(folder, INDEX, mistakes).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    LessonParser parser = new LessonParser(glossary.keys(), demos,
        files.stream().map(Course::id).collect(Collectors.toSet()));
    List<Lesson> lessons = new ArrayList<>();
    for (String file : files) {
      int before = mistakes.size();
      String markdown = read(folder, file, mistakes);
      if (mistakes.size() == before) {
        lessons.add(parser.parse(id(file), file, markdown, mistakes));
      }
    }
    return new Course(lessons, glossary, mistakes);
  }

  /** A file's name without number and ending. */
  static String id(String file) {
    return file.replaceFirst("^\\d+-", "").replaceFirst("\\.md$", "");
  }

  private static String read(String folder, String file, List<LessonFailure> mistakes) {
    try (InputStream in = Course.class.getResourceAsStream(folder + file)) {
      if (in == null) {
        mistakes.add(new LessonFailure(Kind.MISSING, file, 1, folder + file));
        return "";
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page of that name. */
  public Optional<Lesson> lesson(String id) {
    return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
  }
}
