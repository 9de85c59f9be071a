package cnnworkshop.app.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pictures with classes; each class is a group. */
record BrowserClasses(LabelledPictures pictures, Texts texts) implements BrowserSet {

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public List<String> groups() {
    return pictures.classNames();
  }

  @Override
  public int groupOf(int picture) {
    return pictures.label(picture);
  }

  @Override
  public BrowserPicture picture(int picture) {
    return shown(picture, values(picture));
  }

  @Override
  public BrowserPicture changed(int picture, Augmentation augmentation, RandomGenerator random) {
    float[] values = values(picture);
    if (!(augmentation instanceof PictureAugmentation changes)) {
      return shown(picture, values);
    }
    float[] changed = new float[values.length];
    changes.apply(values, pictures.channels(), pictures.height(), pictures.width(), random, changed, 0);
    return shown(picture, changed);
  }

  private float[] values(int picture) {
    float[] values = new float[pictures.valuesAPicture()];
    pictures.read(picture, values, 0);
    return values;
  }

  private BrowserPicture shown(int picture, float[] values) {
    return new BrowserPicture(photo(values), null,
        texts.get("train.browser.picture", picture, pictures.classNames().get(pictures.label(picture))));
  }

  /** @param values 0..1, [channel, row, column] */
  private Photo photo(float[] values) {
    int plane = pictures.height() * pictures.width();
    int[] rgb = new int[plane];
    for (int i = 0; i < plane; i++) {
      int red = Math.round(255 * values[i]);
      int green = pictures.channels() == 1 ? red : Math.round(255 * values[plane + i]);
      int blue = pictures.channels() == 1 ? red : Math.round(255 * values[2 * plane + i]);
      rgb[i] = red << 16 | green << 8 | blue;
    }
    return Photo.ofRgb(pictures.width(), pictures.height(), rgb);
  }
}
