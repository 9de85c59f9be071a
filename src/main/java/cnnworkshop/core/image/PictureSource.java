package cnnworkshop.core.image;

import java.net.URI;
import java.nio.file.Path;

/** Where a picture comes from that a person dropped, pasted or opened. */
public sealed interface PictureSource {

  /** What to call the picture on screen: a file's name where there is one. */
  String name();

  /** A file. */
  record FileSource(Path path) implements PictureSource {
    @Override
    public String name() {
      return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }
  }

  /** A picture that came along whole, such as a {@code data:} address. The bytes must not be changed. */
  record BytesSource(byte[] content, String name) implements PictureSource {}

  /** An address that has to be fetched: {@code http} or {@code https}. */
  record UrlSource(URI uri) implements PictureSource {
    @Override
    public String name() {
      String path = uri.getPath() == null ? "" : uri.getPath();
      String last = path.substring(path.lastIndexOf('/') + 1);
      return !last.isBlank() ? last : uri.getHost() != null ? uri.getHost() : uri.toString();
    }
  }
}
