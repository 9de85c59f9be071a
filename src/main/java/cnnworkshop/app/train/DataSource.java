package cnnworkshop.app.train;

/** Where pictures to learn from come from. */
public enum DataSource {
  /** Drawn by the program: ten kinds of object. */
  SHAPES10("train.data.shapes10", false),
  /** The binary files or archive of CIFAR-10. */
  CIFAR10("train.data.cifar10", true),
  /** Drawn by the program: faces with their points. */
  DRAWN_FACES("train.data.drawn-faces", false),
  /** A Kaggle table or an annotated folder of faces. */
  FACES("train.data.faces", true),
  /** A folder with one sub-folder a class. */
  PICTURES("train.data.pictures", true);

  private final String textKey;
  private final boolean needsPlace;

  DataSource(String textKey, boolean needsPlace) {
    this.textKey = textKey;
    this.needsPlace = needsPlace;
  }

  /** The text key of its name. */
  String textKey() {
    return textKey;
  }

  /** Whether a person has to say where it is. */
  public boolean needsPlace() {
    return needsPlace;
  }
}
