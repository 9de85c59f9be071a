package cnnworkshop.core.export;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.inspect.NpyFile;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ParameterArray;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes all that a network has learned into a folder, a file an array: {@code conv1.W.npy}, {@code conv1.b.npy}, of
 * batch normalisation {@code norm1.gamma.npy}, {@code .beta}, {@code .mean} and {@code .var}; or the same as
 * {@code .csv}.
 *
 * <p>A table has a line a number: its places, counted from 0, then the number itself, with a dot and as many digits as
 * it needs to be read back the same. What the places are stands in the first line: {@code filter,channel,row,column} for
 * weights of convolutions, {@code input,unit} for those of dense layers, {@code unit} or {@code channel} for the others.
 */
public final class WeightFiles {

  private static final Map<Integer, List<String>> PLACES = Map.of(
      4, List.of("filter", "channel", "row", "column"),
      2, List.of("input", "unit"));

  private WeightFiles() {}

  /**
   * Writes NumPy files of float32.
   *
   * @param folder made if it isn't there
   * @return the files, in order of the layers
   */
  public static List<Path> npy(Network network, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder);
    for (ParameterArray array : arrays(network)) {
      Path file = folder.resolve(name(array) + ".npy");
      NpyFile.write(file, array.values(), array.shape());
      files.add(file);
    }
    return files;
  }

  /**
   * Writes tables.
   *
   * @param folder made if it isn't there
   * @return the files, in order of the layers
   */
  public static List<Path> csv(Network network, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder);
    for (ParameterArray array : arrays(network)) {
      Path file = folder.resolve(name(array) + ".csv");
      FreshFile.write(file, out -> {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        writeTable(array, csv);
        csv.flush();
      });
      files.add(file);
    }
    return files;
  }

  private static List<ParameterArray> arrays(Network network) {
    List<ParameterArray> arrays = new ArrayList<>();
    for (int layer = 0; layer < network.spec().layers().size(); layer++) {
      arrays.addAll(network.parameterArrays(layer));
    }
    return arrays;
  }

  private static void writeTable(ParameterArray array, Writer csv) throws IOException {
    int[] shape = array.shape();
    csv.write(String.join(",", places(array)) + ",value\n");
    int[] place = new int[shape.length];
    StringBuilder line = new StringBuilder();
    for (float value : array.values()) {
      line.setLength(0);
      for (int index : place) {
        line.append(index).append(',');
      }
      csv.append(line.append(value).append('\n'));
      for (int d = shape.length - 1; d >= 0 && ++place[d] == shape[d]; d--) {
        place[d] = 0;
      }
    }
  }

  private static List<String> places(ParameterArray array) {
    if (array.shape().length == 1) {
      return List.of(array.name().equals("b") ? "unit" : "channel");
    }
    // Only layers of other programs have arrays of another rank.
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < array.shape().length; i++) {
      numbered.add("place" + i);
    }
    return PLACES.getOrDefault(array.shape().length, numbered);
  }

  /** The name of an array's file, without its ending; the Keras source reads files by the same rule. */
  static String name(ParameterArray array) {
    return fileName(array.layer()) + "." + array.name();
  }

  /** Names in files of other programs may hold what no file name can. */
  static String fileName(String layer) {
    return layer.replaceAll("[^\\p{L}\\p{N}._'-]", "_");
  }
}
