package cnnworkshop.core.train;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.train.RunFailure.Kind;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All runs, each in a folder of its own: {@code run.json}, and beside it what the trainer writes. Any thread may use
 * it; what one of them changes of a run does not undo what another did.
 */
public final class RunStore {

  private static final String RUN = "run.json";
  private static final String WEIGHTS = "best.zip";
  /** A folder of this beginning is on its way out. */
  private static final String DELETED = ".deleted-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final RunJson json = new RunJson();

  /**
   * What is kept.
   *
   * @param runs the newest first
   * @param unusable those that could not be read, each with its reason
   */
  public record Listing(List<RunRecord> runs, List<RunFailure> unusable) {

    public Listing {
      runs = List.copyOf(runs);
      unusable = List.copyOf(unusable);
    }
  }

  /** @param folder where the runs' folders are; made when the first is saved */
  public RunStore(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** An id that no other run has, also none of another program at work on the same folder. */
  public static String newId(Instant started) {
    return TIME.format(started) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** A run's own folder, for snapshots and the like; there once the run is saved. */
  public Path folder(String id) {
    if (!RunRecord.isId(id)) {
      throw new IllegalArgumentException("not an id: " + id);
    }
    return folder.resolve(id);
  }

  /** Where a run's best weights go; whoever has them writes the file. */
  public Path weights(String id) {
    return folder(id).resolve(WEIGHTS);
  }

  /** Whether a run's best weights are there. */
  public boolean hasWeights(String id) {
    return Files.isRegularFile(weights(id));
  }

  /**
   * All runs there are. A folder without a run, as one is left that was being made when the program was killed, is
   * passed over.
   *
   * @throws RunFailure if the folder itself can't be read
   */
  public Listing list() throws RunFailure {
    List<RunRecord> runs = new ArrayList<>();
    List<RunFailure> unusable = new ArrayList<>();
    for (Path run : folders()) {
      try {
        runs.add(load(run.getFileName().toString()));
      } catch (RunFailure e) {
        if (e.kind() != Kind.MISSING) {
          unusable.add(e);
        }
      }
    }
    runs.sort(Comparator.comparing(RunRecord::started).reversed().thenComparing(RunRecord::id));
    return new Listing(runs, unusable);
  }

  /**
   * Puts all runs aside, into a new folder beside this store's: afterwards there are none, and nothing is lost.
   *
   * @param name what the new folder is called after, such as a date; a number is added if it is taken
   * @return where they are; empty if there were none
   * @throws RunFailure if they can't be moved
   */
  public synchronized Optional<Path> putAside(String name) throws RunFailure {
    if (folders().isEmpty()) {
      return Optional.empty();
    }
    Path aside = folder.resolveSibling(folder.getFileName() + "-" + name);
    for (int number = 2; Files.exists(aside); number++) {
      aside = folder.resolveSibling(folder.getFileName() + "-" + name + "-" + number);
    }
    try {
      return Optional.of(Files.move(folder, aside));
    } catch (IOException e) {
      throw new RunFailure(Kind.NOT_WRITTEN, e, aside.toString());
    }
  }

  private List<Path> folders() throws RunFailure {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> RunRecord.isId(entry.getFileName().toString())).filter(Files::isDirectory)
          .sorted().toList();
    } catch (IOException e) {
      throw new RunFailure(Kind.NOT_READ, e, folder.toString());
    }
  }

  /**
   * One run. Its id is the name of its folder, so that a copied folder is a run of its own.
   *
   * @throws RunFailure if there is none or it can't be used
   */
  public RunRecord load(String id) throws RunFailure {
    Path file = folder(id).resolve(RUN);
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new RunFailure(Kind.MISSING, e, file.toString());
    } catch (IOException e) {
      throw new RunFailure(Kind.NOT_READ, e, file.toString());
    }
    try {
      return json.read(content).withId(id);
    } catch (RunJson.LaterVersion e) {
      throw new RunFailure(Kind.LATER_VERSION, e, file.toString());
    } catch (IOException e) {
      throw new RunFailure(Kind.DAMAGED, e, file.toString());
    }
  }

  /**
   * Keeps a run that begins.
   *
   * @throws RunFailure if the file could not be written
   * @throws IllegalArgumentException if its network has a layer that only DL4J's own files hold
   */
  public synchronized void save(RunRecord run) throws RunFailure {
    Path file = folder(run.id()).resolve(RUN);
    try {
      byte[] content = json.bytes(json.write(run));
      Files.createDirectories(file.getParent());
      FreshFile.write(file, out -> out.write(content));
    } catch (IOException e) {
      throw new RunFailure(Kind.NOT_WRITTEN, e, file.toString());
    }
  }

  /**
   * Keeps how far a run is. The name and notes it was given meanwhile stay.
   *
   * @param end why it is over; empty while it runs
   * @throws RunFailure if the run was deleted meanwhile, can't be read or could not be written
   */
  public RunRecord progress(String id, Curve curve, Optional<Reason> end) throws RunFailure {
    return change(id, run -> run.with(curve, end));
  }

  /**
   * Gives a run another name; spaces around it are dropped.
   *
   * @throws RunFailure if the run can't be read or written
   * @throws IllegalArgumentException if nothing is left of the name
   */
  public RunRecord rename(String id, String name) throws RunFailure {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a run needs a name");
    }
    return change(id, run -> run.withName(name.strip()));
  }

  /**
   * Gives a run other notes.
   *
   * @throws RunFailure if the run can't be read or written
   */
  public RunRecord note(String id, String notes) throws RunFailure {
    return change(id, run -> run.withNotes(notes));
  }

  private synchronized RunRecord change(String id, UnaryOperator<RunRecord> change) throws RunFailure {
    RunRecord changed = change.apply(load(id));
    save(changed);
    return changed;
  }

  /**
   * Deletes a run with all that is in its folder, damaged or not. What is left of earlier deletions goes too.
   *
   * @throws RunFailure if there is none, or if files stay; the run is then no longer listed if its folder could be
   *     renamed
   */
  public synchronized void delete(String id) throws RunFailure {
    Path run = folder(id);
    try {
      // A name that is not listed first: half a run is not seen again, whatever happens meanwhile.
      Files.move(run, folder.resolve(DELETED + id + "-" + UUID.randomUUID()));
      for (Path old : deleted()) {
        deleteTree(old);
      }
    } catch (NoSuchFileException e) {
      throw new RunFailure(Kind.MISSING, e, run.toString());
    } catch (IOException e) {
      throw new RunFailure(Kind.NOT_DELETED, e, run.toString());
    }
  }

  private List<Path> deleted() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(DELETED)).toList();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(root)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
