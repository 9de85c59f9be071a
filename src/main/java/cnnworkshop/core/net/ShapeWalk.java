package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a network layer by layer, as a picture would, and notes what becomes of it. */
final class ShapeWalk {

  private static final int BYTES_A_VALUE = 4;
  /** Of one layer for one picture: 200 MB; a batch of them fills any machine. */
  private static final long MOST_VALUES = 50_000_000;

  private final Shape picture;
  private final Findings findings;
  private final List<LayerCheck> checks = new ArrayList<>();

  /** What the next layer gets. */
  private Shape shape;
  private ReceptiveField field = ReceptiveField.pixel();
  /** Whether it gets maps; after a dense layer or global pooling it gets a plain list. */
  private boolean maps = true;

  ShapeWalk(NetworkSpec spec, Findings findings) {
    this.picture = spec.input();
    this.shape = spec.input();
    this.findings = findings;
    boolean known = true;
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      // A drop rate out of range is a fault, but the shapes behind it are known.
      boolean computable = layer instanceof LayerSpec.Dropout || !findings.hasFault(i);
      LayerCheck check = known && computable ? check(i, layer) : LayerCheck.OPEN;
      known = check.output().isPresent();
      checks.add(check);
    }
  }

  List<LayerCheck> layers() {
    return checks;
  }

  private LayerCheck check(int layer, LayerSpec spec) {
    if (spec instanceof Convolution c) {
      return convolution(layer, c);
    }
    if (spec instanceof Pooling p) {
      return pooling(layer, p);
    }
    if (spec instanceof LayerSpec.GlobalPooling) {
      if (needsMaps(layer)) {
        return LayerCheck.OPEN;
      }
      maps = false;
      field = ReceptiveField.whole(picture);
      return to(layer, Shape.flat(shape.channels()), 0, 0, Optional.empty());
    }
    if (spec instanceof Dense d) {
      double weights = (double) values(shape) * d.units();
      maps = false;
      field = ReceptiveField.whole(picture);
      return to(layer, Shape.flat(d.units()), weights + d.units(), weights, Optional.empty());
    }
    if (spec instanceof LayerSpec.BatchNormalization) {
      // A factor and an offset a channel; means and variances are measured, not trained.
      return to(layer, shape, 2.0 * shape.channels(), values(shape), Optional.empty());
    }
    return to(layer, shape, 0, 0, Optional.empty());
  }

  private LayerCheck convolution(int layer, Convolution c) {
    SlidingWindow window = SlidingWindow.of(c);
    if (needsMaps(layer) || doesNotFit(layer, window, "net.fault.filter-too-large")) {
      return LayerCheck.OPEN;
    }
    Size extent = window.extent();
    if (c.padding().same() && window.largerThan(shape)) {
      findings.warning(layer, "net.warning.filter-beyond-input", extent.rows(), extent.columns(), shape.height(),
          shape.width());
    }
    if (window.seesOnlyPadding()) {
      findings.warning(layer, "net.warning.filter-of-padding", extent.rows(), extent.columns());
    }
    if (window.skips()) {
      findings.warning(layer, "net.warning.filter-skips", extent.rows(), extent.columns(), c.stride().rows(),
          c.stride().columns());
    }
    noteRemainder(layer, window);
    FilterReach reach = reach(layer, window);
    Size outputs = window.outputs(shape);
    double weights = (double) c.filters() * shape.channels() * c.filter().rows() * c.filter().columns();
    return to(layer, new Shape(c.filters(), outputs.rows(), outputs.columns()),
        weights + (c.bias() ? c.filters() : 0), weights * outputs.rows() * outputs.columns(), Optional.of(reach));
  }

  private FilterReach reach(int layer, SlidingWindow window) {
    ReceptiveField before = field;
    field = before.through(window.extent(), window.stride());
    FilterReach reach = FilterReach.of(window.extent(), before, field, picture);
    if (reach.capacityTooLow()) {
      findings.warning(layer, "net.warning.capacity", reach.capacity());
    }
    if (reach.coverageTooHigh()) {
      findings.warning(layer, "net.warning.coverage", reach.coverage(), field.size().rows(), field.size().columns(),
          picture.height(), picture.width());
    }
    return reach;
  }

  private LayerCheck pooling(int layer, Pooling p) {
    SlidingWindow window = SlidingWindow.of(p);
    if (needsMaps(layer) || doesNotFit(layer, window, "net.fault.window-too-large")) {
      return LayerCheck.OPEN;
    }
    Size extent = window.extent();
    if (window.seesOnlyPadding()) {
      // The maximum of no values at all is −∞.
      findings.fault(layer, "net.fault.window-of-padding", extent.rows(), extent.columns());
      return LayerCheck.OPEN;
    }
    if (window.skips()) {
      findings.warning(layer, "net.warning.window-skips", extent.rows(), extent.columns(), p.stride().rows(),
          p.stride().columns());
    }
    noteRemainder(layer, window);
    Size outputs = window.outputs(shape);
    field = field.through(extent, p.stride());
    return to(layer, new Shape(shape.channels(), outputs.rows(), outputs.columns()), 0, 0, Optional.empty());
  }

  private boolean needsMaps(int layer) {
    if (!maps) {
      findings.fault(layer, "net.fault.needs-maps");
    }
    return !maps;
  }

  private boolean doesNotFit(int layer, SlidingWindow window, String key) {
    Size outputs = window.outputs(shape);
    boolean fits = outputs.rows() > 0 && outputs.columns() > 0;
    if (!fits) {
      Size input = window.padded(shape);
      findings.fault(layer, key, window.extent().rows(), window.extent().columns(), input.rows(), input.columns());
    }
    return !fits;
  }

  private void noteRemainder(int layer, SlidingWindow window) {
    Size remainder = window.remainder(shape);
    if (remainder.rows() > 0 || remainder.columns() > 0) {
      findings.note(layer, "net.note.remainder", remainder.rows(), remainder.columns());
    }
  }

  /** Numbers come as doubles: what is too large to be true becomes the largest long instead of wrapping. */
  private LayerCheck to(int layer, Shape output, double parameters, double multiplyAdds, Optional<FilterReach> reach) {
    long values = values(output);
    if (values > MOST_VALUES) {
      findings.fault(layer, "net.fault.output-too-large", output.channels(), output.height(), output.width(), values);
      return LayerCheck.OPEN;
    }
    shape = output;
    return new LayerCheck(Optional.of(output), (long) parameters, values * BYTES_A_VALUE, (long) multiplyAdds,
        Optional.of(field), reach);
  }

  /** As {@link Shape#size()}, beyond two thousand million too. */
  private static long values(Shape shape) {
    return (long) shape.channels() * shape.height() * shape.width();
  }
}
