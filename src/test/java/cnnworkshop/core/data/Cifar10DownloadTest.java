package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of its own on the loopback address: nothing leaves the machine. */
@Timeout(60)
class Cifar10DownloadTest {

  private static final int SIZE = 300_000;
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir
  private Path folder;
  private final byte[] content = new byte[SIZE];
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  /** The Range header of every request, or "all". */
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Path file;
  private Path part;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    file = folder.resolve("sub/cifar-10-binary.tar.gz");
    part = folder.resolve("sub/cifar-10-binary.tar.gz.part");
    Files.createDirectories(part.getParent());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** What answers a request, knowing the first byte that is asked for. */
  private interface Answer {
    void to(HttpExchange exchange, int from) throws IOException;
  }

  private void serve(Answer answer) {
    serve("/archive", answer);
  }

  private void serve(String path, Answer answer) {
    server.createContext(path, exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      asked.add(range == null ? "all" : range);
      try (exchange) {
        answer.to(exchange, range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", "")));
      }
    });
  }

  /** As a server does that knows Range. */
  private void serveArchive() {
    serve((exchange, from) -> send(exchange, from, content));
  }

  private static void send(HttpExchange exchange, int from, byte[] content) throws IOException {
    startAnswer(exchange, from);
    exchange.getResponseBody().write(content, from, SIZE - from);
  }

