package cnnworkshop.core.net.dl4j;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * A class loader that hides what one jar offers as services, so that ND4J finds one backend where the class path holds
 * two. ND4J takes the one with the highest priority, which only environment variables can change.
 */
final class OneBackend extends ClassLoader {

  static final String CPU = "org/nd4j/linalg/cpu/nativecpu/CpuBackend.class";
  static final String CUDA = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  private static final String SERVICES = "META-INF/services/";

  private final String hiddenJar;

  /**
   * @param all loads everything
   * @param hidden the class file of the backend whose jar is hidden
   */
  OneBackend(ClassLoader all, String hidden) {
    super(all);
    URL file = all.getResource(hidden);
    hiddenJar = file == null ? null : file.toString().substring(0, file.toString().length() - hidden.length());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> found = super.getResources(name);
    if (hiddenJar == null || !name.startsWith(SERVICES)) {
      return found;
    }
    List<URL> left = Collections.list(found);
    left.removeIf(url -> url.toString().startsWith(hiddenJar));
    return Collections.enumeration(left);
  }
}
