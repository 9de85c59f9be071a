package cnnworkshop.core.lesson;

import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The terms lessons use, each with a short definition. Written in Markdown: a heading {@code ## KEY}, below it the name
 * in bold, then the definition.
 */
public final class Glossary {

  private static final Pattern HEADING = Pattern.compile("##\\s+(\\S+)\\s*");

  /**
   * A term.
   *
   * @param name as it is written
   * @param definition one or two sentences
   */
  public record Entry(String name, List<Inline> definition) {}

  private final Map<String, Entry> entries;

  private Glossary(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  /**
   * Reads a glossary.
   *
   * @param file the file's name, for mistakes
   * @param mistakes where mistakes are added
   */
  public static Glossary parse(String file, String markdown, List<LessonFailure> mistakes) {
    List<Section> sections = sections(markdown);
    InlineReader inlines =
        new InlineReader(sections.stream().map(Section::key).collect(Collectors.toSet()), Set.of());
    Faults faults = new Faults(file, 0, mistakes);
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Section section : sections) {
      List<Inline> content = new ArrayList<>(inlines.text(section.text().toString().strip(), faults.after(section.line())));
      String name = "";
      if (!content.isEmpty() && content.get(0) instanceof Inline.Words words && words.style() == Inline.Style.STRONG) {
        name = words.text();
        content.remove(0);
      }
      if (!content.isEmpty() && content.get(0) instanceof Inline.Words words) {
        // The line end after the name, and what one may put between name and definition.
        content.set(0, new Inline.Words(words.text().replaceFirst("^[\\s:.–—-]+", ""), words.style()));
      }
      if (name.isBlank() || PlainText.of(content).isBlank() || entries.containsKey(section.key())) {
        faults.add(Kind.BAD_TERM, section.line(), section.key());
      } else {
        entries.put(section.key(), new Entry(name, List.copyOf(content)));
      }
    }
    return new Glossary(entries);
  }

  /** Text below a heading; {@code line}: that of the heading, from 1. */
  private record Section(String key, int line, StringBuilder text) {}

  private static List<Section> sections(String markdown) {
    List<Section> sections = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher heading = HEADING.matcher(lines.get(i));
      if (heading.matches()) {
        sections.add(new Section(heading.group(1), i + 1, new StringBuilder()));
      } else if (!sections.isEmpty() && !lines.get(i).isBlank()) {
        // A definition is one paragraph, however it is written.
        sections.get(sections.size() - 1).text().append(lines.get(i).strip()).append('\n');
      }
    }
    return sections;
  }

  /** The term of a key. */
  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** All keys. */
  public Set<String> keys() {
    return entries.keySet();
  }
}
