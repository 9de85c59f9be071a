package cnnworkshop.core.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a drop or a paste offers. Programs offer the same thing in several ways at once, and rarely in all of them.
 *
 * @param files files and folders; may be empty
 * @param url an address, or null
 * @param html a piece of a web page, or null
 * @param text plain text, or null
 */
public record DroppedContent(List<Path> files, String url, String html, String text) {

  /** @param files copied */
  public DroppedContent {
    files = List.copyOf(files);
  }

  /** What a browser offers: no file. */
  public DroppedContent(String url, String html, String text) {
    this(List.of(), url, html, text);
  }

  /**
   * The pictures in it. Files come first: of several, and of those in a folder, the ones that are pictures by their
   * content. A single file is taken as it is, so that loading it says what is wrong with it. Without files it is one
   * picture: the first of the piece of the web page (a dragged picture's address itself may be where it links to),
   * else what the address or the text names. Nothing is fetched.
   *
   * @return at least one
   * @throws DropFailure if there is none
   */
  public List<PictureSource> pictures() throws DropFailure {
    if (files.isEmpty()) {
      return List.of(linked().orElseThrow(() -> new DropFailure(DropFailure.Kind.NOTHING, "", null)));
    }
    try {
      return new DroppedFiles(files).pictures();
    } catch (DropFailure failure) {
      // A browser may offer a shortcut file beside the picture's address.
      Optional<PictureSource> linked = linked();
      if (linked.isPresent()) {
        return List.of(linked.get());
      }
      throw failure;
    }
  }

  private Optional<PictureSource> linked() throws DropFailure {
    Optional<PictureSource> found = html == null ? Optional.empty() : source(HtmlImage.firstIn(html).orElse(""));
    if (found.isEmpty() && url != null) {
      found = source(url);
    }
    if (found.isEmpty() && text != null) {
      // A list of addresses may have comments.
      for (String line : text.lines().filter(line -> !line.startsWith("#")).limit(100).toList()) {
        found = source(line);
        if (found.isPresent()) {
          break;
        }
      }
    }
    return found;
  }

  private static Optional<PictureSource> source(String written) throws DropFailure {
    String address = written.strip();
    if (startsWith(address, "data:")) {
      try {
        return Optional.of(DataUri.parse(address));
      } catch (IllegalArgumentException e) {
        throw new DropFailure(DropFailure.Kind.BROKEN_DATA, "", e);
      }
    } else if (startsWith(address, "http://") || startsWith(address, "https://")) {
      return uri(address).map(PictureSource.UrlSource::new);
    } else if (startsWith(address, "file:")) {
      return uri(address).flatMap(DroppedContent::file);
    }
    return existingFile(address);
  }

  private static boolean startsWith(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      // Browsers take more than the standard allows, such as spaces; written as %20 they mean the same.
      return encoded(address);
    }
  }

  private static Optional<URI> encoded(String address) {
    StringBuilder out = new StringBuilder();
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      boolean allowed = b > ' ' && "<>\"{}|\\^`[]".indexOf(b) < 0;
      out.append(allowed ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
    }
    try {
      return Optional.of(new URI(out.toString()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureSource> file(URI address) {
    try {
      // Neither a host (file://localhost/…) nor a fragment has a meaning for a file of this computer.
      return Optional.of(new PictureSource.FileSource(Path.of(new URI("file", null, address.getPath(), null))));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureSource> existingFile(String text) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() && Files.isRegularFile(path)
          ? Optional.of(new PictureSource.FileSource(path)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
