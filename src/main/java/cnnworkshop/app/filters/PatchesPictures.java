package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PatchLook;
import cnnworkshop.core.inspect.PatchSquares;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of pictures to search. They are read one by one, in the background, and again where one of them is shown.
 *
 * @param entries the pictures, in order
 * @param passedOver how many further files there are that are no pictures, or beyond the largest number taken
 */
record PatchesPictures(List<Entry> entries, int passedOver) {

  /** Reads a picture. */
  @FunctionalInterface
  interface Reader {
    /** @throws UserFailure if it can't be read */
    Photo read() throws UserFailure;
  }

  /** Which parts of a picture the network looks at. */
  enum Parts {
    /** The picture's own square alone. */
    ONE,
    /** Its own square, then squares all over it. */
    ALL_OVER
  }

  /**
   * One picture.
   *
   * @param name what a person knows it by
   * @param square its own square; null for the middle
   */
  record Entry(String name, Reader reader, FaceSquare square, Parts parts) {}

  PatchesPictures {
    entries = List.copyOf(entries);
  }

  int count() {
    return entries.size();
  }

  String name(int picture) {
    return entries.get(picture).name();
  }

  /** Reads a picture; may take long. */
  Photo read(int picture) throws UserFailure {
    return entries.get(picture).reader().read();
  }

  /**
   * How the network looks at a picture.
   *
   * @param inputSize rows and columns of the network's input
   */
  List<PatchLook> looks(int picture, Photo photo, int inputSize) {
    Entry entry = entries.get(picture);
    FaceSquare own = entry.square();
    List<FaceSquare> squares = new ArrayList<>();
    if (own != null || entry.parts() == Parts.ONE) {
      squares.add(own == null ? FaceSquare.middleOf(photo) : own);
    }
    if (entry.parts() == Parts.ALL_OVER) {
      squares.addAll(PatchSquares.over(photo, inputSize));
    }
    return squares.stream().distinct().map(square -> new PatchLook(picture, square)).toList();
  }
}
