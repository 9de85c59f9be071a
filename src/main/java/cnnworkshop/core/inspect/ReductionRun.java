package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reduces maps tile by tile on one or more threads. Maps are taken in groups: a tile's input is loaded once for all
 * maps of a group, and a group is handed on while the next is being computed. Used once.
 */
final class ReductionRun {

  /** Few enough that the first maps come early. */
  private static final int FIRST_GROUP = 4;
  /** Enough that loading the input does not count. */
  private static final int GROUP = 32;

  private final Maps maps;
  private final ReductionPlan plan;
  private final Consumer<MapReduction> each;
  private final BooleanSupplier cancelled;
  private final List<Group> groups = new ArrayList<>();
  private final int tiles;
  private final AtomicInteger next = new AtomicInteger();

  private volatile boolean stopped;
  private int groupsHandedOn;
  private int helpersAtWork;
  private Throwable failure;

  /** Maps computed together, and how many of their tiles are still to come. */
  private record Group(List<Reduction> reductions, AtomicInteger tilesLeft) {}

  /** @param each gets the maps in the order asked for */
  ReductionRun(Maps maps, ReductionPlan plan, List<Integer> wanted, Consumer<MapReduction> each,
      BooleanSupplier cancelled) {
    this.maps = maps;
    this.plan = plan;
    this.each = each;
    this.cancelled = cancelled;
    this.tiles = Reduction.tiles(plan);
    for (int i = 0; i < wanted.size();) {
      int end = Math.min(i + (i == 0 ? FIRST_GROUP : GROUP), wanted.size());
      List<Reduction> reductions = wanted.subList(i, end).stream().map(map -> new Reduction(map, plan)).toList();
      groups.add(new Group(reductions, new AtomicInteger(tiles)));
      i = end;
    }
  }

  /**
   * Does it all on this thread and up to {@code threads − 1} of {@code helpers}.
   *
   * @return whether every map was handed on
   */
  boolean work(Executor helpers, int threads) {
    for (int i = 1; i < threads; i++) {
      helpers.execute(this::help);
    }
    takeTiles();
    awaitHelpers();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return groupsHandedOn == groups.size();
  }

  private void help() {
    synchronized (this) {
      helpersAtWork++;
    }
    takeTiles();
    synchronized (this) {
      helpersAtWork--;
      notifyAll();
    }
  }

  private void takeTiles() {
    try {
      for (int i = next.getAndIncrement(); i < groups.size() * tiles && !stops(); i = next.getAndIncrement()) {
        Group group = groups.get(i / tiles);
        add(group, i % tiles);
        if (group.tilesLeft.decrementAndGet() == 0) {
          handOn();
        }
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private boolean stops() {
    if (!stopped && cancelled.getAsBoolean()) {
      stopped = true;
    }
    return stopped;
  }

  private void add(Group group, int number) {
    Reduction.Cells cells = Reduction.cells(plan, number);
    int x = plan.firstColumn(cells.left());
    int y = plan.firstRow(cells.top());
    Tile tile = maps.tile(x, y, plan.firstColumn(cells.right()) - x, plan.firstRow(cells.bottom()) - y);
    for (Reduction reduction : group.reductions) {
      reduction.add(number, tile);
    }
  }

  private synchronized void handOn() {
    while (groupsHandedOn < groups.size() && groups.get(groupsHandedOn).tilesLeft.get() == 0) {
      for (Reduction reduction : groups.get(groupsHandedOn).reductions) {
        if (stops()) {
          return;
        }
        each.accept(reduction.result());
      }
      groupsHandedOn++;
    }
  }

  private synchronized void fail(Throwable e) {
    stopped = true;
    if (failure == null) {
      failure = e;
    }
  }

  /** Helpers look at a tile for a millisecond at most, so an interruption can wait for that. */
  private synchronized void awaitHelpers() {
    boolean interrupted = false;
    while (helpersAtWork > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
