package cnnworkshop.core.net.dl4j;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private static final String BINDINGS = "org/nd4j/linalg/cpu/nativecpu/bindings/";
  private static final String CUDNN = "-cudnn";

  private NativePath() {}

  /**
   * Sets the properties. Call it before the first class of ND4J or OpenCV is touched; later calls change nothing.
   *
   * @param cacheDirectory where natives are unpacked to, once; null leaves the libraries' own place
   */
  public static void choose(Path cacheDirectory) {
    setIfAbsent(HELPERS_OFF, "false");
    if (cacheDirectory != null) {
      setIfAbsent(CACHE, natives(cacheDirectory).toString());
    }
    // JavaCPP would end a computation when the process is larger than twice the heap; the heap says nothing about natives.
    setIfAbsent("org.bytedeco.javacpp.maxbytes", "0");
    setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
    if (System.getProperty(EXTENSION) == null) {
      extension(NativePath.class.getClassLoader()).ifPresent(value -> System.setProperty(EXTENSION, value));
    }
  }

  /**
   * Whether natives were unpacked before. If not, the start takes seconds longer, once.
   *
   * @param cacheDirectory as for {@link #choose}
   */
  public static boolean areUnpacked(Path cacheDirectory) {
    try (Stream<Path> jars = Files.list(natives(cacheDirectory))) {
      return jars.findAny().isPresent();
    } catch (IOException e) {
      return false; // there is no such folder yet
    }
  }

  private static Path natives(Path cacheDirectory) {
    return cacheDirectory.resolve("natives");
  }

  /**
   * The extensions to look for: the best one of the processor's, and CUDA's beside it. JavaCPP takes a list like a
   * class path; once it has one, it no longer looks for the extension that ND4J's CUDA classes name themselves.
   *
   * @param classes where the natives may lie
   */
  static Optional<String> extension(ClassLoader classes) {
    String platform = platform();
    Stream<String> processor = extensionsFor(vectorLevel()).stream()
        .filter(each -> classes.getResource(BINDINGS + platform + each) != null).limit(1);
    Stream<String> cuda = Stream.of(CUDNN).filter(each -> classes.getResource(OneBackend.CUDA) != null);
    return Stream.concat(processor, cuda).reduce((first, second) -> first + File.pathSeparator + second);
  }

  /** The natives chosen, such as {@code linux-x86_64-onednn-avx2}. */
  public static String chosen() {
    return platform() + Stream.of(System.getProperty(EXTENSION, "").split(File.pathSeparator))
        .filter(extension -> !extension.equals(CUDNN)).findFirst().orElse("");
  }

  /** DL4J's helpers for CUDA were not published for this version: it would look for them and complain of each layer. */
  static void leaveHelpersOff() {
    System.setProperty(HELPERS_OFF, "true");
  }

  /** Whether networks are computed the fast way; whoever starts the program may say no. */
  static boolean areHelpersOn() {
    return !Boolean.parseBoolean(System.getProperty(HELPERS_OFF));
  }

  /** ND4J's natives for CUDA, such as {@code linux-x86_64-cudnn}. */
  static String ofCuda() {
    return platform() + CUDNN;
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
