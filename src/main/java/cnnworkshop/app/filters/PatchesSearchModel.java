package cnnworkshop.app.filters;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.inspect.PatchFindings;
import cnnworkshop.core.inspect.PatchSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Searches for the patches that excite the units of a layer, one search at a time, and remembers the last few that came
 * to their end: a search serves all units of a layer, so that leafing through them costs nothing.
 */
final class PatchesSearchModel {

  /** How many places of a unit are kept. */
  static final int KEPT = 64;

  private static final int REMEMBERED = 8;
  /** What is found meanwhile is shown so often at most: painting takes time as well. */
  private static final long SHOWN_NANOS = 250_000_000;

  private final FiltersTools tools;
  private final PatchesSources sources;
  private final ReadOnlyObjectWrapper<PatchesResult> result = new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyBooleanWrapper endedEarly = new ReadOnlyBooleanWrapper(this, "endedEarly");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Work.UNKNOWN);

  private final Map<PatchesWanted, PatchesResult> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<PatchesWanted, PatchesResult> eldest) {
      return size() > REMEMBERED;
    }
  };

  private PatchesWanted wanted;
  private PatchesPictures pictures;
  private PatchesWanted picturesOf;
  private List<UserFailure> leftOut = List.of();
  private PatchesRun run;
  private Told told;
  private Work.Piece piece;
  private int turn;

  PatchesSearchModel(FiltersTools tools) {
    this.tools = tools;
    this.sources = new PatchesSources(tools.samples(), tools.texts());
    // Another network can look like the one before in all but its weights.
    tools.inference().networkProperty().addListener((p, before, now) -> forget());
  }

  private void forget() {
    stop();
    remembered.clear();
    wanted = null;
    result.set(null);
  }

  /** What was found, so far or in all; null for nothing yet. */
  ReadOnlyObjectProperty<PatchesResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Whether a search is under way. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the search that is wanted ended before all pictures were looked at. */
  ReadOnlyBooleanProperty endedEarlyProperty() {
    return endedEarly.getReadOnlyProperty();
  }

  /** How far it is, 0..1, or {@link Work#UNKNOWN}. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Searches that, unless it is being searched or was; null for nothing. A search for something else ends. */
  void want(PatchesWanted newWanted) {
    if (newWanted != null && newWanted.equals(wanted)) {
      return;
    }
    stop();
    wanted = newWanted;
    PatchesResult known = wanted == null ? null : remembered.get(wanted);
    result.set(known);
    if (wanted != null && known == null) {
      begin();
    }
  }

  /** Searches anew what was cancelled, or what failed. */
  void again() {
    if (wanted != null && !running.get()) {
      result.set(null);
      begin();
    }
  }

  /** Ends the search under way; what was found stays. */
  void cancel() {
    if (running.get()) {
      Told last = told;
      stop();
      if (last != null && result.get() != null) {
        last.tell();
      }
      endedEarly.set(true);
    }
  }

  private void stop() {
    turn++;
    if (run != null) {
      run.stop();
      run = null;
      told = null;
    }
    if (piece != null) {
      piece.done();
      piece = null;
    }
    running.set(false);
    endedEarly.set(false);
  }

  private void begin() {
    PatchesWanted what = wanted;
    int mine = ++turn;
    leftOut = new ArrayList<>();
    running.set(true);
    endedEarly.set(false);
    progress.set(Work.UNKNOWN);
    piece = tools.work().start(tools.texts().get("filters.patches.work",
        what.network().spec().layers().get(what.layer()).name()), () -> tools.ui().execute(() -> {
          if (mine == turn) {
            cancel();
          }
        }));
    if (what.sharesPicturesWith(picturesOf)) {
      search(what);
      return;
    }
    tools.background().execute(() -> {
      Runnable outcome;
      try {
        PatchesPictures opened = sources.open(what.kind(), what.folder(), what.network().spec().input());
        outcome = () -> {
          pictures = opened;
          picturesOf = what;
          search(what);
        };
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> fail(e);
      }
      Runnable last = outcome;
      tools.ui().execute(() -> {
        if (mine == turn) {
          last.run();
        }
      });
    });
  }

  private void search(PatchesWanted what) {
    PatchSearch.Limits limits = new PatchSearch.Limits(KEPT, what.perPicture());
    told = new Told(what, pictures, limits);
    run = new PatchesRun(tools, this, what.network(), what.layer(), pictures, limits, told);
    run.start();
  }

  private void fail(Throwable thrown) {
    cancel();
    tools.messages().report(thrown);
  }

  /** Takes what a search tells; one that was stopped tells nothing. */
  private final class Told implements PatchesRun.Listener {

    private final PatchesWanted what;
    private final PatchesPictures where;
    private PatchFindings latest;
    private long shownAt;

    Told(PatchesWanted what, PatchesPictures where, PatchSearch.Limits limits) {
      this.what = what;
      this.where = where;
      this.latest = new PatchSearch(what.network().spec(), what.network().outputShapes(), what.layer(), limits)
          .findings();
    }

    @Override
    public void found(PatchFindings findings, double share) {
      latest = findings;
      progress.set(share);
      piece.progress(share);
      if (result.get() == null || System.nanoTime() - shownAt > SHOWN_NANOS) {
        tell();
      }
    }

    /** Shows what was found so far. */
    private void tell() {
      shownAt = System.nanoTime();
      result.set(new PatchesResult(what, where, latest, leftOut, false));
    }

    @Override
    public void leftOut(UserFailure failure) {
      leftOut.add(failure);
    }

    @Override
    public void finished() {
      PatchesResult all = new PatchesResult(what, where, latest, leftOut, true);
      remembered.put(what, all);
      stop();
      result.set(all);
    }

    @Override
    public void failed(Throwable thrown) {
      fail(thrown);
    }
  }
}
