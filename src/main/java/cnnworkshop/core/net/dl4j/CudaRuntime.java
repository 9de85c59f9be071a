package cnnworkshop.core.net.dl4j;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.SizeTPointer;

/** CUDA's runtime through JavaCPP's presets; by reflection, since only the profile {@code cuda} has them to offer. */
final class CudaRuntime implements Cuda {

  private static final String RUNTIME = "org.bytedeco.cuda.global.cudart";
  private static final String PROPERTIES = "org.bytedeco.cuda.cudart.cudaDeviceProp";

  /** In the order in which they need each other; {@code libnd4jcuda} needs the first three. */
  private static final List<String> LIBRARIES = List.of("org.bytedeco.cuda.global.cublas",
      "org.bytedeco.cuda.global.cusolver", "org.bytedeco.cuda.global.cudnn",
      "org.nd4j.linalg.jcublas.bindings.Nd4jCuda");

  private static final int SUCCESS = 0;

  @Override
  public boolean isBuiltIn() {
    return CudaRuntime.class.getResource("/" + OneBackend.CUDA) != null;
  }

  @Override
  public void loadDriver() {
    if (System.getProperty("os.name").startsWith("Windows")) {
      String windows = System.getenv("SystemRoot");
      Path driver = Path.of(windows == null ? "C:\\Windows" : windows, "System32", "nvcuda.dll");
      if (!Files.exists(driver)) {
        throw new UnsatisfiedLinkError(driver.toString());
      }
    } else {
      // Asked for by itself: of several missing libraries the linker would name another one first.
      Loader.loadGlobal("libcuda.so.1");
    }
  }

  @Override
  public int deviceCount() throws CudaError {
    int[] count = new int[1];
    check((int) call(RUNTIME, null, "cudaGetDeviceCount", new Class<?>[] {int[].class}, new Object[] {count}));
    return count[0];
  }

  @Override
  public Device firstDevice() throws CudaError {
    int[] driver = new int[1];
    check((int) call(RUNTIME, null, "cudaDriverGetVersion", new Class<?>[] {int[].class}, new Object[] {driver}));
    try {
      Class<?> type = Class.forName(PROPERTIES);
      Object device = type.getConstructor().newInstance();
      check((int) call(RUNTIME, null, "cudaGetDeviceProperties", new Class<?>[] {type, int.class}, device, 0));
      return new Device(((BytePointer) of(device, "name")).getString(), (long) of(device, "totalGlobalMem"), driver[0],
          (int) of(device, "major"), (int) of(device, "minor"));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.toString(), e);
    }
  }

  @Override
  public long freeBytes() throws CudaError {
    try (SizeTPointer free = new SizeTPointer(1); SizeTPointer total = new SizeTPointer(1)) {
      check((int) call(RUNTIME, null, "cudaMemGetInfo", new Class<?>[] {SizeTPointer.class, SizeTPointer.class}, free,
          total));
      return free.get();
    }
  }

  @Override
  public void loadLibraries() {
    for (String library : LIBRARIES) {
      try {
        Loader.load(Class.forName(library, false, CudaRuntime.class.getClassLoader()));
      } catch (ClassNotFoundException e) {
        throw new LinkageError(library, e);
      }
    }
  }

  private static void check(int code) throws CudaError {
    if (code != SUCCESS) {
      BytePointer words = (BytePointer) call(RUNTIME, null, "cudaGetErrorString", new Class<?>[] {int.class}, code);
      throw new CudaError(code, words.getString() + " (" + code + ")");
    }
  }

  private static Object of(Object device, String property) {
    return call(device.getClass().getName(), device, property, new Class<?>[] {});
  }

  private static Object call(String owner, Object on, String method, Class<?>[] types, Object... arguments) {
    try {
      return Class.forName(owner).getMethod(method, types).invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new LinkageError(String.valueOf(e.getCause()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.toString(), e);
    }
  }
}
