package cnnworkshop.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number above 0. */
final class PositiveNumber implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new TypeConversionException(e.getMessage());
    }
    throw new TypeConversionException(value);
  }
}
