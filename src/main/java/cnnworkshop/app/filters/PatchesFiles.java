package cnnworkshop.app.filters;

import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Writes files and makes pictures in the background, and tells how it went. */
final class PatchesFiles {

  /** Writes something to a file. */
  @FunctionalInterface
  interface Writing {
    void to(Path file) throws IOException;
  }

  private final FiltersTools tools;

  PatchesFiles(FiltersTools tools) {
    this.tools = tools;
  }

  /** Writes a file. */
  void write(Path file, Writing writing) {
    tools.background().execute(() -> {
      try {
        writing.to(file);
        tools.messages().note(tools.texts().get("filters.patches.saved", file.toString()));
      } catch (IOException e) {
        tools.messages().show(new SaveFailure(file, e));
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }

  /** Makes a picture and puts it on the clipboard. */
  void copy(Callable<Photo> picture, Consumer<Photo> clipboard) {
    tools.background().execute(() -> {
      try {
        Photo made = picture.call();
        tools.ui().execute(() -> {
          clipboard.accept(made);
          tools.messages().note(tools.texts().get("filters.patches.copied"));
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }
}
