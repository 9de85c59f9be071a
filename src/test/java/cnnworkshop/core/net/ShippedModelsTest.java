package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedModelsTest {

  @TempDir
  Path folder;

  @Test
  void aModelThatIsAFileIsTakenAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("a model.zip"), "weights");

    assertThat(models().file("keypoints", file.toUri().toURL())).isEqualTo(file);
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void aModelInAJarIsCopiedOnce() throws Exception {
    URL source = inJar("one.jar", "weights");

    Path copy = models().file("keypoints", source);
    var written = Files.getLastModifiedTime(copy);
    Path again = models().file("keypoints", source);

    assertThat(copy).hasContent("weights").hasParent(folder.resolve("cache"));
    assertThat(again).isEqualTo(copy);
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(written);
    try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
      assertThat(left).containsExactly(copy);
    }
  }

  @Test
  void anotherVersionOfTheSameLengthGetsItsOwnCopy() throws Exception {
    Path before = models().file("keypoints", inJar("one.jar", "weights"));
    Path after = models().file("keypoints", inJar("two.jar", "WEIGHTS"));

    assertThat(before).hasContent("weights");
    assertThat(after).hasContent("WEIGHTS");
  }

  @Test
  void aCopyThatWasCutShortIsReplaced() throws Exception {
    URL source = inJar("one.jar", "weights");
    Path copy = models().file("keypoints", source);
    Files.writeString(copy, "wei");

    assertThat(models().file("keypoints", source)).hasContent("weights");
  }

  @Test
  void aMissingModelIsAFailureWithASentence() {
    assertThatThrownBy(() -> models().file("keypoints", null)).isInstanceOfSatisfying(ModelFailure.class,
        failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.MISSING));
  }

  private ShippedModels models() {
    return new ShippedModels(folder.resolve("cache"));
  }

  private URL inJar(String name, String content) throws Exception {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("models/keypoints.zip"));
      out.write(content.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return new URL("jar:" + jar.toUri() + "!/models/keypoints.zip");
  }
}
