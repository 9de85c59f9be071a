package cnnworkshop.app.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Faces: those with all points, and those that lack some. */
record BrowserFaces(List<FaceSample> faces, Texts texts) implements BrowserSet {

  private static final int COMPLETE = 0;
  private static final int INCOMPLETE = 1;

  @Override
  public int size() {
    return faces.size();
  }

  @Override
  public List<String> groups() {
    return List.of(texts.get("train.browser.complete"), texts.get("train.browser.incomplete"));
  }

  @Override
  public int groupOf(int face) {
    return DataWords.lacksPoint(faces.get(face)) ? INCOMPLETE : COMPLETE;
  }

  @Override
  public BrowserPicture picture(int face) {
    // Asked for numbers, though nothing comes of them.
    return shown(face, FaceAugmentation.NONE, new SplittableRandom(0));
  }

  @Override
  public BrowserPicture changed(int face, Augmentation augmentation, RandomGenerator random) {
    return shown(face, augmentation instanceof FaceAugmentation changes ? changes : FaceAugmentation.NONE, random);
  }

  private BrowserPicture shown(int face, FaceAugmentation changes, RandomGenerator random) {
    float[] greys = new float[FaceView.SIZE * FaceView.SIZE];
    float[] targets = new float[Keypoints.NUMBERS];
    float[] mask = new float[Keypoints.NUMBERS];
    changes.apply(faces.get(face), random, greys, 0, targets, mask, 0);
    for (int i = 0; i < greys.length; i++) {
      greys[i] *= 255;
    }
    for (int i = 0; i < targets.length; i++) {
      if (mask[i] == 0) {
        targets[i] = Float.NaN;
      }
    }
    return new BrowserPicture(Photo.ofGrey(FaceView.SIZE, FaceView.SIZE, greys), Keypoints.ofTargets(targets, 0),
        texts.get("train.browser.face", face, faces.get(face).subject()));
  }
}
