package cnnworkshop.app.reuse;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoFailure;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.PictureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads pictures of things in the background. On the UI thread. */
final class TeachPictures {

  /** Pictures are kept no larger than this a side; the networks look at fewer pixels by far. */
  static final int KEPT_PIXELS = 512;

  private final ReuseTools tools;
  private final PhotoLoader loader = new PhotoLoader();

  TeachPictures(ReuseTools tools) {
    this.tools = tools;
  }

  /**
   * Reads pictures, also those in folders; what is none is told of.
   *
   * @param each gets them one by one, on the UI thread
   */
  void read(List<Path> places, Consumer<Photo> each) {
    if (places.isEmpty()) {
      return;
    }
    Work.Piece piece = tools.work().start(tools.texts().get("reuse.teach.reading"), null);
    tools.background().execute(() -> {
      List<Path> files = places.stream().flatMap(TeachPictures::pictures).toList();
      for (int i = 0; i < files.size(); i++) {
        try {
          Photo photo = loader.load(files.get(i)).reducedTo(KEPT_PIXELS);
          tools.ui().execute(() -> each.accept(photo));
        } catch (PhotoFailure e) {
          tools.ui().execute(() -> tools.messages().report(e));
        }
        piece.progress((i + 1.0) / files.size());
      }
      tools.ui().execute(piece::done);
    });
  }

  /** The file itself, or the pictures in a folder, sorted. */
  private static Stream<Path> pictures(Path place) {
    if (!Files.isDirectory(place)) {
      return Stream.of(place);
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.filter(file -> PhotoLoader.formatOf(file).filter(PictureFormat::isDecodable).isPresent()).sorted()
          .toList().stream();
    } catch (IOException e) {
      // Said as of a file that can't be read.
      return Stream.of(place);
    }
  }
}
