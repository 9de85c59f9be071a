package cnnworkshop.cli;

import cnnworkshop.core.net.ComputeOn;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code cpu} and {@code gpu}. */
final class DeviceName implements ITypeConverter<ComputeOn> {

  @Override
  public ComputeOn convert(String value) {
    return ComputeOn.named(value).orElseThrow(() -> new TypeConversionException(value));
  }
}
