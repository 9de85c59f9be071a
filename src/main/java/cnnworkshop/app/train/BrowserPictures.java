package cnnworkshop.app.train;

/** Some pictures of a set, in the set's order; each is made when it is asked for. */
public final class BrowserPictures {

  private final BrowserSet set;
  private final int[] numbers;

  /** @param numbers of the pictures in the set */
  BrowserPictures(BrowserSet set, int[] numbers) {
    this.set = set;
    this.numbers = numbers;
  }

  /** How many there are. */
  public int size() {
    return numbers.length;
  }

  /** A picture as it is. */
  public BrowserPicture get(int index) {
    return set.picture(numbers[index]);
  }

  /** The number of a picture in the set. */
  int number(int index) {
    return numbers[index];
  }
}
