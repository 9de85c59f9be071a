package cnnworkshop.app.train;

import cnnworkshop.app.support.Messages;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunExport;
import cnnworkshop.core.train.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** Writes runs for other programs, in the background, and tells how it went. */
public final class RunExports {

  private final Texts texts;
  private final Messages messages;
  private final Executor background;
  private final RunExport export = new RunExport();

  /** Writes something to a file. */
  private interface Writing {
    void to(Path file) throws IOException;
  }

  /** @param background where files are written */
  public RunExports(Texts texts, Messages messages, Executor background) {
    this.texts = texts;
    this.messages = messages;
    this.background = background;
  }

  /** The runs' curves as CSV, a line an epoch. */
  public void curves(List<RunRecord> runs, Path file) {
    List<RunRecord> as = List.copyOf(runs);
    write(file, texts.get("train.runs.exported.curves", as.size(), file.getFileName()), to -> export.csv(as, to));
  }

  /** All that is known of the runs, as JSON. */
  public void runs(List<RunRecord> runs, Path file) {
    List<RunRecord> as = List.copyOf(runs);
    write(file, texts.get("train.runs.exported.runs", as.size(), file.getFileName()), to -> export.json(as, to));
  }

  /** A picture of the chart, as PNG. */
  public void picture(Photo picture, Path file) {
    write(file, texts.get("train.runs.exported.picture", file.getFileName()), to -> PngFile.write(to, picture));
  }

  private void write(Path file, String done, Writing writing) {
    background.execute(() -> {
      try {
        writing.to(file.toAbsolutePath());
        messages.note(done);
      } catch (IOException e) {
        messages.show(new RunExportFailure(file, e));
      } catch (RuntimeException e) {
        messages.report(e);
      }
    });
  }
}
