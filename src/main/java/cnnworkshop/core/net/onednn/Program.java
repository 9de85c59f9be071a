package cnnworkshop.core.net.onednn;

import java.util.ArrayList;
import java.util.List;

/** Calls in a row, each made for a layer. */
final class Program {

  private record Call(int layer, Runnable work) {}

  private final List<Call> calls = new ArrayList<>();

  void add(int layer, Runnable work) {
    calls.add(new Call(layer, work));
  }

  void run() {
    for (Call call : calls) {
      call.work.run();
    }
  }

  /** @param nanoseconds what each layer's calls took is added to its own */
  void run(long[] nanoseconds) {
    for (Call call : calls) {
      long start = System.nanoTime();
      call.work.run();
      nanoseconds[call.layer] += System.nanoTime() - start;
    }
  }
}
