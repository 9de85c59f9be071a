package cnnworkshop.core.train;

import cnnworkshop.core.text.Texts;
import java.util.List;

/**
 * Something to say to a person, in no language yet.
 *
 * @param key the text key
 * @param arguments what fills the text's {@code {0}}, {@code {1}}, …: numbers, names, or phrases of their own
 */
public record Phrase(String key, List<Object> arguments) {

  public Phrase {
    arguments = List.copyOf(arguments);
  }

  /** A phrase with its arguments in order. */
  public static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }

  /** The words, with numbers as the person's locale writes them. */
  public String in(Texts texts) {
    return texts.get(key, arguments.stream()
        .map(argument -> argument instanceof Phrase phrase ? phrase.in(texts) : argument).toArray());
  }
}
