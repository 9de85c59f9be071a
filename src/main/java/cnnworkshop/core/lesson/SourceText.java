package cnnworkshop.core.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts lines out of the project's own source, which the build lays beside the classes, so that what is shown is what
 * computes.
 */
public final class SourceText {

  private static final String FOLDER = "/assets/source/";

  /**
   * Lines of a file.
   *
   * @param file below {@code core}
   * @param firstLine the number of the first, from 1
   * @param code them, moved to the left edge
   */
  public record Cut(String file, int firstLine, String code) {}

  /**
   * Cuts out a method or class.
   *
   * @param file below {@code core}, such as {@code op/Convolution.java}
   * @param from how its first line begins, without the spaces before it; it ends with the brace that closes what opens
   *     there, or with a semicolon before any
   * @throws IllegalArgumentException if there is no such file or line, or no end
   */
  public Cut cut(String file, String from) {
    List<String> lines = read(file).lines().toList();
    for (int first = 0; first < lines.size(); first++) {
      if (lines.get(first).strip().startsWith(from)) {
        int last = end(lines, first);
        int indent = lines.get(first).length() - lines.get(first).stripLeading().length();
        return new Cut(file, first + 1, lines.subList(first, last + 1).stream()
            .map(line -> line.substring(Math.min(indent, line.length() - line.stripLeading().length())).stripTrailing())
            .collect(Collectors.joining("\n")));
      }
    }
    throw new IllegalArgumentException("no line of " + file + " begins with " + from);
  }

  private static String read(String file) {
    try (InputStream in = SourceText.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException(FOLDER + file + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line, from 0, in which what begins in line {@code first} ends. */
  private static int end(List<String> lines, int first) {
    int depth = 0;
    boolean inComment = false;
    for (int i = first; i < lines.size(); i++) {
      String line = lines.get(i);
      for (int at = 0; at < line.length(); at++) {
        char c = line.charAt(at);
        if (inComment) {
          inComment = !line.startsWith("*/", at);
        } else if (line.startsWith("//", at)) {
          break;
        } else if (line.startsWith("/*", at)) {
          inComment = true;
        } else if (c == '"' || c == '\'') {
          at = closingQuote(line, at);
        } else if (c == '{' || c == '(') {
          depth++;
        } else if (c == '}' || c == ')') {
          depth--;
        }
        if (!inComment && depth == 0 && (c == '}' || c == ';')) {
          return i;
        }
      }
    }
    throw new IllegalArgumentException("what begins in line " + (first + 1) + " has no end");
  }

  private static int closingQuote(String line, int open) {
    for (int at = open + 1; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (line.charAt(at) == line.charAt(open)) {
        return at;
      }
    }
    return line.length();
  }
}
