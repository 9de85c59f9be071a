package cnnworkshop.core.net.onednn;

import java.util.stream.IntStream;

/** Long rows of values, worked on piece by piece in arrays that stay in the processor's nearest cache. */
final class Pieces {

  private static final int SIZE = 4096;

  /** What is done with a piece. */
  interface Work {
    /**
     * @param piece its number
     * @param start the number of its first value
     * @param count values of the piece
     * @param values an array to work in, as long as a piece or longer
     * @param others another one
     */
    void on(int piece, int start, int count, float[] values, float[] others);
  }

  private Pieces() {}

  /** Each thread takes a run of neighbouring pieces. */
  static void each(int threads, int count, Work work) {
    int pieces = (count + SIZE - 1) / SIZE;
    int runs = Math.min(threads, pieces);
    IntStream all = IntStream.range(0, runs);
    (runs > 1 ? all.parallel() : all).forEach(run -> {
      float[] values = new float[SIZE];
      float[] others = new float[SIZE];
      int end = (int) ((long) pieces * (run + 1) / runs);
      for (int piece = (int) ((long) pieces * run / runs); piece < end; piece++) {
        int start = piece * SIZE;
        work.on(piece, start, Math.min(SIZE, count - start), values, others);
      }
    });
  }
}
