package cnnworkshop;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.RepeatedTest;

/**
 * ND4J and OpenCV start at the same time when the window opens. JavaCPP under both has two classes that initialise each
 * other: threads that begin at different ends wait for each other for ever. Each round has a process of its own, since
 * a class is initialised once.
 */
class NativesTogetherTest {

  @RepeatedTest(3)
  void twoThreadsThatLoadNativesDoNotWaitForEachOtherForEver() throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), Both.class.getName())
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** Starts both. */
  static final class Both {

    private Both() {}

    public static void main(String[] args) throws Exception {
      NativePath.choose(null);
      CountDownLatch ready = new CountDownLatch(2);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      // What ND4J's bindings do first; all before it takes so long that the two would hardly ever meet.
      Future<?> networks = threads.submit(() -> {
        meet(ready);
        Loader.getPlatform();
        return Dl4jBackend.start(0);
      });
      Future<?> faces = threads.submit(() -> {
        meet(ready);
        new CascadeDetector().close();
        return null;
      });
      networks.get();
      faces.get();
      System.exit(0);
    }

    private static void meet(CountDownLatch ready) throws InterruptedException {
      ready.countDown();
      ready.await();
    }
  }
}
