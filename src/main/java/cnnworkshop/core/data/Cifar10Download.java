package cnnworkshop.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One download of CIFAR-10's archive, begun because a person asked for it; nothing but the request is sent. What has
 * come lies beside the file's place with {@code .part} after its name until it is whole and its check sum is right;
 * a later download goes on from there.
 */
public final class Cifar10Download {

  /**
   * Where the archive is, and how to tell that it is the one.
   *
   * @param address {@code http} or {@code https}
   * @param size in bytes
   * @param sha256 64 hexadecimal digits, small letters
   */
  public record Source(URI address, long size, String sha256) {

    /** Where those who made CIFAR-10 publish it: {@code www.cs.toronto.edu/~kriz/cifar.html}. */
    public static final Source OFFICIAL = new Source(
        URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"), 170_052_171,
        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd");

    /** The same archive from another address. */
    public Source at(URI other) {
      return new Source(other, size, sha256);
    }
  }

  /** Long enough for a slow line, short enough not to be taken for a hang. */
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int BUFFER = 1 << 16;
  private static final double MEGABYTE = 1e6;

  private final Source source;
  private final Duration connect;
  private final Duration silence;
  private final CompletableFuture<Void> stop = new CompletableFuture<>();

  /** A download that has not begun. */
  public Cifar10Download(Source source) {
    this(source, CONNECT, SILENCE);
  }

  /**
   * @param connect how long to wait for the other side to take the call
   * @param silence how long nothing may come from it
   */
  Cifar10Download(Source source, Duration connect, Duration silence) {
    this.source = source;
    this.connect = connect;
    this.silence = silence;
  }

  /** Ends {@link #fetch} early, now or when it begins; what has come is kept. On any thread. */
  public void cancel() {
    stop.complete(null);
  }

