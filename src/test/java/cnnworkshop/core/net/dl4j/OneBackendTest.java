package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneBackendTest {

  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  @TempDir
  Path folder;

  private ClassLoader both;

  /** Two places with a backend each, as two jars have it. */
  @BeforeEach
  void backends() throws Exception {
    List<URL> places = new ArrayList<>();
    for (String backend : List.of(OneBackend.CPU, OneBackend.CUDA)) {
      Path place = Files.createDirectories(folder.resolve("place " + places.size()));
      for (String file : List.of(backend, SERVICE)) {
        Files.createDirectories(place.resolve(file).getParent());
        Files.writeString(place.resolve(file), backend);
      }
      places.add(place.toUri().toURL());
    }
    both = new URLClassLoader(places.toArray(URL[]::new), null);
  }

  @Test
  void whatOneOfThemOffersIsNotFound() throws Exception {
    assertThat(services(both)).containsExactly(OneBackend.CPU, OneBackend.CUDA);
    assertThat(services(new OneBackend(both, OneBackend.CUDA))).containsExactly(OneBackend.CPU);
    assertThat(services(new OneBackend(both, OneBackend.CPU))).containsExactly(OneBackend.CUDA);
  }

  @Test
  void classesAreFoundInBothPlaces() throws Exception {
    ClassLoader one = new OneBackend(both, OneBackend.CUDA);

    assertThat(one.getResource(OneBackend.CUDA)).isNotNull();
    assertThat(Collections.list(one.getResources(OneBackend.CUDA))).hasSize(1);
  }

  @Test
  void cudasNativesAreLookedForBesideTheProcessors() throws Exception {
    assertThat(NativePath.extension(both)).hasValueSatisfying(list ->
        assertThat(list.split(File.pathSeparator)).endsWith("-cudnn"));
    assertThat(NativePath.extension(ClassLoader.getPlatformClassLoader())).isEmpty();
  }

  private static List<String> services(ClassLoader loader) throws Exception {
    List<String> found = new ArrayList<>();
    for (URL url : Collections.list(loader.getResources(SERVICE))) {
      found.add(Files.readString(Path.of(url.toURI())));
    }
    return found;
  }
}
