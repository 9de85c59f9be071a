package cnnworkshop.app.control;

/**
 * A cell of a {@link ConfusionMatrix}.
 *
 * @param truth row: the true class
 * @param guess column: the class the network takes it for
 */
public record ConfusionCell(int truth, int guess) {

  /** Whether the pictures of this cell are told right. */
  public boolean isRight() {
    return truth == guess;
  }
}
