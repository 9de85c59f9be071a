package org.nd4j.nativeblas;

/**
 * The name under which DL4J 1.0.0-M2.1 looks for ND4J's CPU environment.
 *
 * <p>{@code BaseMKLDNNHelper} asks a class of this name, by reflection, whether oneDNN may be used. M2.1 renamed
 * that class to {@code org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu}, so without this stand-in the fast
 * convolutions stay off. It must stand in this package and answers with what the renamed class says.
 */
public final class Nd4jCpu {

  private Nd4jCpu() {}

  /** What DL4J asks for: {@code getInstance().isUseMKLDNN()}. */
  public static final class Environment {

    private Environment() {}

    /** Called by DL4J through reflection. */
    public static Environment getInstance() {
      return new Environment();
    }

    /** Whether the loaded natives hold oneDNN and may use it. */
    public boolean isUseMKLDNN() {
      return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
