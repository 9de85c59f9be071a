package cnnworkshop.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file under a temporary name beside its place and moves it there when it is complete. */
public final class FreshFile {

  private FreshFile() {}

  /** What is written. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream is buffered and closed by the caller. */
    void write(OutputStream out) throws IOException;
  }

  /** What is written in an order of its own. */
  @FunctionalInterface
  public interface PlacedContent {
    /** Writes all of it, each part at its place; the channel is closed by the caller. */
    void write(FileChannel out) throws IOException;
  }

  /**
   * Writes a file from its beginning to its end. It may be read by whoever files of this person usually may:
   * {@code createTempFile} would keep it to its owner.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public static void write(Path file, Content content) throws IOException {
    writeInPlaces(file, channel -> {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.write(out);
      out.flush();
    });
  }

  /**
   * As {@link #write}, of what does not come in the file's order.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public static void writeInPlaces(Path file, PlacedContent content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.write(out);
      }
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
