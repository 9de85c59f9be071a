package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.Work;
import cnnworkshop.app.train.DownloadModel.State;
import cnnworkshop.core.data.Cifar10Download;
import cnnworkshop.core.text.Texts;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of its own on the loopback address: nothing leaves the machine. */
@Timeout(60)
class DownloadModelTest {

  private static final long SECOND = 1_000_000_000;

  @TempDir
  private Path folder;
  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final Work work = new Work(Runnable::run);
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private byte[] content;
  private HttpServer server;
  private Path archive;
  private long time;

  @BeforeEach
  void serve() throws Exception {
    content = DataFiles.cifarArchive();
    archive = folder.resolve("cache").resolve("cifar-10-binary.tar.gz");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/archive", exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      asked.add(range == null ? "all" : range);
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      try (exchange) {
        if (from > 0) {
          exchange.getResponseHeaders().set("Content-Range",
              "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
      }
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private DownloadModel download(String sha256) {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/archive");
    return new DownloadModel(texts, new Cifar10Download.Source(address, content.length, sha256), archive, work,
        Runnable::run, Runnable::run, () -> time, failures::add);
  }

  private DownloadModel download() throws Exception {
    return download(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
  }

  private DataModel data(DownloadModel download) {
    return new DataModel(texts, download, work, Runnable::run, Runnable::run, Runnable::run, failures::add);
  }

  @Test
  void whatIsDownloadedOnRequestIsUsedAtOnce() throws Exception {
    DownloadModel download = download();
    DataModel data = data(download);
    data.choose(DataSource.CIFAR10);
    assertThat(asked).as("nothing without being asked").isEmpty();
    assertThat(download.stateProperty().get()).isEqualTo(State.ABSENT);

    download.start();

    assertThat(failures).isEmpty();
    assertThat(download.stateProperty().get()).isEqualTo(State.THERE);
    assertThat(data.taskProperty().get().available()).isEqualTo(10);
    assertThat(archive).hasBinaryContent(content);
    assertThat(work.running()).isEmpty();
  }

  @Test
  void aDownloadForWhichNobodyWaitsAnyMoreChangesNothingElse() throws Exception {
    DownloadModel download = download();
    DataModel data = data(download);
    data.take(DataSource.PICTURES, new DataFiles(folder).pictures(5));
    download.start();
    assertThat(download.stateProperty().get()).isEqualTo(State.THERE);
    assertThat(data.taskProperty().get().name()).isEqualTo("own");
  }

  @Test
  void whatHasComeIsKeptWhenItIsCancelledAndTheNextGoesOnFromThere() throws Exception {
    DownloadModel download = download();
    download.progressProperty().addListener((p, before, now) -> download.cancel());
    download.start();
    assertThat(failures).as("a person's own wish is no failure").isEmpty();
    assertThat(download.stateProperty().get()).isEqualTo(State.BEGUN);
    long come = Files.size(archive.resolveSibling(archive.getFileName() + ".part"));
    assertThat(come).isPositive().isLessThan(content.length);
    assertThat(download.lineProperty().get()).contains("Resume");

    // As after a start of the program.
    DownloadModel later = download();
    assertThat(later.stateProperty().get()).isEqualTo(State.BEGUN);
    later.start();
    assertThat(asked).containsExactly("all", "bytes=" + come + "-");
    assertThat(later.stateProperty().get()).isEqualTo(State.THERE);
    assertThat(archive).hasBinaryContent(content);
  }

  @Test
  void closingTheDataEndsADownload() throws Exception {
    DownloadModel download = download();
    DataModel data = data(download);
    download.progressProperty().addListener((p, before, now) -> data.close());
    download.start();
    assertThat(download.stateProperty().get()).isEqualTo(State.BEGUN);
    assertThat(archive).doesNotExist();
  }

  @Test
  void theStatusBarCanStopIt() throws Exception {
    DownloadModel download = download();
    download.progressProperty().addListener((p, before, now) -> work.running().get(0).stop());
    download.start();
    assertThat(download.stateProperty().get()).isEqualTo(State.BEGUN);
    assertThat(work.running()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsSaidAndTheOfficialOneComesBack() throws Exception {
    DownloadModel download = download();
    String official = download.addressProperty().get();
    for (String wrong : List.of("no address", "", "ftp://localhost/archive")) {
      download.addressProperty().set(wrong);
      download.start();
      assertThat(download.lineProperty().get()).as(wrong).contains("http://");
      assertThat(download.stateProperty().get()).isEqualTo(State.ABSENT);
    }
    assertThat(failures).hasSize(3);
    assertThat(work.running()).isEmpty();
    download.resetAddress();
    assertThat(download.addressProperty().get()).isEqualTo(official);
    download.start();
    assertThat(download.stateProperty().get()).isEqualTo(State.THERE);
  }

  @Test
  void whatIsNotTheArchiveIsNeverTaken() throws Exception {
    DownloadModel download = download("0".repeat(64));
    DataModel data = data(download);
    data.choose(DataSource.CIFAR10);
    download.start();
    assertThat(download.lineProperty().get()).contains("check sum");
    assertThat(download.stateProperty().get()).isEqualTo(State.ABSENT);
    assertThat(data.taskProperty().get()).isNull();
    assertThat(archive).doesNotExist();
  }

  @Test
  void itSaysHowMuchHasComeAndHowLongTheRestTakes() throws Exception {
    DownloadModel download = download();
    List<String> lines = new ArrayList<>();
    download.lineProperty().addListener((p, before, now) -> lines.add(now));
    // Every piece takes a second and a half.
    download.progressProperty().addListener((p, before, now) -> time += 3 * SECOND / 2);
    download.start();
    assertThat(lines).anyMatch(line -> line.matches("0\\.\\d of 0\\.\\d MB, \\d+ s left"));
    assertThat(lines).contains("Checking what has come…");
  }
}
