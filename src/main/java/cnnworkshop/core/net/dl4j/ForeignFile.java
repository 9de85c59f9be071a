package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipFile;

/** Tells files with networks of other programs by what is in them, whatever they are called. */
final class ForeignFile {

  private static final int BEGINNING = 64;
  /** What PyTorch wrote before its files were zips: a Python pickle that begins with this number. */
  private static final byte[] OLD_PYTORCH = {(byte) 0x80, 2, (byte) 0x8A, 10, 'l', (byte) 0xFC, (byte) 0x9C, 'F'};

  private ForeignFile() {}

  /** Whether it is a file of HDF5, as Keras' {@code .h5} are. */
  static boolean isHdf5(Path file) {
    return Hdf5File.startsLikeOne(beginning(file));
  }

  /** @throws ModelFailure if it is a network of a program whose files can't be opened here */
  static void refuse(Path file) throws ModelFailure {
    Kind kind = kind(file);
    if (kind != null) {
      throw new ModelFailure(kind, String.valueOf(file.getFileName()), null);
    }
  }

  private static Kind kind(Path file) {
    if (Files.isDirectory(file)) {
      return Files.isRegularFile(file.resolve("saved_model.pb")) ? Kind.SAVED_MODEL : null;
    }
    byte[] start = beginning(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (start.length > 3 && start[0] == 'P' && start[1] == 'K') {
      return archive(file);
    }
    if (start.length >= OLD_PYTORCH.length && Arrays.equals(start, 0, OLD_PYTORCH.length, OLD_PYTORCH, 0,
        OLD_PYTORCH.length)) {
      return Kind.PYTORCH;
    }
    if (start.length >= 8 && new String(start, 4, 4, StandardCharsets.US_ASCII).equals("TFL3")) {
      return Kind.SAVED_MODEL;
    }
    // Files of protocol buffers have no mark of their own: a small version number comes first in ONNX.
    boolean onnx = start.length > 3 && start[0] == 8 && start[1] > 0 && start[1] < 32
        && (start[2] == 0x12 || start[2] == 0x3A || start[2] == 0x42);
    if (onnx || name.endsWith(".onnx") && start.length > 0) {
      return Kind.ONNX;
    }
    return name.endsWith(".pb") && start.length > 0 ? Kind.SAVED_MODEL : null;
  }

  private static Kind archive(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.stream().anyMatch(entry -> entry.getName().endsWith(".weights.h5"))) {
        return Kind.KERAS_ARCHIVE;
      }
      return zip.stream().anyMatch(entry -> entry.getName().endsWith("/data.pkl")) ? Kind.PYTORCH : null;
    } catch (IOException e) {
      // No zip after all, or a damaged one: who reads our own files says which.
      return null;
    }
  }

  private static byte[] beginning(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BEGINNING);
    } catch (IOException e) {
      // Who reads the rest of it says that it can't be read.
      return new byte[0];
    }
  }
}
