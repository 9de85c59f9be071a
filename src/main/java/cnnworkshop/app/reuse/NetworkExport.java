package cnnworkshop.app.reuse;

import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.FreshFile;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.export.JavaSource;
import cnnworkshop.core.export.KerasSource;
import cnnworkshop.core.export.WeightFiles;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes the loaded network in one of several forms, while all tabs go on with it. On the UI thread. */
final class NetworkExport {

  /** What can be written. */
  enum Form {
    /** A model file of ours, which plain DL4J opens as well. */
    DL4J("zip", "reuse.network.save"),
    /** All learned numbers as tables, in a folder. */
    CSV("", "reuse.network.export.csv"),
    /** All learned numbers as NumPy arrays, in a folder. */
    NPY("", "reuse.network.export.npy"),
    /** A Java class that builds the same layers with DL4J. */
    JAVA("java", "reuse.network.export.java"),
    /** A Python program that builds the same layers with Keras. */
    KERAS("py", "reuse.network.export.keras");

    private final String extension;
    private final String textKey;

    Form(String extension, String textKey) {
      this.extension = extension;
      this.textKey = textKey;
    }

    /** What a button for it says. */
    String textKey() {
      return textKey;
    }

    /** The ending of its file, without a dot; empty if it is a folder. */
    String extension() {
      return extension;
    }
  }

  private final ReuseTools tools;

  NetworkExport(ReuseTools tools) {
    this.tools = tools;
  }

  /** A file name to begin with. */
  String suggestion(Form form) {
    String name = tools.inference().networkProperty().get().name().replaceAll("\\W+", "-");
    return form == Form.JAVA ? JavaSource.className(name) + ".java" : name + "." + form.extension();
  }

  /**
   * Writes it, and says so.
   *
   * @param place a file, or a folder for forms without an ending
   */
  void write(Form form, Path place) {
    Work.Piece piece = tools.work().start(tools.texts().get("reuse.network.writing"), null);
    // A copy is made in a moment and written elsewhere: zipping takes seconds.
    tools.inference().submit(new Object(), Network::copy, copy -> tools.background().execute(() -> {
      Runnable outcome;
      try (copy) {
        Path written = write(copy, form, place);
        outcome = () -> tools.messages().note(tools.texts().get("reuse.saved", String.valueOf(written.getFileName())));
      } catch (IOException e) {
        outcome = () -> tools.messages().report(new SaveFailure(place, e));
      } catch (Throwable e) { // also OutOfMemoryError: a person has to hear of it
        outcome = () -> tools.messages().report(e);
      }
      Runnable last = outcome;
      tools.ui().execute(() -> {
        piece.done();
        last.run();
      });
    }), e -> {
      piece.done();
      tools.messages().report(e);
    });
  }

  private static Path write(Network network, Form form, Path place) throws UserFailure, IOException {
    switch (form) {
      case DL4J -> network.save(place, network.info());
      case CSV -> WeightFiles.csv(network, place);
      case NPY -> WeightFiles.npy(network, place);
      case JAVA -> {
        // A public class and its file have the same name.
        String name = JavaSource.className(String.valueOf(place.getFileName()));
        return text(place.resolveSibling(name + ".java"), JavaSource.of(network.spec(), name));
      }
      case KERAS -> text(place, KerasSource.of(network.spec()));
    }
    return place;
  }

  private static Path text(Path file, String content) throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    return file;
  }
}