  private static void startAnswer(HttpExchange exchange, int from) throws IOException {
    if (from > 0) {
      exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (SIZE - 1) + "/" + SIZE);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, SIZE - from);
  }

  private Cifar10Download.Source source() {
    return source("/archive");
  }

  private Cifar10Download.Source source(String path) {
    return new Cifar10Download.Source(address(path), SIZE, sha256(content));
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private Cifar10Download download() {
    return new Cifar10Download(source(), LONG, LONG);
  }

  private String failureOf(Cifar10Download download, Progress progress) {
    DataFailure failure = catchThrowableOfType(DataFailure.class, () -> download.fetch(file, progress));
    assertThat(failure).isNotNull();
    return failure.key();
  }

  private String failure() {
    return failureOf(download(), Progress.UNSEEN);
  }

  private byte[] firstBytes(int count) {
    return Arrays.copyOf(content, count);
  }

  @Test
  void officialArchiveIsTheDocumentedOneAndItsAddressCanBeChanged() {
    Cifar10Download.Source official = Cifar10Download.Source.OFFICIAL;
    assertThat(official.address()).hasToString("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");
    assertThat(official.size()).isEqualTo(170_052_171);
    assertThat(official.sha256()).hasSize(64).startsWith("c4a38c50").endsWith("9bca1dd");
    assertThat(official.at(URI.create("http://mirror/a")))
        .isEqualTo(new Cifar10Download.Source(URI.create("http://mirror/a"), official.size(), official.sha256()));
  }

  @Test
  void wholeArchiveArrivesAndProgressIsTold() throws Exception {
    serveArchive();
    List<Long> bytes = new ArrayList<>();
    Path deep = folder.resolve("made/as/needed.tar.gz");

    download().fetch(deep, (done, total) -> {
      assertThat(total).isEqualTo(SIZE);
      bytes.add(done);
    });

    assertThat(deep).hasBinaryContent(content);
    assertThat(deep.getParent().toFile().list()).containsExactly("needed.tar.gz");
    assertThat(bytes).isSorted().startsWith(0L).endsWith((long) SIZE);
  }

  @Test
  void archiveThatIsThereAlreadyIsNotFetchedAgain() throws Exception {
    serveArchive();
    Files.write(file, content);
    download().fetch(file, Progress.UNSEEN);
    assertThat(asked).isEmpty();
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void wholePartOnlyHasToBeMoved() throws Exception {
    Files.write(part, content);
    download().fetch(file, Progress.UNSEEN);
    assertThat(file).hasBinaryContent(content);
    assertThat(part).doesNotExist();
  }

  @Test
  void partIsGoneOnFrom() throws Exception {
    serveArchive();
    Files.write(part, firstBytes(100_000));
    List<Long> bytes = new ArrayList<>();

    download().fetch(file, (done, total) -> bytes.add(done));

    assertThat(asked).containsExactly("bytes=100000-");
    assertThat(bytes).startsWith(100_000L);
    assertThat(file).hasBinaryContent(content);
    assertThat(part).doesNotExist();
  }

  @Test
  void serverThatIgnoresRangeStartsOver() throws Exception {
    serve((exchange, from) -> send(exchange, 0, content));
    Files.write(part, firstBytes(100_000));
    download().fetch(file, Progress.UNSEEN);
    assertThat(asked).containsExactly("bytes=100000-");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void serverThatRefusesRangeIsAskedForAll() throws Exception {
    serve((exchange, from) -> {
      if (from > 0) {
        exchange.sendResponseHeaders(416, -1);
      } else {
        send(exchange, 0, content);
      }
    });
    Files.write(part, firstBytes(100_000));
    download().fetch(file, Progress.UNSEEN);
    assertThat(asked).containsExactly("bytes=100000-", "all");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void otherRangeThanAskedForIsNotTaken() throws Exception {
    serve((exchange, from) -> {
      exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (SIZE - 1) + "/" + SIZE);
      exchange.sendResponseHeaders(206, SIZE - from);
      exchange.getResponseBody().write(content, 0, SIZE - from);
    });
    Files.write(part, firstBytes(100_000));
    assertThat(failure()).isEqualTo("data.failure.cifar-download-refused");
    assertThat(part).hasBinaryContent(firstBytes(100_000));
  }

  @Test
  void redirectionIsFollowedWithTheRange() throws Exception {
    serve("/there", (exchange, from) -> send(exchange, from, content));
    serve((exchange, from) -> {
      exchange.getResponseHeaders().set("Location", "/there");
      exchange.sendResponseHeaders(302, -1);
    });
    Files.write(part, firstBytes(7));
    download().fetch(file, Progress.UNSEEN);
    assertThat(asked).containsExactly("bytes=7-", "bytes=7-");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void wrongCheckSumIsSaidAndWhatWasThereBeforeKept() throws Exception {
    byte[] wrong = content.clone();
    wrong[SIZE / 2] ^= 1;
    serve((exchange, from) -> send(exchange, from, wrong));
    Files.writeString(file, "good before");

    assertThat(failure()).isEqualTo("data.failure.cifar-download-checksum");

    assertThat(file).hasContent("good before");
    assertThat(part).as("else every later download would go on from it").doesNotExist();
  }

  @Test
  void partWithWrongBytesIsThrownAwayAndTheNextDownloadSucceeds() throws Exception {
    serveArchive();
    Files.write(part, new byte[1000]);
    assertThat(failure()).isEqualTo("data.failure.cifar-download-checksum");
    download().fetch(file, Progress.UNSEEN);
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void partThatIsTooLongIsStartedOver() throws Exception {
    serveArchive();
    Files.write(part, new byte[SIZE + 1]);
    download().fetch(file, Progress.UNSEEN);
    assertThat(asked).containsExactly("all");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void refusalCarriesItsStatusAndLeavesThePart() throws Exception {
    serve((exchange, from) -> exchange.sendResponseHeaders(404, -1));
    Files.write(part, firstBytes(10));
    DataFailure failure =
        catchThrowableOfType(DataFailure.class, () -> download().fetch(file, Progress.UNSEEN));
    assertThat(failure.key()).isEqualTo("data.failure.cifar-download-refused");
    assertThat(failure.arguments()).containsExactly("localhost", 404);
    assertThat(part).hasBinaryContent(firstBytes(10));
  }

  @Test
  void logInPageOfANetworkLeavesThePartAlone() throws Exception {
    byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII);
    Files.write(part, firstBytes(10));
    serve("/sized", (exchange, from) -> {
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    });
    serve("/unsized", (exchange, from) -> {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(page);
    });
    for (String path : List.of("/sized", "/unsized")) {
      assertThat(failureOf(new Cifar10Download(source(path), LONG, LONG), Progress.UNSEEN))
          .isEqualTo("data.failure.cifar-download-other");
      assertThat(part).hasBinaryContent(firstBytes(10));
    }
  }

  @Test
  void moreBytesThanTheArchiveHasAreBrokenOff() {
    serve((exchange, from) -> {
      // Length 0 means chunks without an end announced; the client hangs up.
      exchange.sendResponseHeaders(200, 0);
      while (over.getCount() > 0) {
        exchange.getResponseBody().write(content);
      }
    });
    assertThat(failure()).isEqualTo("data.failure.cifar-download-other");
  }

  @Test
  void connectionCutInTheMiddleIsSaidAndGoneOnFromLater() throws Exception {
    serve((exchange, from) -> {
      startAnswer(exchange, from);
      int end = from == 0 ? SIZE / 2 : SIZE;
      exchange.getResponseBody().write(content, from, end - from);
      exchange.getResponseBody().flush();
    });
    assertThat(failure()).isEqualTo("data.failure.cifar-download-cut");
    assertThat(file).doesNotExist();
    int kept = (int) Files.size(part);
    assertThat(kept).isBetween(1, SIZE / 2);

    download().fetch(file, Progress.UNSEEN);

    assertThat(asked).containsExactly("all", "bytes=" + kept + "-");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void contentThatEndsEarlyIsTakenForACut() throws Exception {
    serve((exchange, from) -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(content, 0, 1000);
    });
    assertThat(failure()).isEqualTo("data.failure.cifar-download-cut");
    assertThat(part).hasBinaryContent(firstBytes(1000));
  }

  @Test
  void cancelOnAnotherThreadEndsItAndKeepsWhatHasCome() throws Exception {
    serve((exchange, from) -> {
      startAnswer(exchange, from);
      exchange.getResponseBody().write(content, from, (from == 0 ? SIZE / 2 : SIZE) - from);
      exchange.getResponseBody().flush();
      if (from == 0) {
        await();
      }
    });
    Cifar10Download download = download();
    assertThat(failureOf(download, (done, total) -> {
      if (done > 0) {
        threads.execute(download::cancel);
      }
    })).isEqualTo("data.failure.cifar-download-stopped");
    assertThat(file).doesNotExist();
    int kept = (int) Files.size(part);
    assertThat(part).hasBinaryContent(firstBytes(kept));

    download().fetch(file, Progress.UNSEEN);

    assertThat(asked).containsExactly("all", "bytes=" + kept + "-");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void cancelEndsWaitingForAnAnswer() {
    Cifar10Download download = download();
    serve((exchange, from) -> {
      download.cancel();
      await();
    });
    assertThat(failureOf(download, Progress.UNSEEN)).isEqualTo("data.failure.cifar-download-stopped");
  }

  @Test
  void cancelBeforehandMeansThatNothingIsFetched() {
    serveArchive();
    Cifar10Download download = download();
    download.cancel();
    assertThat(failureOf(download, Progress.UNSEEN)).isEqualTo("data.failure.cifar-download-stopped");
    assertThat(file).doesNotExist();
  }

  @Test
  void interruptEndsItAndStaysSet() {
    serve((exchange, from) -> {
      startAnswer(exchange, from);
      exchange.getResponseBody().write(content, 0, SIZE / 2);
      exchange.getResponseBody().flush();
      await();
    });
    String key = failureOf(download(), (done, total) -> {
      if (done > 0) {
        Thread.currentThread().interrupt();
      }
    });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(key).isEqualTo("data.failure.cifar-download-stopped");
  }

  @Test
  void nobodyThereIsSaidToBeUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Cifar10Download.Source nobody = source().at(URI.create("http://localhost:" + port + "/archive"));
    assertThat(failureOf(new Cifar10Download(nobody, LONG, LONG), Progress.UNSEEN))
        .isEqualTo("data.failure.cifar-download-unreachable");
  }

  @Test
  void serverThatFallsSilentIsSlowWhetherBeforeOrInTheMiddle() throws Exception {
    serve("/never", (exchange, from) -> await());
    serve("/stalls", (exchange, from) -> {
      startAnswer(exchange, from);
      exchange.getResponseBody().write(content, 0, 1000);
      exchange.getResponseBody().flush();
      await();
    });
    Duration hasty = Duration.ofMillis(500);
    for (String path : List.of("/never", "/stalls")) {
      assertThat(failureOf(new Cifar10Download(source(path), LONG, hasty), Progress.UNSEEN))
          .isEqualTo("data.failure.cifar-download-slow");
    }
    assertThat(part).hasBinaryContent(firstBytes(1000));
  }

  @Test
  void otherSchemesAndHalfAddressesAreRefused() {
    for (String address : List.of("ftp://localhost/a", "cifar.tar.gz", "http:///a")) {
      assertThat(failureOf(new Cifar10Download(source().at(URI.create(address))), Progress.UNSEEN))
          .isEqualTo("data.failure.cifar-download-address");
    }
  }

  @Test
  void diskWithoutRoomIsSaidBeforeAnythingIsFetched() {
    serveArchive();
    Cifar10Download.Source huge = new Cifar10Download.Source(address("/archive"), Long.MAX_VALUE / 2, "");
    assertThat(failureOf(new Cifar10Download(huge), Progress.UNSEEN)).isEqualTo("data.failure.cifar-download-full");
    assertThat(asked).isEmpty();
  }

  @Test
  void placeThatCannotBeWrittenToIsSaid() throws Exception {
    serveArchive();
    Files.writeString(folder.resolve("file"), "no folder");
    file = folder.resolve("file/cifar.tar.gz");
    assertThat(failure()).isEqualTo("data.failure.cifar-download-unwritable");
    file = folder.resolve("sub/cifar-10-binary.tar.gz");
    Files.createDirectories(part);
    assertThat(failure()).isEqualTo("data.failure.cifar-download-unwritable");
  }

  @Test
  void diskThatGetsFullOnTheWayIsSaid() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has a device that is always full");
    serveArchive();
    Files.createSymbolicLink(part, full);
    assertThat(failure()).isEqualTo("data.failure.cifar-download-unwritable");
    assertThat(file).doesNotExist();
    Files.delete(part);
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
