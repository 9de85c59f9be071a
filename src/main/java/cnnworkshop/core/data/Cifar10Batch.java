package cnnworkshop.core.data;

import java.util.List;

/**
 * One file of CIFAR-10's binary version: records of a label byte 0..9, then 1024 red, 1024 green and 1024 blue bytes
 * 0..255, each plane row by row.
 *
 * @param values the good pictures, [picture, channel, row, column] from the start on; what follows is of no meaning
 * @param labels their classes, likewise
 * @param count how many good pictures there are
 */
record Cifar10Batch(byte[] values, byte[] labels, int count) {

  /** A batch without a picture. */
  static final Cifar10Batch EMPTY = new Cifar10Batch(new byte[0], new byte[0], 0);

  static final int SIDE = 32;
  static final int CHANNELS = 3;
  static final int CLASSES = 10;

  private static final int PIXEL_BYTES = CHANNELS * SIDE * SIDE;
  private static final int RECORD_BYTES = 1 + PIXEL_BYTES;

  /**
   * Takes a file apart. Records that are wrong are left out and told of; a file that is mostly wrong is left out as a
   * whole, for then it is something else and its seemingly good records are, too.
   *
   * @param file its name, for the sentences
   * @param bytes its content, used up: the pictures stay in it
   * @param faults gets a sentence for everything that is wrong
   */
  static Cifar10Batch of(String file, byte[] bytes, List<DataFailure> faults) {
    int records = bytes.length / RECORD_BYTES;
    int wrong = 0;
    for (int record = 0; record < records; record++) {
      wrong += label(bytes, record) < CLASSES ? 0 : 1;
    }
    if (wrong > records / 2) {
      faults.add(new DataFailure("data.failure.cifar-labels", null, file, wrong, records));
      return EMPTY;
    }
    byte[] labels = new byte[records];
    int count = 0;
    for (int record = 0; record < records; record++) {
      int label = label(bytes, record);
      if (label < CLASSES) {
        labels[count] = (byte) label;
        System.arraycopy(bytes, record * RECORD_BYTES + 1, bytes, count * PIXEL_BYTES, PIXEL_BYTES);
        count++;
      } else {
        faults.add(new DataFailure("data.failure.cifar-label", null, file, record + 1, label));
      }
    }
    if (bytes.length % RECORD_BYTES != 0) {
      faults.add(new DataFailure("data.failure.cifar-cut", null, file, records + 1, bytes.length % RECORD_BYTES,
          RECORD_BYTES));
    }
    return new Cifar10Batch(bytes, labels, count);
  }

  private static int label(byte[] bytes, int record) {
    return bytes[record * RECORD_BYTES] & 0xFF;
  }

  /**
   * The pictures of some batches, in their order.
   *
   * @throws OutOfMemoryError if they are more than an array can hold
   */
  static LabelledPictures join(List<Cifar10Batch> batches, List<String> classNames) {
    long count = batches.stream().mapToLong(Cifar10Batch::count).sum();
    if (count > Integer.MAX_VALUE / PIXEL_BYTES) {
      throw new OutOfMemoryError(count + " pictures");
    }
    byte[] values = new byte[(int) count * PIXEL_BYTES];
    int[] labels = new int[(int) count];
    int at = 0;
    for (Cifar10Batch batch : batches) {
      System.arraycopy(batch.values, 0, values, at * PIXEL_BYTES, batch.count * PIXEL_BYTES);
      for (int i = 0; i < batch.count; i++) {
        labels[at + i] = batch.labels[i];
      }
      at += batch.count;
    }
    return new LabelledPictures(classNames, CHANNELS, SIDE, SIDE, values, labels);
  }
}
