package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.ExplanationTable;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.NpyFile;
import cnnworkshop.core.inspect.Occlusion;
import cnnworkshop.core.inspect.OcclusionSweep;
import cnnworkshop.core.inspect.PatchGrid;
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

/** Slides a patch over what a network sees, and writes where that changes its answer most. */
@Command(name = "occlusion", header = "cli.occlusion.header", description = "cli.occlusion.description")
final class OcclusionCommand implements Callable<Integer> {

  private static final int AT_ONCE = 16;

  private final Workbench workbench;
  private final Json json = new Json();

  @Mixin
  private ExplanationOptions options;

  @Option(names = "--patch", paramLabel = "PIXELS", converter = PositiveNumber.class,
      descriptionKey = "cli.occlusion.patch")
  private int patch = 12;

  @Option(names = "--step", paramLabel = "PIXELS", converter = PositiveNumber.class,
      descriptionKey = "cli.occlusion.step")
  private int step = 4;

  @Option(names = "--fill", paramLabel = "grey|mean|blurred", descriptionKey = "cli.occlusion.fill")
  private Occlusion.Fill fill = Occlusion.Fill.GREY;

  OcclusionCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    return options.run(workbench, this::explain);
  }

  private List<Path> explain(Explanation explanation, Path folder, ObjectNode summary) throws IOException {
    Occlusion occlusion = new Occlusion(explanation.shape(), explanation.view(), patch, step, fill);
    OcclusionSweep sweep = OcclusionSweep.of(explanation.network(), occlusion, AT_ONCE, done -> true);
    summarise(explanation.explained(), sweep, summary);
    PatchGrid grid = occlusion.grid();
    float[] effects = sweep.effects(explanation.explained());
    boolean signed = explanation.explained().isSigned();
    List<Path> files = new ArrayList<>(explanation.write(folder, "occlusion",
        Heat.of(explanation.shape().width(), explanation.shape().height(), grid.spread(effects), signed),
        Heat.of(grid.columns(), grid.rows(), effects, signed)));
    if (options.npy()) {
      Path npy = explanation.file(folder, "occlusion", ".npy");
      NpyFile.write(npy, ExplanationTable.maps(sweep, explanation.columns().values()));
      files.add(npy);
    }
    if (options.csv()) {
      Path csv = explanation.file(folder, "occlusion", ".csv");
      ExplanationTable.write(csv, sweep, explanation.columns());
      files.add(csv);
    }
    return files;
  }

  private void summarise(Explained explained, OcclusionSweep sweep, ObjectNode summary) {
    PatchGrid grid = sweep.occlusion().grid();
    summary.put("patch", grid.patch());
    summary.put("step", step);
    summary.put("fill", fill.name().toLowerCase(Locale.ROOT));
    summary.put("places", grid.count());
    for (int place : sweep.strongest(explained, 1)) {
      ObjectNode strongest = summary.putObject("strongest");
      strongest.put("row", grid.top(place));
      strongest.put("column", grid.left(place));
      strongest.put("effect", Json.rounded(sweep.effect(place, explained)));
      if (explained instanceof Explained.OfPoint point) {
        strongest.set("pushed", json.array(point.right(sweep.plain(), sweep.outputs(place)),
            point.down(sweep.plain(), sweep.outputs(place))));
      }
    }
  }
}
