package cnnworkshop.app.photo;

import cnnworkshop.app.control.FaceTile;
import cnnworkshop.app.support.Inference;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.inspect.PredictionSheet;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sheet of test faces: {@value PredictionSheet#FACES} rows of the opened table, spread over it, with the points
 * the loaded network sees on them. Rows are read in the background; of overtaken work nothing is shown.
 */
public final class SheetModel {

  private static final Logger LOG = LoggerFactory.getLogger(SheetModel.class);
  private static final String CHANNEL = "photo: sheet of faces";

  /** Rows of a table that were read, and what was wrong with the others. */
  private record Reading(FaceTable table, List<Integer> rows, List<FaceSample> faces, List<DataFailure> faults) {}

  private final Inference inference;
  private final Texts texts;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;

  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ReadOnlyBooleanWrapper others = new ReadOnlyBooleanWrapper(this, "others");
  private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  private FaceTable table;
  private NetworkFit fit;
  private Reading reading;
  private int turn;
  private int asked;

  SheetModel(Inference inference, Texts texts, Executor background, Executor ui, Consumer<Throwable> failures) {
    this.inference = inference;
    this.texts = texts;
    this.background = background;
    this.ui = ui;
    this.failures = failures;
    obstacle.set(texts.get("photo-tab.sheet.no-network"));
  }

  /** Whether a table is open that a sheet can be made of. */
  public ReadOnlyBooleanProperty offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** Why no sheet can be made with the loaded network; empty if one can. */
  public ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /** Whether the sheet lies over the photo. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether the table has more faces than the sheet shows. */
  public ReadOnlyBooleanProperty othersProperty() {
    return others.getReadOnlyProperty();
  }

  /** What is shown; null until the first faces are there. */
  public ReadOnlyObjectProperty<Sheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** That faces are being read, or why they can't be; empty if there is nothing to say. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Opens the sheet. Nothing happens if none can be made. */
  public void open() {
    if (table != null && obstacle.get().isEmpty() && !open.get()) {
      turn = 0;
      open.set(true);
      read();
    }
  }

  /** Goes to other faces of the table. */
  public void showOthers() {
    if (open.get() && others.get()) {
      turn++;
      read();
    }
  }

  /** Goes back to the photo. */
  public void close() {
    asked++;
    inference.cancel(CHANNEL);
    reading = null;
    open.set(false);
    sheet.set(null);
    message.set("");
  }

  /** Another table was opened, or null: something else was. */
  void lookAt(FaceTable newTable) {
    close();
    table = newTable;
    offered.set(table != null && table.rows().rowCount() > 0);
    others.set(table != null && table.rows().rowCount() > PredictionSheet.FACES);
  }

  /** Another network looks. */
  void lookWith(NetworkFit newFit) {
    fit = newFit;
    obstacle.set(fit.points() ? "" : texts.get("photo-tab.sheet.no-points", fit.network().name()));
    if (!fit.points()) {
      close();
    } else if (reading != null) {
      judge(reading);
    }
  }

  private void read() {
    int mine = ++asked;
    inference.cancel(CHANNEL);
    message.set(texts.get("photo-tab.sheet.reading"));
    FaceTable from = table;
    int[] rows = SheetRows.of(from.rows().rowCount(), PredictionSheet.FACES, turn);
    background.execute(() -> {
      Runnable outcome;
      try {
        Reading done = read(from, rows);
        outcome = () -> judge(done);
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> failed(e);
      }
      Runnable last = outcome;
      ui.execute(() -> {
        if (mine == asked) {
          last.run();
        }
      });
    });
  }

  private static Reading read(FaceTable table, int[] wanted) throws DataFailure {
    Reading reading = new Reading(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int row : wanted) {
      try {
        reading.faces.add(table.face(row));
        reading.rows.add(row);
      } catch (DataFailure e) {
        reading.faults.add(e);
      }
    }
    if (reading.faces.isEmpty()) {
      throw reading.faults.get(0);
    }
    return reading;
  }

  private void judge(Reading done) {
    reading = done;
    inference.submit(CHANNEL, network -> JudgedFace.all(network, done.faces), judged -> {
      message.set("");
      sheet.set(sheet(done, judged));
    }, this::failed);
  }

  /** What was shown before stays. */
  private void failed(Throwable e) {
    if (e instanceof UserFailure failure) {
      LOG.info("no sheet: {}", e.getMessage(), e);
      message.set(texts.sentence(failure));
    } else {
      message.set("");
      failures.accept(e);
    }
  }

  private Sheet sheet(Reading done, List<JudgedFace> judged) {
    List<FaceTile> tiles = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      tiles.add(tile(done.rows.get(i) + 1, judged.get(i)));
    }
    List<JudgedFace> annotated = judged.stream().filter(JudgedFace::isAnnotated).toList();
    String line = annotated.isEmpty() ? texts.get("photo-tab.sheet.not-annotated")
        : texts.get("photo-tab.sheet.rmse", annotated.size(), JudgedFace.error(annotated).rmse(),
            JudgedFace.meanFaceError(annotated).rmse());
    String passedOver = done.faults.isEmpty() ? ""
        : texts.get("photo-tab.sheet.passed-over", done.faults.size(), texts.sentence(done.faults.get(0)));
    int rows = done.table.rows().rowCount();
    String title = tiles.size() == rows ? texts.get("photo-tab.sheet.title-all", rows, done.table.name())
        : texts.get("photo-tab.sheet.title", tiles.size(), rows, done.table.name());
    return new Sheet(List.copyOf(tiles), !annotated.isEmpty(), title, line, passedOver);
  }

  private FaceTile tile(int number, JudgedFace face) {
    return face.isAnnotated()
        ? new FaceTile(face, texts.get("photo-tab.sheet.caption", face.rmse()),
            texts.get("photo-tab.sheet.face", number, face.rmse()))
        : new FaceTile(face, texts.get("photo-tab.sheet.caption-plain", number),
            texts.get("photo-tab.sheet.face-plain", number));
  }
}
