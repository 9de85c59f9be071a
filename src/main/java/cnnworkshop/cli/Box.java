package cnnworkshop.cli;

import cnnworkshop.core.image.FaceSquare;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A rectangle around a face as a person writes it: {@code x,y,w,h} in pixels of the upright picture.
 *
 * @param x its first column
 * @param y its first row
 * @param width columns, above 0
 * @param height rows, above 0
 */
record Box(double x, double y, double width, double height) {

  private static final int NUMBERS = 4;

  /** The smallest square around the rectangle with the same middle: the network looks at squares. */
  FaceSquare square() {
    double side = Math.max(width, height);
    return FaceSquare.ofBox(x - (side - width) / 2, y - (side - height) / 2, side);
  }

  /** Reads {@code x,y,w,h}. */
  static final class Converter implements ITypeConverter<Box> {

    @Override
    public Box convert(String value) {
      String[] parts = value.split(",", -1);
      if (parts.length != NUMBERS) {
        throw new TypeConversionException(value);
      }
      double[] numbers = new double[NUMBERS];
      for (int i = 0; i < NUMBERS; i++) {
        numbers[i] = number(parts[i]);
      }
      if (!(numbers[2] > 0) || !(numbers[3] > 0)) {
        throw new TypeConversionException(value);
      }
      return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static double number(String text) {
      try {
        double number = Double.parseDouble(text.strip());
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException(e.getMessage());
      }
      throw new TypeConversionException(text);
    }
  }
}
