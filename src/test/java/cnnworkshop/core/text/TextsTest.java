package cnnworkshop.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the program's source: every key is a whole string literal there, and every such literal has a text. */
class TextsTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  /** What can be a key at all: words with dots between them. */
  private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern FILE_NAME = Pattern.compile(".*\\.(json|zip|csv|png|npy|log|css|md|properties)");
  private static final Object[] ARGUMENTS = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private final Texts texts = Texts.load(Locale.ENGLISH);

  @Test
  void everyTextIsUsed() {
    Set<String> unused = new TreeSet<>(texts.keys());
    unused.removeAll(literals());

    assertThat(unused).isEmpty();
  }

  @Test
  void everyKeyInTheSourceHasAText() {
    // A literal is meant as a key if it begins as keys do: with the same first words as a text there is.
    Set<String> beginnings = texts.keys().stream().map(TextsTest::beginning).collect(Collectors.toSet());
    Set<String> missing = literals().stream()
        .filter(literal -> KEY.matcher(literal).matches() && !FILE_NAME.matcher(literal).matches())
        .filter(literal -> beginnings.contains(beginning(literal)))
        .filter(literal -> !texts.keys().contains(literal))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void noKeyIsThereTwice() throws IOException {
    List<String> twice = new ArrayList<>();
    Properties once = new Properties() {
      private static final long serialVersionUID = 1L;

      @Override
      public synchronized Object put(Object key, Object value) {
        Object before = super.put(key, value);
        if (before != null) {
          twice.add(key.toString());
        }
        return before;
      }
    };
    try (InputStream in = Texts.class.getResourceAsStream("/assets/texts.properties")) {
      once.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    assertThat(twice).isEmpty();
    assertThat(once).isNotEmpty();
  }

  @Test
  void everyTextIsAPatternThatCanBeFilledIn() {
    for (String key : texts.keys()) {
      assertThatCode(() -> texts.get(key, ARGUMENTS)).as(key).doesNotThrowAnyException();
      assertThat(texts.get(key, ARGUMENTS)).as(key).isNotBlank();
    }
  }

  @Test
  void noApostropheIsLost() {
    // MessageFormat takes a single quote away: "don't" has to be written "don''t".
    for (String key : texts.keys()) {
      String shown = texts.get(key, ARGUMENTS);
      assertThat(shown).as(key).doesNotContainPattern("\\b(dont|cant|isnt|doesnt|wont|couldnt|its not)\\b")
          .doesNotContain("{");
    }
  }

  @Test
  void numbersFollowTheLocale() {
    assertThat(new MessageFormat("{0}", Texts.load(Locale.GERMANY).locale()).format(new Object[] {1234.5}))
        .isEqualTo("1.234,5");
  }

  @Test
  void theSentenceOfAFailureIsItsTextFilledIn() {
    String key = texts.keys().stream().filter(k -> k.endsWith("failure.missing")).sorted().findFirst().orElseThrow();
    UserFailure failure = new UserFailure(key, null, "a.png") {
      private static final long serialVersionUID = 1L;
    };

    assertThat(texts.sentence(failure)).isEqualTo(texts.get(key, "a.png")).contains("a.png");
  }

  private static String beginning(String key) {
    return key.substring(0, key.indexOf('.') + 1);
  }

  /** All string literals of the program's source. */
  private static Set<String> literals() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).flatMap(TextsTest::literals)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> literals(Path file) {
    try {
      Matcher matcher = LITERAL.matcher(Files.readString(file));
      List<String> found = new ArrayList<>();
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
