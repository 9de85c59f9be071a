package cnnworkshop.core.data;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;

/** A person's own photos, of any size, as a classifier looks at them: the middle square of each, scaled. */
public final class OwnPictures {

  private OwnPictures() {}

  /**
   * A photo's middle square, each value the mean of the area it covers.
   *
   * @param size pixels a side
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @return values 0..1, [channel, row, column]
   */
  public static float[] values(Photo photo, int size, int channels) {
    return new FaceView(FaceSquare.middleOf(photo), size).sample(photo, channels);
  }

  /**
   * Photos of some classes.
   *
   * @param names of the classes, at least two
   * @param photos of each class
   * @param size pixels a side
   * @param channels 1 or 3
   */
  public static LabelledPictures of(List<String> names, List<List<Photo>> photos, int size, int channels) {
    List<byte[]> pictures = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < photos.size(); label++) {
      for (Photo photo : photos.get(label)) {
        pictures.add(bytes(values(photo, size, channels)));
        labels.add(label);
      }
    }
    return LabelledPictures.of(names, channels, size, size, pictures, labels);
  }

  /** The same as bytes 0..255. */
  static byte[] bytes(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(values[i] * 255);
    }
    return bytes;
  }
}
