package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapPicture;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.MapSheet;
import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.inspect.NpyFile;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a layer's filters make of a picture: a picture each, a sheet of all, the exact values if wanted. */
@Command(name = "maps", header = "cli.maps.header", description = "cli.maps.description")
final class MapsCommand implements Callable<Integer> {

  /** Longest side of a map on the sheet, in pixels. */
  private static final int SHEET_MAP_SIDE = 320;

  /** The scales as they are called on the command line. */
  enum Scale {
    OWN(MapScaling.PER_MAP),
    COMMON(MapScaling.COMMON);

    private final MapScaling scaling;

    Scale(MapScaling scaling) {
      this.scaling = scaling;
    }
  }

  /** The colours as they are called on the command line. */
  enum Colours {
    GREY(ColourScale.GREY),
    INVERTED(ColourScale.GREY_INVERTED),
    VIRIDIS(ColourScale.VIRIDIS);

    private final ColourScale scale;

    Colours(ColourScale scale) {
      this.scale = scale;
    }
  }

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "cli.maps.layer")
  private String layer;

  @Option(names = "--face", paramLabel = "x,y,w,h", converter = Box.Converter.class, descriptionKey = "cli.maps.face")
  private Box face;

  @Option(names = "--scale", paramLabel = "own|common", descriptionKey = "cli.maps.scale")
  private Scale scale = Scale.OWN;

  @Option(names = "--colours", paramLabel = "grey|inverted|viridis", descriptionKey = "cli.maps.colours")
  private Colours colours = Colours.GREY;

  @Option(names = "--npy", descriptionKey = "cli.maps.npy")
  private boolean npy;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "cli.maps.out")
  private Path out;

  @Parameters(paramLabel = "FILE", descriptionKey = "cli.maps.file")
  private Path file;

  MapsCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    try (Network network = workbench.network(model, common.threads())) {
      MapSource source = MapSource.of(network, layer);
      Photo photo = workbench.photos().load(file);
      Maps maps = maps(source, photo);
      Files.createDirectories(out);
      ExecutorService workers = Executors.newFixedThreadPool(common.workers());
      try {
        write(maps, fileName(source.layerName()), workers);
      } finally {
        workers.shutdown();
      }
      if (!common.quiet()) {
        workbench.err().println(workbench.texts().get("cli.maps.done", maps.count(), maps.width(), maps.height(),
            source.layerName(), out.toString()));
      }
    }
    return Main.DONE;
  }

  private Maps maps(MapSource source, Photo photo) throws UserFailure, IOException {
    if (face != null) {
      return source.of(photo, face.square());
    }
    return source.needsFace() ? source.of(photo, workbench.faces()) : source.of(photo);
  }

  private void write(Maps maps, String name, ExecutorService workers) throws IOException {
    List<MapReduction> reductions = new ArrayList<>();
    maps.reduceAll(SHEET_MAP_SIDE, reductions::add, () -> false, workers, common.workers());
    List<Callable<Path>> files = new ArrayList<>();
    for (MapReduction reduction : reductions) {
      Path picture = out.resolve("%s-%02d.png".formatted(name, reduction.map()));
      files.add(() -> {
        PngFile.write(picture, new MapPicture(maps, reduction.map(), colours.scale,
            scale.scaling.range(reduction, reductions)));
        return picture;
      });
    }
    Path sheet = out.resolve(name + "-sheet.png");
    files.add(() -> {
      PngFile.write(sheet, new MapSheet(colours.scale, scale.scaling).picture(reductions));
      return sheet;
    });
    if (npy) {
      Path values = out.resolve(name + ".npy");
      files.add(() -> {
        NpyFile.write(values, maps);
        return values;
      });
    }
    List<Future<Path>> written = files.stream().map(workers::submit).toList();
    for (Future<Path> path : written) {
      workbench.out().println(result(path));
    }
  }

  private static Path result(Future<Path> path) throws IOException {
    try {
      return path.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Names in files of other programs may hold what no file name can. */
  static String fileName(String layerName) {
    return layerName.replaceAll("[^\\p{L}\\p{N}._-]", "_");
  }
}
