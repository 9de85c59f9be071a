package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.inspect.ExplanationTable;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.NpyFile;
import cnnworkshop.core.inspect.Saliency;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.inspect.SmoothGradient;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes how a network's answer follows each pixel of what it sees. */
@Command(name = "saliency", header = "cli.saliency.header", description = "cli.saliency.description")
final class SaliencyCommand implements Callable<Integer> {

  private static final int AT_ONCE = 8;

  /** What is shown of a gradient as it is called on the command line. */
  enum Shown {
    STRENGTH(Look.STRENGTH),
    SIGNED(Look.SIGNED),
    TIMES_INPUT(Look.TIMES_INPUT);

    private final Look look;

    Shown(Look look) {
      this.look = look;
    }
  }

  private final Workbench workbench;

  @Mixin
  private ExplanationOptions options;

  @Option(names = "--look", paramLabel = "strength|signed|times_input", descriptionKey = "cli.saliency.look")
  private Shown shown = Shown.STRENGTH;

  @Option(names = "--smooth", paramLabel = "COPIES", converter = PositiveNumber.class,
      descriptionKey = "cli.saliency.smooth")
  private Integer copies;

  @Option(names = "--noise", paramLabel = "SHARE", descriptionKey = "cli.saliency.noise")
  private double noise = 0.15;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.saliency.seed")
  private long seed = 1;

  SaliencyCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    if (!(noise >= 0) || Double.isInfinite(noise)) {
      throw new CommandFailure("cli.saliency.bad-noise", String.valueOf(noise));
    }
    return options.run(workbench, this::explain);
  }

  private List<Path> explain(Explanation explanation, Path folder, ObjectNode summary)
      throws UserFailure, IOException {
    if (!Saliency.shows(shown.look, explanation.explained())) {
      throw new CommandFailure("cli.saliency.no-sign");
    }
    SmoothGradient smooth = copies == null ? SmoothGradient.plain(explanation.shape(), explanation.view())
        : new SmoothGradient(explanation.shape(), explanation.view(), copies, noise, seed);
    while (!smooth.isComplete()) {
      int count = Math.min(AT_ONCE, smooth.copies() - smooth.done());
      smooth.add(SmoothGradient.gradients(explanation.network(), explanation.explained(),
          smooth.noisy(smooth.done(), count), count));
    }
    summary.put("look", shown.name().toLowerCase(Locale.ROOT));
    summary.put("copies", smooth.copies());
    Shape shape = explanation.shape();
    float[] map = smooth.mean().map(shown.look);
    Heat heat = Heat.clipped(shape.width(), shape.height(), map, shown.look != Look.STRENGTH);
    List<Path> files = new ArrayList<>(explanation.write(folder, "saliency", heat, heat));
    if (options.npy()) {
      Path npy = explanation.file(folder, "saliency", ".npy");
      NpyFile.write(npy, new LayerMaps(new FeatureMaps(new Shape(1, shape.height(), shape.width()), map)));
      files.add(npy);
    }
    if (options.csv()) {
      Path csv = explanation.file(folder, "saliency", ".csv");
      ExplanationTable.write(csv, shape.width(), map);
      files.add(csv);
    }
    return files;
  }
}
