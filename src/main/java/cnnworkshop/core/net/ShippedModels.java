package cnnworkshop.core.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The networks that come with the program, as files. Networks are opened from files, so one that sits in a jar is
 * copied into the cache once, under a name with its length and checksum: another version of the program finds its
 * own. Any number of processes may ask at once.
 */
public final class ShippedModels {

  /** One of them. */
  public enum Model {
    /** Finds 15 points of a face: what every first start looks through. */
    KEYPOINTS,
    /** Tells ten kinds of things apart, as CIFAR-10 has them. */
    CIFAR10;

    /** What it is called, on the command line and in texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so; empty if there is none. */
    public static Optional<Model> of(String id) {
      return Arrays.stream(values()).filter(model -> model.id().equals(id)).findFirst();
    }
  }

  private final Path cache;

  /** @param cache the folder copies go to; created when needed */
  public ShippedModels(Path cache) {
    this.cache = cache;
  }

  /**
   * The keypoint network every first start looks through.
   *
   * @throws ModelFailure if the program came without it
   * @throws IOException if the copy could not be written
   */
  public Path keypoints() throws ModelFailure, IOException {
    return file(Model.KEYPOINTS);
  }

  /**
   * One of the networks.
   *
   * @throws ModelFailure if the program came without it
   * @throws IOException if the copy could not be written
   */
  public Path file(Model model) throws ModelFailure, IOException {
    return file(model.id(), ShippedModels.class.getResource("/models/" + model.id() + ".zip"));
  }

  /** The model at {@code source} as a file: the very one if it is a file, else the copy. */
  Path file(String name, URL source) throws ModelFailure, IOException {
    if (source == null) {
      throw new ModelFailure(ModelFailure.Kind.MISSING, name, null);
    }
    if (source.getProtocol().equals("file")) {
      try {
        return Path.of(source.toURI());
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    URLConnection connection = source.openConnection();
    // A cached connection would keep the jar open, which Windows does not like.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      long length = connection.getContentLengthLong();
      Path copy = cache.resolve(name + "-" + length + checksum(connection) + ".zip");
      if (!Files.isRegularFile(copy) || Files.size(copy) != length) {
        write(in, copy);
      }
      return copy;
    }
  }

  private static String checksum(URLConnection connection) throws IOException {
    return connection instanceof JarURLConnection jar ? String.format("-%08x", jar.getJarEntry().getCrc()) : "";
  }

  private void write(InputStream in, Path copy) throws IOException {
    Files.createDirectories(cache);
    Path unfinished = Files.createTempFile(cache, copy.getFileName().toString(), ".part");
    try {
      Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
