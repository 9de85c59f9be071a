package cnnworkshop.core.net.dl4j;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch normalisation of maps in training, channel by channel in plain loops: ND4J's own operations take several times
 * as long. Predicting, and arrays of another layout, are left to oneDNN.
 *
 * <p>With N values x of a channel, mean m and s = 1 / √(variance + ε), the output is γ·(x − m)·s + β, and its gradient
 * d goes back as γ·s·(d − Σd / N − (x − m)·s · Σ(d·(x − m)·s) / N).
 */
final class TrainingNormalization extends MKLDNNBatchNormHelper {

  private final boolean parallel;
  private boolean own;
  private int pictures;
  private int channels;
  private int places;
  private float[] inputs = {};
  private float[] work = {};
  private float[] means = {};
  private float[] variances = {};
  private INDArray meanCache;
  private INDArray varianceCache;

  /** @param threads how many threads a computation may use */
  TrainingNormalization(int threads) {
    super(DataType.FLOAT);
    this.parallel = threads > 1;
  }

  @Override
  public INDArray preOutput(INDArray x, boolean training, long[] shape, INDArray gamma, INDArray beta, INDArray mean,
      INDArray variance, double decay, double epsilon, CNN2DFormat format, LayerWorkspaceMgr workspaces) {
    own = training && isPlain(x, format) && gamma != null && beta != null;
    if (!own) {
      return super.preOutput(x, training, shape, gamma, beta, mean, variance, decay, epsilon, format, workspaces);
    }
    reserve(x);
    pointer(x).get(inputs, 0, size());
    float[] scale = gamma.toFloatVector();
    float[] offset = beta.toFloatVector();
    each(c -> normalise(c, scale[c], offset[c], epsilon));
    meanCache.assign(Nd4j.createFromArray(means));
    varianceCache.assign(Nd4j.createFromArray(variances));
    INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, x.shape(), 'c');
    pointer(out).put(work, 0, size());
    return out;
  }

  private void normalise(int channel, float gamma, float beta, double epsilon) {
    double sum = 0;
    for (int p = 0; p < pictures; p++) {
      sum += sum(inputs, at(p, channel), places);
    }
    long count = (long) pictures * places;
    float mean = (float) (sum / count);
    double squares = 0;
    for (int p = 0; p < pictures; p++) {
      squares += squares(inputs, at(p, channel), places, mean);
    }
    means[channel] = mean;
    variances[channel] = (float) (squares / count);
    float factor = gamma * inverse(channel, epsilon);
    float offset = beta - mean * factor;
    for (int p = 0; p < pictures; p++) {
      int from = at(p, channel);
      for (int i = from; i < from + places; i++) {
        work[i] = inputs[i] * factor + offset;
      }
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray delta, long[] shape, INDArray gamma,
      INDArray beta, INDArray gammaGradient, INDArray betaGradient, double epsilon, CNN2DFormat format,
      LayerWorkspaceMgr workspaces) {
    if (!own) {
      return super.backpropGradient(input, delta, shape, gamma, beta, gammaGradient, betaGradient, epsilon, format,
          workspaces);
    }
    INDArray plain = Shape.hasDefaultStridesForShape(delta) ? delta : delta.dup('c');
    pointer(plain).get(work, 0, size());
    float[] scale = gamma.toFloatVector();
    float[] scaleGradients = new float[channels];
    float[] offsetGradients = new float[channels];
    each(c -> back(c, scale[c], epsilon, scaleGradients, offsetGradients));
    gammaGradient.assign(Nd4j.create(scaleGradients, gammaGradient.shape(), 'c'));
    betaGradient.assign(Nd4j.create(offsetGradients, betaGradient.shape(), 'c'));
    INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    pointer(out).put(work, 0, size());
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(BatchNormalizationParamInitializer.GAMMA, gammaGradient);
    gradient.setGradientFor(BatchNormalizationParamInitializer.BETA, betaGradient);
    return new Pair<>(gradient, out);
  }

  private void back(int channel, float gamma, double epsilon, float[] scaleGradients, float[] offsetGradients) {
    float mean = means[channel];
    float inverse = inverse(channel, epsilon);
    double sum = 0;
    double products = 0;
    for (int p = 0; p < pictures; p++) {
      int from = at(p, channel);
      sum += sum(work, from, places);
      products += products(work, inputs, from, places, mean);
    }
    products *= inverse;
    offsetGradients[channel] = (float) sum;
    scaleGradients[channel] = (float) products;
    double count = (double) pictures * places;
    float factor = gamma * inverse;
    // γs(d − Σd/N − (x − m)s·Σ…/N), sorted by what is multiplied with x.
    float slope = (float) (-factor * inverse * products / count);
    float offset = (float) (-factor * sum / count - slope * mean);
    for (int p = 0; p < pictures; p++) {
      int from = at(p, channel);
      for (int i = from; i < from + places; i++) {
        work[i] = factor * work[i] + slope * inputs[i] + offset;
      }
    }
  }

  private float inverse(int channel, double epsilon) {
    return (float) (1 / Math.sqrt(variances[channel] + epsilon));
  }

  // Four sums side by side: the processor need not wait for one addition to end before it starts the next.

  private static float sum(float[] a, int from, int count) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = from;
    for (; i < from + count - 3; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < from + count; i++) {
      s0 += a[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  private static float squares(float[] a, int from, int count, float mean) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = from;
    for (; i < from + count - 3; i += 4) {
      s0 += (a[i] - mean) * (a[i] - mean);
      s1 += (a[i + 1] - mean) * (a[i + 1] - mean);
      s2 += (a[i + 2] - mean) * (a[i + 2] - mean);
      s3 += (a[i + 3] - mean) * (a[i + 3] - mean);
    }
    for (; i < from + count; i++) {
      s0 += (a[i] - mean) * (a[i] - mean);
    }
    return s0 + s1 + (s2 + s3);
  }

  private static float products(float[] a, float[] b, int from, int count, float mean) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = from;
    for (; i < from + count - 3; i += 4) {
      s0 += a[i] * (b[i] - mean);
      s1 += a[i + 1] * (b[i + 1] - mean);
      s2 += a[i + 2] * (b[i + 2] - mean);
      s3 += a[i + 3] * (b[i + 3] - mean);
    }
    for (; i < from + count; i++) {
      s0 += a[i] * (b[i] - mean);
    }
    return s0 + s1 + (s2 + s3);
  }

  private void each(IntConsumer channel) {
    IntStream all = IntStream.range(0, channels);
    (parallel ? all.parallel() : all).forEach(channel);
  }

  private int at(int picture, int channel) {
    return (picture * channels + channel) * places;
  }

  private int size() {
    return pictures * channels * places;
  }

  private void reserve(INDArray x) {
    pictures = (int) x.size(0);
    places = (int) (x.size(2) * x.size(3));
    if (channels != x.size(1)) {
      channels = (int) x.size(1);
      means = new float[channels];
      variances = new float[channels];
      // Outside the step's workspace: DL4J reads them after the way back.
      meanCache = Nd4j.createUninitializedDetached(DataType.FLOAT, channels);
      varianceCache = Nd4j.createUninitializedDetached(DataType.FLOAT, channels);
    }
    if (inputs.length < size()) {
      inputs = new float[size()];
      work = new float[size()];
    }
  }

  private static boolean isPlain(INDArray x, CNN2DFormat format) {
    return x.rank() == 4 && format == CNN2DFormat.NCHW && x.dataType() == DataType.FLOAT
        && Shape.hasDefaultStridesForShape(x) && x.length() <= Integer.MAX_VALUE;
  }

  private static FloatPointer pointer(INDArray array) {
    return new FloatPointer(array.data().addressPointer());
  }

  @Override
  public INDArray getMeanCache(DataType type) {
    return own ? meanCache : super.getMeanCache(type);
  }

  @Override
  public INDArray getVarCache(DataType type) {
    return own ? varianceCache : super.getVarCache(type);
  }
}
