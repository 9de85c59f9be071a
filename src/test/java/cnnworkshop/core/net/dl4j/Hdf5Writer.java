package cnnworkshop.core.net.dl4j;

import static org.bytedeco.hdf5.global.hdf5.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes small HDF5 files for tests. */
final class Hdf5Writer implements AutoCloseable {

  private final long file;

  Hdf5Writer(Path path) {
    file = H5Fcreate(path.toString(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  }

  /** A text of as many bytes as it has, as old programs write it. */
  Hdf5Writer fixedText(String attribute, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long type = H5Tcopy(H5T_C_S1_g());
    H5Tset_size(type, bytes.length);
    try (BytePointer value = new BytePointer(bytes)) {
      attribute(attribute, type, value);
    }
    return this;
  }

  /** A text of any length, as h5py writes it. */
  Hdf5Writer text(String attribute, String text) {
    long type = H5Tcopy(H5T_C_S1_g());
    H5Tset_size(type, H5T_VARIABLE);
    try (BytePointer value = new BytePointer(text, StandardCharsets.UTF_8);
        PointerPointer<BytePointer> place = new PointerPointer<>(1)) {
      place.put(0, value);
      attribute(attribute, type, place);
    }
    return this;
  }

  private void attribute(String name, long type, org.bytedeco.javacpp.Pointer value) {
    long space = H5Screate(H5S_SCALAR);
    long id = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(id, type, value);
    H5Aclose(id);
    H5Sclose(space);
    H5Tclose(type);
  }

  Hdf5Writer group(String path) {
    H5Gclose(H5Gcreate2(file, path, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    return this;
  }

  Hdf5Writer array(String path, float[] values, long... shape) {
    long space = H5Screate_simple(shape.length, shape, null);
    long id = H5Dcreate2(file, path, H5T_NATIVE_FLOAT_g(), space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    try (FloatPointer data = new FloatPointer(values)) {
      H5Dwrite(id, H5T_NATIVE_FLOAT_g(), H5S_ALL, H5S_ALL, H5P_DEFAULT, data);
    }
    H5Dclose(id);
    H5Sclose(space);
    return this;
  }

  @Override
  public void close() {
    H5Fclose(file);
  }
}
