package cnnworkshop.app.train;

/** Where pictures to learn from come from. */
public enum DataSource {
  /** Drawn by the program. */
  SHAPES10("train.data.shapes10"),
  /** The binary files or archive of CIFAR-10. */
  CIFAR10("train.data.cifar10"),
  /** A folder with one sub-folder a class. */
  PICTURES("train.data.pictures");

  private final String textKey;

  DataSource(String textKey) {
    this.textKey = textKey;
  }

  /** The text key of its name. */
  String textKey() {
    return textKey;
  }

  /** Whether a person has to say where it is. */
  public boolean needsPlace() {
    return this != SHAPES10;
  }
}
