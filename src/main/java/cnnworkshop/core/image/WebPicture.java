package cnnworkshop.core.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a picture a person dropped or pasted as a link. Nothing is fetched that a person did not drop as a link, and
 * nothing but the request for it is sent.
 */
public final class WebPicture {

  /** Long enough for a slow line, short enough not to be taken for a hang. */
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(60);
  private static final int MAX_BYTES = 60 << 20;
  private static final int STATUS_OK = 200;

  private final Duration connect;
  private final Duration whole;
  private final int maxBytes;

  /** What fetches pictures of up to 60 MB, within a minute. */
  public WebPicture() {
    this(CONNECT, WHOLE, MAX_BYTES);
  }

  /**
   * @param connect how long to wait for the other side to take the call
   * @param whole how long fetching may take altogether
   * @param maxBytes the most bytes taken
   */
  WebPicture(Duration connect, Duration whole, int maxBytes) {
    this.connect = connect;
    this.whole = whole;
    this.maxBytes = maxBytes;
  }

  /**
   * Fetches what lies at an address. Blocks; an interrupt ends it.
   *
   * @param address {@code http} or {@code https}; redirections are followed
   * @return the content, whatever type the other side says it has; not a web page
   * @throws WebFailure if it can't be had
   */
  public byte[] fetch(URI address) throws WebFailure {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme) || address.getHost() == null) {
      throw new WebFailure(WebFailure.Kind.ADDRESS, address.toString(), "", null);
    }
    HttpClient client = HttpClient.newBuilder()
        .connectTimeout(connect).followRedirects(HttpClient.Redirect.NORMAL).build();
    // Servers that choose by this header must not choose a format that can't be opened, such as AVIF.
    HttpRequest request = HttpRequest.newBuilder(address).timeout(whole)
        .header("Accept", "image/jpeg, image/png, image/webp, image/gif, image/bmp, image/tiff, */*;q=0.1").build();
    HttpResponse<byte[]> response = send(client, request);
    if (response.statusCode() != STATUS_OK) {
      throw new WebFailure(WebFailure.Kind.REFUSED, address.toString(), String.valueOf(response.statusCode()), null);
    }
    if (isPage(response.body())) {
      throw new WebFailure(WebFailure.Kind.PAGE, address.toString(), "", null);
    }
    return response.body();
  }

  private HttpResponse<byte[]> send(HttpClient client, HttpRequest request) throws WebFailure {
    String address = request.uri().toString();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new LimitedBody(head.headers().firstValueAsLong("Content-Length").orElse(0)));
    try {
      return exchange.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new WebFailure(WebFailure.Kind.SLOW, address, "", e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new WebFailure(WebFailure.Kind.STOPPED, address, "", e);
    } catch (ExecutionException e) {
      if (has(e, TooManyBytes.class)) {
        throw new WebFailure(WebFailure.Kind.TOO_LARGE, address, String.valueOf(maxBytes >> 20), e);
      }
      boolean slow = has(e, HttpTimeoutException.class);
      throw new WebFailure(slow ? WebFailure.Kind.SLOW : WebFailure.Kind.UNREACHABLE, address, "", e);
    }
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPage(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, PictureFormat.HEAD_BYTES),
        StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return PictureFormat.of(content).isEmpty() && (start.contains("<html") || start.contains("<!doctype html"));
  }

  /** The content grew beyond what is taken. */
  private static final class TooManyBytes extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Collects the answer and breaks off when it gets too long. */
  private final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final long announced;
    private Flow.Subscription subscription;

    LimitedBody(long announced) {
      this.announced = announced;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      if (announced > maxBytes) {
        breakOff();
      } else {
        subscription.request(Long.MAX_VALUE);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        if (collected.size() + buffer.remaining() > maxBytes) {
          breakOff();
          return;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        collected.writeBytes(bytes);
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      body.complete(collected.toByteArray());
    }

    private void breakOff() {
      subscription.cancel();
      body.completeExceptionally(new TooManyBytes());
    }
  }
}
