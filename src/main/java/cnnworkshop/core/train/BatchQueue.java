package cnnworkshop.core.train;

import cnnworkshop.core.data.TrainingData;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.SplittableRandom;

/** One epoch's batches in a seeded order, prepared on a thread of their own while the network trains. */
final class BatchQueue implements AutoCloseable {

  private static final int AHEAD = 3;

  private final BlockingQueue<CompletableFuture<TrainingData.Batch>> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread preparer;
  private final int batches;

  BatchQueue(TrainingData data, int batchSize, long seed) {
    int size = Math.min(batchSize, data.size());
    this.batches = (data.size() + size - 1) / size;
    this.preparer = new Thread(() -> prepare(data, size, new SplittableRandom(seed)), "batches");
    preparer.setDaemon(true);
    preparer.start();
  }

  int batches() {
    return batches;
  }

  TrainingData.Batch next() throws InterruptedException {
    try {
      return ready.take().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a batch could not be prepared", e.getCause());
    }
  }

  private void prepare(TrainingData data, int batchSize, SplittableRandom random) {
    try {
      int[] order = shuffled(data.size(), random);
      for (int b = 0; b < batches; b++) {
        int from = b * batchSize;
        int[] numbers = java.util.Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
        CompletableFuture<TrainingData.Batch> batch = new CompletableFuture<>();
        try {
          batch.complete(data.batch(numbers, random.split()));
        } catch (RuntimeException e) {
          batch.completeExceptionally(e);
        }
        ready.put(batch);
      }
    } catch (InterruptedException e) {
      // The epoch was given up; nobody takes batches any more.
      Thread.currentThread().interrupt();
    }
  }

  private static int[] shuffled(int n, RandomGenerator random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  @Override
  public void close() {
    preparer.interrupt();
  }
}
