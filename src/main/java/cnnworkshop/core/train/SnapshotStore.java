package cnnworkshop.core.train;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.train.SnapshotFailure.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The snapshots of one run, a file an epoch in its folder. Together they never take more than a cap: before one is
 * written that would exceed it, others are given up as {@link EpochThinning} says, but neither the first nor that of
 * the best epoch. Any thread may use it; only one run writes to it.
 */
public final class SnapshotStore {

  /** What a run's snapshots may take at most: 1 GB (10⁹ bytes). */
  public static final long CAP_BYTES = 1_000_000_000;

  /** A folder of more files is slow to list on some systems, and more steps than a slider has are of no use. */
  private static final int MOST = 1000;
  private static final String FOLDER = "snapshots";
  private static final Pattern NAME = Pattern.compile("epoch-(\\d{1,9})\\.snapshot");
  private static final Pattern UNFINISHED = Pattern.compile("\\.epoch-.*\\.part");

  private final Path folder;
  private final NetworkSpec network;
  private final long cap;

  /**
   * A snapshot there is.
   *
   * @param epoch epochs done when it was taken, 0 for the start
   * @param bytes its size
   */
  public record Entry(int epoch, long bytes) {}

  /**
   * A whole snapshot.
   *
   * @param inside what the network was like
   * @param parameters all of its weights and biases as the epoch was judged with, in DL4J's order
   */
  public record Snapshot(TrainingEvent.Inside inside, float[] parameters) {}

  /**
   * @param folder where the files are; made when the first is written
   * @param network the run's
   * @param cap what they may take at most, in bytes
   */
  public SnapshotStore(Path folder, NetworkSpec network, long cap) {
    this.folder = folder;
    this.network = network;
    this.cap = cap;
  }

  /** Those of a kept run, at most {@link #CAP_BYTES}. */
  public static SnapshotStore of(RunStore runs, RunRecord run) {
    return new SnapshotStore(runs.folder(run.id()).resolve(FOLDER), run.setup().network(), CAP_BYTES);
  }

  /** What they may take at most, in bytes. */
  public long cap() {
    return cap;
  }

  /**
   * What there is, in order of epochs; nothing if none was ever written.
   *
   * @throws SnapshotFailure if the folder can't be read
   */
  public synchronized List<Entry> list() throws SnapshotFailure {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          entries.add(new Entry(Integer.parseInt(name.group(1)), Files.size(file)));
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new SnapshotFailure(Kind.NOT_READ, e, folder.toString());
    }
    entries.sort(Comparator.comparingInt(Entry::epoch));
    return entries;
  }

  /**
   * What they all take, in bytes.
   *
   * @throws SnapshotFailure if the folder can't be read
   */
  public long size() throws SnapshotFailure {
    return size(list());
  }

  private static long size(List<Entry> entries) {
    return entries.stream().mapToLong(Entry::bytes).sum();
  }

  /**
   * What the network was like after an epoch; of the file only the beginning is read.
   *
   * @throws SnapshotFailure if there is none, or it is damaged or can't be read
   */
  public TrainingEvent.Inside inside(int epoch) throws SnapshotFailure {
    return read(epoch, in -> SnapshotFile.readHead(in, network));
  }

  /**
   * All of an epoch's snapshot.
   *
   * @throws SnapshotFailure if there is none, or it is damaged or can't be read
   */
  public Snapshot read(int epoch) throws SnapshotFailure {
    return read(epoch, in -> new Snapshot(SnapshotFile.readHead(in, network),
        SnapshotFile.readParameters(in, Files.size(file(epoch)))));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private synchronized <T> T read(int epoch, Reading<T> reading) throws SnapshotFailure {
    Path file = file(epoch);
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return reading.from(in);
    } catch (NoSuchFileException e) {
      throw new SnapshotFailure(Kind.MISSING, e, file.toString());
    } catch (SnapshotFile.Damaged | EOFException e) {
      throw new SnapshotFailure(Kind.DAMAGED, e, file.toString());
    } catch (IOException e) {
      throw new SnapshotFailure(Kind.NOT_READ, e, file.toString());
    }
  }

  /** Before the first is written: what a killed program left half written goes. */
  synchronized void open() throws SnapshotFailure {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> UNFINISHED.matcher(f.getFileName().toString()).matches()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new SnapshotFailure(Kind.NOT_WRITTEN, e, folder.toString());
    }
  }

  /**
   * Keeps a snapshot, and gives up others if there is no room for it.
   *
   * @param best the epoch whose snapshot is not given up
   * @return whether there was room for it
   * @throws SnapshotFailure if it could not be written; what was there before is then still there, but for those that
   *     were given up
   */
  synchronized boolean write(Snapshot snapshot, int best) throws SnapshotFailure {
    int epoch = snapshot.inside().epoch();
    try {
      byte[] head = SnapshotFile.head(snapshot.inside());
      if (!makeRoom(epoch, SnapshotFile.bytes(head, snapshot.parameters().length), best)) {
        return false;
      }
      FreshFile.write(file(epoch), out -> SnapshotFile.write(out, head, snapshot.parameters()));
      return true;
    } catch (IOException e) {
      throw new SnapshotFailure(Kind.NOT_WRITTEN, e, file(epoch).toString());
    }
  }

  private boolean makeRoom(int epoch, long bytes, int best) throws SnapshotFailure, IOException {
    List<Entry> there = new ArrayList<>(list());
    there.removeIf(entry -> entry.epoch() == epoch);
    List<Integer> epochs = there.stream().map(Entry::epoch).collect(Collectors.toCollection(ArrayList::new));
    epochs.add(epoch);
    List<Integer> gone = new ArrayList<>();
    long size = size(there);
    while (size + bytes > cap || epochs.size() > MOST) {
      OptionalInt least = EpochThinning.leastMissed(epochs, Set.of(best));
      if (least.isEmpty()) {
        return false;
      }
      epochs.remove(Integer.valueOf(least.getAsInt()));
      gone.add(least.getAsInt());
      size -= there.stream().filter(entry -> entry.epoch() == least.getAsInt()).mapToLong(Entry::bytes).sum();
    }
    for (int given : gone) {
      Files.delete(file(given));
    }
    return true;
  }

  private Path file(int epoch) {
    return folder.resolve(String.format(Locale.ROOT, "epoch-%05d.snapshot", epoch));
  }
}
