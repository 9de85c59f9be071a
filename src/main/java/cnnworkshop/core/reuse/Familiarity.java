package cnnworkshop.core.reuse;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a picture is like those a classifier has learned from. A classifier's probabilities always add up to 1, so it
 * calls a shoe a cat or a dog; what its last layer is given tells more. A picture is strange if that lies farther from
 * that of the five most similar learned pictures than nearly all learned pictures lie from the others (k-nearest-neighbour
 * novelty detection; the distance is the angle, which does not follow a picture's contrast). docs/reuse.md has what it
 * is worth.
 */
public final class Familiarity {

  /** So many of the learned pictures are themselves familiar, each compared with the others. */
  private static final double WITHIN = 0.9;
  private static final int NEIGHBOURS = 5;
  private static final int AT_ONCE = 64;

  private final int layer;
  private final float[][] learned;
  private final double reach;

  private Familiarity(int layer, float[][] learned, double reach) {
    this.layer = layer;
    this.learned = learned;
    this.reach = reach;
  }

  /**
   * Looks at what a network makes of the pictures it has learned from.
   *
   * @param network with two layers or more
   * @param pictures at least three
   */
  public static Familiarity of(Network network, LabelledPictures pictures) {
    int layer = beforeOutput(network.spec().layers());
    float[][] learned = directions(network, layer, pictures);
    double[] nearest = IntStream.range(0, learned.length)
        .mapToDouble(i -> toNearest(learned[i], IntStream.range(0, learned.length).filter(other -> other != i)
            .mapToObj(other -> learned[other])))
        .toArray();
    Arrays.sort(nearest);
    return new Familiarity(layer, learned, nearest[Math.min(nearest.length - 1, (int) (WITHIN * nearest.length))]);
  }

  /**
   * How far a picture is from the nearest learned one: 1 at the edge of what is familiar, above it strange.
   *
   * @param network the same network
   * @param picture values 0..1, [channel, row, column]
   */
  public double distance(Network network, float[] picture) {
    return distance(direction(network.activations(new int[] {layer}, picture, 1).get(0)));
  }

  /** How far each of some pictures is, as {@link #distance(Network, float[])} says. */
  public double[] distances(Network network, LabelledPictures pictures) {
    return Arrays.stream(directions(network, layer, pictures)).mapToDouble(this::distance).toArray();
  }

  private double distance(float[] direction) {
    return toNearest(direction, Arrays.stream(learned)) / reach;
  }

  /** The mean distance to the most similar ones. */
  private static double toNearest(float[] direction, Stream<float[]> others) {
    return others.mapToDouble(other -> distance(direction, other)).sorted().limit(NEIGHBOURS).average().orElseThrow();
  }

  /** The layer that gives the output layer its inputs. */
  private static int beforeOutput(List<LayerSpec> layers) {
    int layer = layers.size() - 2;
    while (layer > 0 && layers.get(layer) instanceof LayerSpec.Dropout) {
      layer--;
    }
    return layer;
  }

  private static float[][] directions(Network network, int layer, LabelledPictures pictures) {
    int values = pictures.valuesAPicture();
    float[][] directions = new float[pictures.size()][];
    for (int from = 0; from < pictures.size(); from += AT_ONCE) {
      int count = Math.min(AT_ONCE, pictures.size() - from);
      float[] inputs = new float[count * values];
      for (int i = 0; i < count; i++) {
        pictures.read(from + i, inputs, i * values);
      }
      float[] features = network.activations(new int[] {layer}, inputs, count).get(0);
      int each = features.length / count;
      for (int i = 0; i < count; i++) {
        directions[from + i] = direction(Arrays.copyOfRange(features, i * each, (i + 1) * each));
      }
    }
    return directions;
  }

  /** The same way, of length 1; nothing but zeros stays what it is. */
  private static float[] direction(float[] features) {
    double squares = 0;
    for (float f : features) {
      squares += f * f;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < features.length && length > 0; i++) {
      features[i] /= length;
    }
    return features;
  }

  /** The angle between two directions, in radians. */
  private static double distance(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return Math.acos(Math.max(-1, Math.min(1, dot)));
  }
}
