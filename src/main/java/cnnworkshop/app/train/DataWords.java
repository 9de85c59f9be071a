package cnnworkshop.app.train;

import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import java.util.ArrayList;
import java.util.List;

/** Says what there is to learn from. */
final class DataWords {

  private final Texts texts;

  DataWords(Texts texts) {
    this.texts = texts;
  }

  /**
   * How much there is of what, and what was left out.
   *
   * @param blank how many pictures came without a point to learn
   */
  String of(TrainingTask task, int blank) {
    List<String> sentences = new ArrayList<>();
    if (task instanceof PictureTask pictures) {
      sentences.add(texts.get("train.data.counts", task.name(), task.available(), pictures.classNames().size(),
          task.tested()));
    } else if (task instanceof FaceTask faces) {
      sentences.add(texts.get("train.data.face-counts", task.name(), task.available(), task.tested(),
          faces.training().stream().filter(DataWords::lacksPoint).count()));
    }
    if (blank > 0) {
      sentences.add(texts.get("train.data.blank", blank));
    }
    if (!task.faults().isEmpty()) {
      sentences.add(texts.get("train.data.damaged", task.faults().size(), texts.sentence(task.faults().get(0))));
    }
    return String.join(" ", sentences);
  }

  /** Whether one of a face's points is missing. */
  static boolean lacksPoint(FaceSample face) {
    for (float coordinate : face.points()) {
      if (Float.isNaN(coordinate)) {
        return true;
      }
    }
    return false;
  }
}
