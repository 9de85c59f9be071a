package cnnworkshop.core.lesson;

import cnnworkshop.core.lesson.Block.Question.Answer;
import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;

/** Reads fenced blocks: places for demos, questions, and plain code. One for all pages of a course. */
final class FenceReader {

  private static final String REPLY = "::";

  private final InlineReader inlines;
  private final Set<String> demos;
  private final Set<String> questions = new HashSet<>();

  /** @param demos names of the demos there are */
  FenceReader(InlineReader inlines, Set<String> demos) {
    this.inlines = inlines;
    this.demos = Set.copyOf(demos);
  }

  /** What a fenced block stands for; empty if it can't be used. */
  Optional<Block> read(FencedCodeBlock fence, Faults faults) {
    String[] info = (fence.getInfo() == null ? "" : fence.getInfo()).strip().split("\\s+", 2);
    String name = info.length > 1 ? info[1] : "";
    // Lines of the block follow the line with its fence.
    return switch (info[0]) {
      case "demo" -> demo(name, fence, faults);
      case "question" -> question(name, fence, faults);
      default -> Optional.of(new Block.CodeLines(fence.getLiteral().stripTrailing()));
    };
  }

  private Optional<Block> demo(String name, FencedCodeBlock fence, Faults faults) {
    if (!demos.contains(name)) {
      faults.add(Kind.UNKNOWN_DEMO, fence, name);
      return Optional.empty();
    }
    Faults inside = faults.after(Faults.line(fence));
    Map<String, String> settings = new LinkedHashMap<>();
    List<String> lines = fence.getLiteral().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int equals = line.indexOf('=');
      if (equals > 0) {
        settings.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isEmpty()) {
        inside.add(Kind.BAD_SETTING, i + 1, line);
      }
    }
    return Optional.of(new Block.DemoPlace(name, Map.copyOf(settings)));
  }

  private Optional<Block> question(String name, FencedCodeBlock fence, Faults faults) {
    if (name.isEmpty() || !questions.add(name)) {
      faults.add(Kind.BAD_QUESTION_NAME, fence, name);
      return Optional.empty();
    }
    Faults inside = faults.after(Faults.line(fence));
    List<Part> parts = parts(fence.getLiteral());
    List<Inline> asked = inlines.text(parts.get(0).text(), inside.after(parts.get(0).before()));
    List<Answer> answers = new ArrayList<>();
    for (Part part : parts.subList(1, parts.size())) {
      answers.add(answer(part, inside));
    }
    if (asked.isEmpty() || answers.size() < 2) {
      faults.add(Kind.INCOMPLETE_QUESTION, fence, name);
      return Optional.empty();
    }
    if (answers.stream().noneMatch(Answer::right)) {
      faults.add(Kind.NO_RIGHT_ANSWER, fence, name);
      return Optional.empty();
    }
    return Optional.of(new Block.Question(name, asked, List.copyOf(answers)));
  }

  private Answer answer(Part part, Faults inside) {
    int colons = part.text().indexOf(REPLY);
    String text = colons < 0 ? part.text() : part.text().substring(0, colons);
    String reply = colons < 0 ? "" : part.text().substring(colons + REPLY.length());
    if (text.isBlank() || reply.isBlank()) {
      inside.add(Kind.NO_REPLY, part.before() + 1, part.text());
    }
    Faults here = inside.after(part.before());
    return new Answer(inlines.text(text.strip(), here), part.sign() == '+', inlines.text(reply.strip(), here));
  }

  /** Some lines that belong together, after their sign; {@code before}: lines above them in the block. */
  private record Part(char sign, String text, int before) {}

  /** What is asked, then the answers, each with the lines that go on with it. */
  private static List<Part> parts(String literal) {
    List<Part> parts = new ArrayList<>(List.of(new Part(' ', "", 0)));
    List<String> lines = literal.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("- ") || line.startsWith("+ ")) {
        parts.add(new Part(line.charAt(0), line.substring(2).strip(), i));
      } else if (!line.isEmpty()) {
        Part last = parts.remove(parts.size() - 1);
        boolean first = last.text().isEmpty();
        parts.add(new Part(last.sign(), first ? line : last.text() + "\n" + line, first ? i : last.before()));
      }
    }
    return parts;
  }
}
