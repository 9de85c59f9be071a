package cnnworkshop.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  private static final Path CORE = Path.of("src", "main", "java", "cnnworkshop", "core");

  private final SourceText source = new SourceText();

  @Test
  void aMethodIsCutFromTheRealFileToItsClosingBrace() throws Exception {
    SourceText.Cut cut = source.cut("op/Convolution.java", "public float at(");

    assertThat(cut.code()).startsWith("public float at(").endsWith("\n}").contains("\n  float sum = 0;\n")
        .doesNotContain("private float weight(int filter");
    assertThat(Files.readAllLines(CORE.resolve("op/Convolution.java")).get(cut.firstLine() - 1))
        .contains("public float at(");
  }

  @Test
  void bracesInStringsAndCommentsDoNotCount() {
    SourceText.Cut cut = source.cut("test/Braces.java", "static String braces(");

    assertThat(cut.code()).endsWith("return \"}\" + '}' + \"\\\"}\";\n}");
    assertThat(source.cut("test/Braces.java", "int field").code()).isEqualTo("int field = Math.max(1, 2);");
  }

  @Test
  void whatIsNotThereIsAFault() {
    assertThatThrownBy(() -> source.cut("op/Convolution.java", "public float nothing("))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> source.cut("op/Nothing.java", "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
