package cnnworkshop.core.net.dl4j;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An HDF5 file, read only. Groups and arrays are named by their paths from the file's root, {@code a/b/c}. All that
 * goes wrong with a damaged file is an {@link IOException}.
 */
final class Hdf5File implements AutoCloseable {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
  /** No file is packed closer than this: a damaged one may claim any size. */
  private static final long VALUES_PER_BYTE = 300;
  private static final int DEEPEST = 16;

  private final HdfFile file;
  private final long bytes;

  /**
   * Numbers of an array.
   *
   * @param shape how long it is in each direction
   * @param values the last index runs fastest
   */
  record Array(int[] shape, float[] values) {}

  private Hdf5File(HdfFile file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Whether a file begins as HDF5 files do. */
  static boolean startsLikeOne(byte[] beginning) {
    return beginning.length >= SIGNATURE.length
        && Arrays.equals(beginning, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static Hdf5File open(Path path) throws IOException {
    byte[] content = Files.readAllBytes(path);
    return read(() -> {
      long whole = Superblock.readSuperblock(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN))
          .getEndOfFileAddress();
      if (whole > content.length) {
        throw new IllegalArgumentException(content.length + " bytes of " + whole);
      }
      return new Hdf5File(HdfFile.fromBytes(content), content.length);
    });
  }

  /** An attribute of the file that is one text; empty if there is none. */
  Optional<String> text(String attribute) throws IOException {
    return read(() -> {
      Attribute found = file.getAttribute(attribute);
      return found != null && found.getData() instanceof String text ? Optional.of(text) : Optional.empty();
    });
  }

  /** Whether there is something of that path. */
  boolean has(String path) throws IOException {
    return read(() -> node(path).isPresent());
  }

  /** The paths of all arrays in a group and the groups in it. */
  List<String> arrays(String group) throws IOException {
    return read(() -> {
      List<String> found = new ArrayList<>();
      node(group).ifPresent(node -> addArrays(group, node, found, 0));
      return found;
    });
  }

  private static void addArrays(String path, Node node, List<String> found, int depth) {
    if (node instanceof Dataset) {
      found.add(path);
    } else if (node instanceof Group group && depth < DEEPEST) {
      group.getChildren().forEach((name, child) -> addArrays(path + "/" + name, child, found, depth + 1));
    }
  }

  /** The numbers of an array, whatever their format in the file. */
  Array array(String path) throws IOException {
    return read(() -> {
      Dataset array = (Dataset) node(path).orElseThrow();
      if (array.getSize() < 0 || array.getSize() > VALUES_PER_BYTE * bytes) {
        throw new IllegalArgumentException(path + " claims " + array.getSize() + " values");
      }
      return new Array(array.getDimensions(), floats(array.getDataFlat()));
    });
  }

  private static float[] floats(Object values) {
    if (values instanceof float[] floats) {
      return floats;
    }
    if (values instanceof double[] doubles) {
      float[] floats = new float[doubles.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) doubles[i];
      }
      return floats;
    }
    throw new IllegalArgumentException("not real numbers: " + values);
  }

  private Optional<Node> node(String path) {
    Node node = file;
    for (String name : path.split("/")) {
      node = node instanceof Group group ? group.getChild(name) : null;
    }
    return Optional.ofNullable(node);
  }

  /** In a damaged file the library meets whatever there may be, lengths of terabytes and groups within themselves too. */
  private static <T> T read(Supplier<T> what) throws IOException {
    try {
      return what.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    read(() -> {
      file.close();
      return null;
    });
  }
}