  /**
   * Gets the archive, unless it is there already. Blocks; {@link #cancel} or an interrupt ends it.
   *
   * @param file where the archive goes; folders are made as needed
   * @param progress is told of bytes, those of an earlier download counted
   * @throws DataFailure if it can't be had; what was at {@code file} before is then still there
   */
  public void fetch(Path file, Progress progress) throws DataFailure {
    Path part = file.resolveSibling(file.getFileName() + ".part").toAbsolutePath();
    try {
      if (!isTheArchive(file)) {
        Files.createDirectories(part.getParent());
        if (!isTheArchive(part)) {
          complete(part, progress);
          check(part, file);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
      progress.at(source.size, source.size);
    } catch (ClosedByInterruptException e) {
      throw stopped(e);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  /** What lies on the disk counts, not what was sent. */
  private boolean isTheArchive(Path file) throws IOException, DataFailure {
    if (!Files.isRegularFile(file) || Files.size(file) != source.size) {
      return false;
    }
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        if (stop.isDone()) {
          throw stopped(null);
        }
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).equals(source.sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private void check(Path part, Path file) throws IOException, DataFailure {
    if (!isTheArchive(part)) {
      // Kept, it would be gone on from for ever.
      Files.delete(part);
      throw new DataFailure("data.failure.cifar-download-checksum", null, host(), String.valueOf(file.getFileName()));
    }
  }

  private void complete(Path part, Progress progress) throws IOException, DataFailure {
    long there = Files.exists(part) ? Files.size(part) : 0;
    long from = there < source.size ? there : 0;
    if (lacksSpace(part)) {
      throw full(part, null);
    }
    HttpResponse<DownloadBody> answer = ask(from);
    if (from > 0 && answer.statusCode() == RANGE_NOT_SATISFIABLE) {
      answer.body().close();
      answer = ask(0);
    }
    try (DownloadBody body = answer.body()) {
      stop.thenRun(body::close);
      write(body, part, start(answer, from), progress);
    }
  }

  private HttpResponse<DownloadBody> ask(long from) throws DataFailure {
    CompletableFuture<HttpResponse<DownloadBody>> exchange =
        client().sendAsync(request(from), head -> new DownloadBody());
    stop.thenRun(() -> exchange.cancel(true));
    try {
      return exchange.get();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw stopped(e);
    } catch (CancellationException e) {
      throw stopped(e);
    } catch (ExecutionException e) {
      // The client may learn of the cancelled exchange first and report it as a failed one.
      if (stop.isDone()) {
        throw stopped(e);
      }
      throw e.getCause() instanceof HttpTimeoutException ? slow(e)
          : new DataFailure("data.failure.cifar-download-unreachable", e, host());
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(connect).followRedirects(HttpClient.Redirect.NORMAL).build();
  }

  private HttpRequest request(long from) throws DataFailure {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(source.address).timeout(silence);
      return (from > 0 ? request.header("Range", "bytes=" + from + "-") : request).build();
    } catch (IllegalArgumentException e) {
      throw new DataFailure("data.failure.cifar-download-address", e, source.address.toString());
    }
  }

  /**
   * Which byte of the archive an answer begins with. Nothing that lies on the disk is touched before this is known: in
   * many a hotel every address answers with a log-in page.
   *
   * @throws DataFailure if the answer is not the archive, as far as its head tells
   */
  private long start(HttpResponse<?> answer, long from) throws DataFailure {
    int status = answer.statusCode();
    String range = answer.headers().firstValue("Content-Range").orElse("");
    if (status != OK && (status != PARTIAL_CONTENT || !range.startsWith("bytes " + from + "-"))) {
      throw new DataFailure("data.failure.cifar-download-refused", null, host(), status);
    }
    long start = status == OK ? 0 : from;
    Optional<String> length = answer.headers().firstValue("Content-Length");
    if (length.isPresent() && !length.get().equals(String.valueOf(source.size - start))
        || answer.headers().firstValue("Content-Type").orElse("").startsWith("text/")) {
      throw other();
    }
    return start;
  }

  private void write(DownloadBody body, Path part, long start, Progress progress) throws IOException, DataFailure {
    OpenOption how = start == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    long at = start;
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      progress.at(at, source.size);
      for (Optional<List<ByteBuffer>> next = next(body, at); next.isPresent(); next = next(body, at)) {
        for (ByteBuffer bytes : next.get()) {
          while (bytes.hasRemaining()) {
            at += out.write(bytes);
          }
        }
        if (at > source.size) {
          throw other();
        }
        progress.at(at, source.size);
      }
    }
    if (at < source.size) {
      throw cut(at, null);
    }
  }

  private Optional<List<ByteBuffer>> next(DownloadBody body, long at) throws DataFailure {
    try {
      return body.next(silence);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(e);
    } catch (HttpTimeoutException e) {
      throw slow(e);
    } catch (IOException e) {
      throw stop.isDone() ? stopped(e) : cut(at, e);
    }
  }

  private static DataFailure stopped(Throwable cause) {
    return new DataFailure("data.failure.cifar-download-stopped", cause);
  }

  private DataFailure slow(Throwable cause) {
    return new DataFailure("data.failure.cifar-download-slow", cause, host());
  }

  private DataFailure cut(long at, Throwable cause) {
    return new DataFailure("data.failure.cifar-download-cut", cause, host(), at / MEGABYTE, source.size / MEGABYTE);
  }

  private DataFailure other() {
    return new DataFailure("data.failure.cifar-download-other", null, source.address.toString());
  }

  private DataFailure full(Path part, Throwable cause) {
    return new DataFailure("data.failure.cifar-download-full", cause, part.getParent().toString(),
        source.size / MEGABYTE);
  }

  /** What systems say when a disk is full is in the person's language, so the room left has to tell. */
  private DataFailure unwritable(Path part, IOException cause) {
    try {
      if (Files.isDirectory(part.getParent()) && lacksSpace(part)) {
        return full(part, cause);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new DataFailure("data.failure.cifar-download-unwritable", cause, part.getParent().toString());
  }

  private boolean lacksSpace(Path part) throws IOException {
    long there = Files.exists(part) ? Files.size(part) : 0;
    return Files.getFileStore(part.getParent()).getUsableSpace() < source.size - there;
  }

  private String host() {
    return String.valueOf(source.address.getHost());
  }
}
