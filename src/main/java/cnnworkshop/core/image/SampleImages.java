package cnnworkshop.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The pictures that ship with the program. */
public final class SampleImages {

  /**
   * A picture that ships.
   *
   * @param name short and for the program: stays the same in every language
   * @param textKey key of the name people read
   * @param resource where it is on the class path
   */
  public record Sample(String name, String textKey, String resource) {}

  private static final List<Sample> ALL = List.of(
      new Sample("astronaut", "photo.sample.astronaut", "/sample-images/astronaut.png"),
      new Sample("grace-hopper", "photo.sample.grace-hopper", "/sample-images/grace-hopper.jpg"),
      new Sample("portrait-dahlgren", "photo.sample.portrait-dahlgren", "/sample-images/portrait-dahlgren.jpg"),
      new Sample("portrait-andersson", "photo.sample.portrait-andersson", "/sample-images/portrait-andersson.jpg"),
      new Sample("expedition-1897", "photo.sample.expedition-1897", "/sample-images/expedition-1897.jpg"),
      new Sample("cameraman", "photo.sample.cameraman", "/sample-images/cameraman.png"),
      new Sample("cat", "photo.sample.cat", "/sample-images/cat.png"));

  private final PhotoLoader loader;

  /** The shipped pictures, loaded with {@code loader}. */
  public SampleImages(PhotoLoader loader) {
    this.loader = loader;
  }

  /** All of them, the one to show first at the start. */
  public List<Sample> all() {
    return ALL;
  }

  /**
   * Loads a shipped picture.
   *
   * @throws IllegalStateException if it is missing, which only an incomplete build can cause
   * @throws PhotoFailure if it can't be decoded
   */
  public Photo load(Sample sample) throws PhotoFailure {
    try (InputStream in = SampleImages.class.getResourceAsStream(sample.resource())) {
      if (in == null) {
        throw new IllegalStateException(sample.resource() + " is missing from the class path");
      }
      return loader.load(in.readAllBytes(), sample.resource().substring(sample.resource().lastIndexOf('/') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
