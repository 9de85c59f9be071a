package cnnworkshop.core.net.dl4j;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the native libraries before ND4J and OpenCV load them: natives with oneDNN where the processor has
 * AVX-512 or AVX2 and the class path holds them, plain ones elsewhere; and switches DL4J's fast path on.
 *
 * <p>DL4J and JavaCPP read system properties, so these are what is set here. A property that is already set
 * stays as it is: whoever starts the program may overrule each choice.
 */
public final class NativePath {

  private static final Logger LOG = LoggerFactory.getLogger(NativePath.class);

  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";
  private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";
  private static final String BINDINGS = "/org/nd4j/linalg/cpu/nativecpu/bindings/";

  private NativePath() {}

  /**
   * Sets the properties. Call it before the first class of ND4J or OpenCV is touched; later calls change nothing.
   *
   * @param cacheDirectory where natives are unpacked to, once; null leaves the libraries' own place
   */
  public static void choose(Path cacheDirectory) {
    setIfAbsent(HELPERS_OFF, "false");
    if (cacheDirectory != null) {
      setIfAbsent(CACHE, cacheDirectory.resolve("natives").toString());
    }
    // JavaCPP would end a computation when the process is larger than twice the heap; the heap says nothing about natives.
    setIfAbsent("org.bytedeco.javacpp.maxbytes", "0");
    setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
    if (System.getProperty(EXTENSION) == null) {
      String platform = platform();
      for (String extension : extensionsFor(vectorLevel())) {
        if (NativePath.class.getResource(BINDINGS + platform + extension) != null) {
          System.setProperty(EXTENSION, extension);
          break;
        }
      }
    }
  }

  /** The natives chosen, such as {@code linux-x86_64-onednn-avx2}. */
  public static String chosen() {
    return platform() + System.getProperty(EXTENSION, "");
  }

  static List<String> extensionsFor(int vectorLevel) {
    if (vectorLevel >= 3) {
      return List.of("-onednn-avx512", "-onednn-avx2");
    }
    return vectorLevel == 2 ? List.of("-onednn-avx2") : List.of();
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * The vector instructions HotSpot found on an x86-64 processor: 3 for AVX-512, 2 for AVX2, 0 where it has neither
   * or is asked in vain (another processor, another virtual machine).
   */
  private static int vectorLevel() {
    try {
      var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return bean == null ? 0 : Integer.parseInt(bean.getVMOption("UseAVX").getValue());
    } catch (IllegalArgumentException e) {
      LOG.debug("this virtual machine knows no UseAVX", e);
      return 0;
    }
  }

  /** JavaCPP's name of this platform, without touching JavaCPP, which reads its properties when first touched. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
    String processor = switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> arch;
    };
    return system + "-" + processor;
  }
}
