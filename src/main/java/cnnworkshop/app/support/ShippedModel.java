package cnnworkshop.app.support;

import cnnworkshop.core.net.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A network that ships with the program as a resource. Networks are opened from files, so one that sits in a jar is
 * copied into the cache once.
 *
 * @param resource absolute resource path, such as {@code /models/keypoints.zip}
 */
public record ShippedModel(String resource) {

  /** The keypoint network every first start looks through. */
  public static final ShippedModel KEYPOINTS = new ShippedModel("/models/keypoints.zip");

  /**
   * The model as a file: where it lies if the program runs from folders, else a copy of it.
   *
   * @param cache the folder copies go to; created when needed
   * @throws ModelFailure if the program came without it
   * @throws IOException if the copy could not be written
   */
  public Path file(Path cache) throws ModelFailure, IOException {
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    URL url = ShippedModel.class.getResource(resource);
    if (url == null) {
      throw new ModelFailure(ModelFailure.Kind.MISSING, name, null);
    }
    if (url.getProtocol().equals("file")) {
      try {
        return Path.of(url.toURI());
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    Path copy = cache.resolve(name);
    // A program update brings another model under the same name; its length tells them apart well enough,
    // because weights are kept as they are and the description inside differs.
    var connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      long length = connection.getContentLengthLong();
      if (Files.isRegularFile(copy) && Files.size(copy) == length) {
        return copy;
      }
      Files.createDirectories(cache);
      Path unfinished = Files.createTempFile(cache, name, ".part");
      try {
        Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    return copy;
  }
}
