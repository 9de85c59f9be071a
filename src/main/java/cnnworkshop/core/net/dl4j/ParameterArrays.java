package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ParameterArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of one layer, by their names. Batch normalisation's variances are always given and taken as they are,
 * though DL4J as a rule keeps the logarithms of their roots.
 */
final class ParameterArrays {

  private static final String LOG_STD = BatchNormalizationParamInitializer.GLOBAL_LOG_STD;
  private static final String VARIANCE = BatchNormalizationParamInitializer.GLOBAL_VAR;

  private ParameterArrays() {}

  /** Copies of all arrays of a layer, in DL4J's order. */
  static List<ParameterArray> of(Layer layer, LayerSpec spec) {
    List<ParameterArray> arrays = new ArrayList<>();
    Map<String, INDArray> table = layer.paramTable();
    if (table == null) {
      return arrays;
    }
    table.forEach((key, array) -> {
      boolean vector = !key.equals("W") && array.length() == array.size(array.rank() - 1);
      long[] shape = vector ? new long[] {array.length()} : array.shape();
      float[] values = array.dup('c').data().asFloat();
      if (key.equals(LOG_STD)) {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) Math.pow(10, 2.0 * values[i]);
        }
      }
      arrays.add(new ParameterArray(spec.name(), key.equals(LOG_STD) ? VARIANCE : key,
          Arrays.stream(shape).mapToInt(Math::toIntExact).toArray(), values));
    });
    return arrays;
  }

  /** Replaces one array of a layer; {@code values} with the last index running fastest. */
  static void set(Layer layer, String name, float[] values) {
    Map<String, INDArray> table = layer.paramTable();
    INDArray own = table.get(name);
    float[] taken = values;
    if (own == null && name.equals(VARIANCE)) {
      own = table.get(LOG_STD);
      taken = new float[values.length];
      for (int i = 0; i < taken.length; i++) {
        taken[i] = (float) (Math.log10(values[i]) / 2);
      }
    }
    own.assign(Nd4j.createFromArray(taken).reshape('c', own.shape()));
  }
}
