package cnnworkshop.core.data;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's content, handed over piece by piece to the one thread that takes it. Unlike the client's own stream it
 * can be waited for with a limit. Closing it, on any thread, ends the waiting.
 */
final class DownloadBody implements HttpResponse.BodySubscriber<DownloadBody>, AutoCloseable {

  /** Some bytes; or the end, with what ended it if something went wrong. */
  private record Piece(Optional<List<ByteBuffer>> bytes, Throwable failure) {}

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  /**
   * Waits for the next piece.
   *
   * @param patience how long nothing may come
   * @return empty at the end
   * @throws HttpTimeoutException if nothing came for so long
   * @throws IOException if the other side broke off or this was closed
   */
  Optional<List<ByteBuffer>> next(Duration patience) throws IOException, InterruptedException {
    Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (piece == null) {
      throw new HttpTimeoutException("nothing came for " + patience);
    }
    if (piece.failure != null) {
      throw new IOException(piece.failure);
    }
    if (piece.bytes.isPresent()) {
      subscription.join().request(1);
    }
    return piece.bytes;
  }

  @Override
  public void close() {
    subscription.thenAccept(Flow.Subscription::cancel);
    pieces.add(new Piece(Optional.empty(), new CancellationException()));
  }

  @Override
  public CompletionStage<DownloadBody> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription.complete(subscription);
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    pieces.add(new Piece(Optional.of(bytes), null));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new Piece(Optional.empty(), failure));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(Optional.empty(), null));
  }
}
