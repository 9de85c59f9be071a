package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of its own on the loopback address: nothing leaves the machine. */
class WebPictureTest {

  private static final int MAX_BYTES = 30_000;

  private final WebPicture web = new WebPicture(Duration.ofSeconds(5), Duration.ofSeconds(20), MAX_BYTES);
  private final PictureOpener opener = new PictureOpener(new PhotoLoader(), web);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
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

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private void serve(String path, int status, String type, byte[] content) {
    server.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      answer(exchange, status, content.length, content);
    });
  }

  private static void answer(HttpExchange exchange, int status, long length, byte[] content) throws IOException {
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private WebFailure failure(URI address) {
    return catchThrowableOfType(WebFailure.class, () -> web.fetch(address));
  }

  @Test
  void pictureIsFetchedAndOpenedWhateverTypeTheServerClaims() throws Exception {
    serve("/face.txt", 200, "text/html", Pictures.resource("face.jpg"));
    assertThat(opener.open(new PictureSource.UrlSource(address("/face.txt"))).width()).isEqualTo(96);
  }

  @Test
  void redirectionIsFollowed() throws Exception {
    serve("/there.png", 200, "image/png", Pictures.resource("card.png"));
    server.createContext("/here", exchange -> {
      exchange.getResponseHeaders().set("Location", "/there.png");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    });
    assertThat(web.fetch(address("/here"))).isEqualTo(Pictures.resource("card.png"));
  }

  @Test
  void webPageIsSaidToBeOne() {
    serve("/page", 200, "image/png", "<!DOCTYPE html><html><img src=a.png></html>".getBytes(StandardCharsets.UTF_8));
    assertThat(failure(address("/page")).kind()).isEqualTo(WebFailure.Kind.PAGE);
  }

  @Test
  void whatIsNeitherPageNorPictureFailsAsAFileWould() {
    serve("/notes.png", 200, "image/png", "notes".getBytes(StandardCharsets.UTF_8));
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class,
        () -> opener.open(new PictureSource.UrlSource(address("/notes.png"))));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.NOT_A_PICTURE);
    assertThat(failure.arguments()).startsWith("notes.png");
  }

  @Test
  void refusalCarriesItsStatus() {
    serve("/gone.png", 404, "text/html", new byte[] {1});
    WebFailure failure = failure(address("/gone.png"));
    assertThat(failure.kind()).isEqualTo(WebFailure.Kind.REFUSED);
    assertThat(failure.arguments()).contains("404");
  }

  @Test
  void nobodyThereIsSaidToBeUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    WebFailure failure = failure(URI.create("http://localhost:" + port + "/a.png"));
    assertThat(failure.kind()).isEqualTo(WebFailure.Kind.UNREACHABLE);
    assertThat(failure.arguments().get(0)).asString().endsWith("/a.png");
  }

  @Test
  void answerThatBreaksOffIsSaidToBeUnreachable() {
    server.createContext("/cut.png", exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      exchange.close();
    });
    assertThat(failure(address("/cut.png")).kind()).isEqualTo(WebFailure.Kind.UNREACHABLE);
  }

  @Test
  void tooMuchContentIsBrokenOffWhetherAnnouncedOrNot() {
    serve("/announced.png", 200, "image/png", new byte[MAX_BYTES + 1]);
    assertThat(failure(address("/announced.png")).kind()).isEqualTo(WebFailure.Kind.TOO_LARGE);
    server.createContext("/chunked.png", exchange -> {
      // Length 0 means chunks without an end announced; the client hangs up.
      exchange.sendResponseHeaders(200, 0);
      byte[] chunk = new byte[1000];
      try {
        while (over.getCount() > 0) {
          exchange.getResponseBody().write(chunk);
        }
      } finally {
        exchange.close();
      }
    });
    assertThat(failure(address("/chunked.png")).kind()).isEqualTo(WebFailure.Kind.TOO_LARGE);
  }

  @Test
  void serverThatNeverAnswersIsSlow() {
    server.createContext("/never.png", exchange -> await());
    WebPicture hasty = new WebPicture(Duration.ofMillis(300), Duration.ofMillis(300), MAX_BYTES);
    WebFailure failure = catchThrowableOfType(WebFailure.class, () -> hasty.fetch(address("/never.png")));
    assertThat(failure.kind()).isEqualTo(WebFailure.Kind.SLOW);
  }

  @Test
  void serverThatStopsHalfwayIsSlow() {
    server.createContext("/stalls.png", exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      await();
    });
    WebPicture hasty = new WebPicture(Duration.ofMillis(500), Duration.ofMillis(500), MAX_BYTES);
    WebFailure failure = catchThrowableOfType(WebFailure.class, () -> hasty.fetch(address("/stalls.png")));
    assertThat(failure.kind()).isEqualTo(WebFailure.Kind.SLOW);
  }

  @Test
  void interruptEndsFetching() {
    server.createContext("/never.png", exchange -> await());
    Thread.currentThread().interrupt();
    assertThat(failure(address("/never.png")).kind()).isEqualTo(WebFailure.Kind.STOPPED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void otherSchemesAreRefused() {
    assertThat(failure(URI.create("ftp://localhost/a.png")).kind()).isEqualTo(WebFailure.Kind.ADDRESS);
    assertThat(failure(URI.create("a.png")).kind()).isEqualTo(WebFailure.Kind.ADDRESS);
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
