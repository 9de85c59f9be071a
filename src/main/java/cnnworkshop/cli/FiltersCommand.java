package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.inspect.FilterCsvFile;
import cnnworkshop.core.inspect.FilterFacts;
import cnnworkshop.core.inspect.FilterLikeness;
import cnnworkshop.core.inspect.FilterOrder;
import cnnworkshop.core.inspect.FilterPictures;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FilterSheet;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.NpyFile;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.inspect.SvgFile;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes the filters of a convolution: a picture each, a sheet of all, the exact numbers if wanted. */
@Command(name = "filters", header = "cli.filters.header", description = "cli.filters.description")
final class FiltersCommand implements Callable<Integer> {

  /** The orders as they are called on the command line; that by activity needs a picture. */
  enum Order {
    INDEX(FilterOrder.INDEX),
    NORM(FilterOrder.NORM),
    LIKENESS(FilterOrder.LIKENESS);

    private final FilterOrder order;

    Order(FilterOrder order) {
      this.order = order;
    }
  }

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "cli.filters.layer")
  private String layer;

  @Option(names = "--scale", paramLabel = "own|common|signed", descriptionKey = "cli.filters.scale")
  private FilterScaling scale = FilterScaling.OWN;

  @Option(names = "--channel", paramLabel = "mean|norm|N", converter = SliceConverter.class,
      descriptionKey = "cli.filters.channel")
  private FilterSlice slice;

  @Option(names = "--order", paramLabel = "index|norm|likeness", descriptionKey = "cli.filters.order")
  private Order order = Order.INDEX;

  @Option(names = "--zoom", paramLabel = "N", converter = PositiveNumber.class, descriptionKey = "cli.filters.zoom")
  private int zoom = 1;

  @Option(names = "--svg", descriptionKey = "cli.filters.svg")
  private boolean svg;

  @Option(names = "--csv", descriptionKey = "cli.filters.csv")
  private boolean csv;

  @Option(names = "--npy", descriptionKey = "cli.filters.npy")
  private boolean npy;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "cli.filters.out")
  private Path out;

  FiltersCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    try (Network network = workbench.network(model, common.threads())) {
      int number = layer(network);
      Filters filters = Filters.of(network, number);
      FilterSlice seen = slice == null
          ? FilterSlice.usual(filters, Filters.firstLayer(network.spec()).orElse(-1) == number) : slice;
      if (seen.channel() >= filters.channels()) {
        throw new CommandFailure("cli.filters.no-channel", seen.channel(), filters.spec().name(),
            filters.channels() - 1);
      }
      Files.createDirectories(out);
      write(filters, FilterPictures.of(filters, seen, scale));
      if (!common.quiet()) {
        Size size = filters.spec().filter();
        workbench.err().println(workbench.texts().get("cli.filters.done", filters.count(), size.rows(),
            size.columns(), filters.channels(), filters.spec().name(), out.toString()));
      }
    }
    return Main.DONE;
  }

  private int layer(Network network) throws CommandFailure {
    List<LayerSpec> layers = network.spec().layers();
    List<Integer> convolutions = IntStream.range(0, layers.size())
        .filter(i -> layers.get(i) instanceof LayerSpec.Convolution).boxed().toList();
    if (convolutions.isEmpty()) {
      throw new CommandFailure("cli.filters.none");
    }
    int wanted = layer == null ? convolutions.get(0) : network.spec().indexOf(layer);
    if (!convolutions.contains(wanted)) {
      throw new CommandFailure("cli.filters.no-layer", layer,
          convolutions.stream().map(i -> layers.get(i).name()).collect(Collectors.joining(", ")));
    }
    return wanted;
  }

  private void write(Filters filters, FilterPictures pictures) throws IOException {
    String name = MapsCommand.fileName(filters.spec().name());
    for (int filter = 0; filter < filters.count(); filter++) {
      Path file = out.resolve(name + "-" + (filter < 10 ? "0" : "") + filter + ".png");
      PngFile.write(file, FilterSheet.enlarged(pictures.pictures().get(filter), zoom));
      workbench.out().println(file);
    }
    FilterSheet sheet = FilterSheet.of(pictures, order.order.of(FilterFacts.of(filters), List::of,
        () -> FilterLikeness.of(filters)));
    write(name + "-sheet.png", file -> PngFile.write(file, sheet.picture()));
    if (svg) {
      write(name + "-sheet.svg", file -> SvgFile.write(file, sheet));
    }
    if (csv) {
      write(name + ".csv", file -> FilterCsvFile.write(file, filters));
    }
    if (npy) {
      Size size = filters.spec().filter();
      write(name + ".npy", file -> NpyFile.write(file, filters.weights(), filters.count(), filters.channels(),
          size.rows(), size.columns()));
      write(name + "-biases.npy", file -> NpyFile.write(file, filters.biases(), filters.count()));
    }
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private void write(String name, Writing writing) throws IOException {
    Path file = out.resolve(name);
    writing.to(file);
    workbench.out().println(file);
  }

  /** Reads {@code mean}, {@code norm} or the number of a channel. */
  static final class SliceConverter implements ITypeConverter<FilterSlice> {

    @Override
    public FilterSlice convert(String value) {
      if (value.equalsIgnoreCase("mean")) {
        return FilterSlice.MEAN;
      }
      if (value.equalsIgnoreCase("norm")) {
        return FilterSlice.NORM;
      }
      try {
        int channel = Integer.parseInt(value);
        if (channel >= 0) {
          return FilterSlice.channel(channel);
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException(e.getMessage());
      }
      throw new TypeConversionException(value);
    }
  }
}
