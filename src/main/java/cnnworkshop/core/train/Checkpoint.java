package cnnworkshop.core.train;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.net.TrainableNetwork.TrainingState;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far a training is, all that it needs to go on exactly there. Plain floats, since it is written after every
 * epoch and compressing 16 million weights takes longer than half an epoch.
 *
 * @param doneEpochs epochs done
 * @param state the network's own state
 * @param mean the running mean of the weights, or null
 * @param bestWeights the best weights so far, or null
 */
record Checkpoint(int doneEpochs, TrainingState state, float[] mean, float[] bestWeights, double bestScore,
    int bestEpoch) {

  private static final int MAGIC = 0x434E4E57;
  private static final int CHUNK = 1 << 16;

  void write(Path file) throws IOException {
    FreshFile.write(file.toAbsolutePath(), stream -> {
      DataOutputStream out = new DataOutputStream(stream);
      out.writeInt(MAGIC);
      out.writeInt(doneEpochs);
      out.writeInt(state.steps());
      out.writeDouble(bestScore);
      out.writeInt(bestEpoch);
      writeFloats(out, state.parameters());
      writeFloats(out, state.updaterState());
      writeFloats(out, mean);
      writeFloats(out, bestWeights);
      out.flush();
    });
  }

  /** @throws IOException if the file is missing, cut short or no checkpoint */
  static Checkpoint read(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a checkpoint: " + file.getFileName());
      }
      int done = in.readInt();
      int steps = in.readInt();
      double score = in.readDouble();
      int epoch = in.readInt();
      TrainingState state = new TrainingState(readFloats(in), readFloats(in), steps);
      return new Checkpoint(done, state, readFloats(in), readFloats(in), score, epoch);
    }
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values == null ? -1 : values.length);
    if (values == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK);
    for (int from = 0; from < values.length; from += CHUNK) {
      int n = Math.min(CHUNK, values.length - from);
      bytes.asFloatBuffer().put(values, from, n);
      out.write(bytes.array(), 0, 4 * n);
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    float[] values = new float[length];
    byte[] bytes = new byte[4 * CHUNK];
    for (int from = 0; from < length; from += CHUNK) {
      int n = Math.min(CHUNK, length - from);
      if (in.readNBytes(bytes, 0, 4 * n) < 4 * n) {
        throw new EOFException("a checkpoint cut short");
      }
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, n);
    }
    return values;
  }
}
