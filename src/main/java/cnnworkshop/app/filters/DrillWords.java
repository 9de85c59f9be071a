package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberText;
import cnnworkshop.core.inspect.MapSummary;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;

/** Layers, maps and values in words. */
record DrillWords(Texts texts) {

  private static final double PERCENT = 100;

  /** What a layer does, with its settings. */
  String kind(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution c) {
      return texts.get("filters.maps.kind.convolution", c.filters(), size(c.filter()), activation(c.activation()));
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return texts.get("filters.maps.kind.pooling", pool(p.pool()), size(p.window()));
    }
    if (layer instanceof LayerSpec.GlobalPooling p) {
      return texts.get("filters.maps.kind.global-pooling", pool(p.pool()));
    }
    if (layer instanceof LayerSpec.Dense d) {
      return texts.get("filters.maps.kind.dense", d.units(), activation(d.activation()));
    }
    if (layer instanceof LayerSpec.ActivationOnly a) {
      return texts.get("filters.maps.kind.activation", activation(a.activation()));
    }
    if (layer instanceof LayerSpec.Dropout) {
      return texts.get("filters.maps.kind.dropout");
    }
    return layer instanceof LayerSpec.Other o ? texts.get("filters.maps.kind.other", o.kind())
        : texts.get("filters.maps.kind.normalization");
  }

  private static String size(Size size) {
    return size.rows() + " × " + size.columns();
  }

  /** An activation function's name. */
  String activation(Activation activation) {
    return texts.get(switch (activation) {
      case LINEAR -> "filters.maps.activation.linear";
      case RELU -> "filters.maps.activation.relu";
      case SOFTMAX -> "filters.maps.activation.softmax";
      case SIGMOID -> "filters.maps.activation.sigmoid";
      case TANH -> "filters.maps.activation.tanh";
      case OTHER -> "filters.maps.activation.other";
    });
  }

  /** How a window is summed up. */
  String pool(Pool pool) {
    return texts.get(switch (pool) {
      case MAX -> "filters.maps.pool.max";
      case AVERAGE -> "filters.maps.pool.average";
      case OTHER -> "filters.maps.pool.other";
    });
  }

  /** A layer's shape. */
  String shape(Shape shape) {
    return shape.height() == 1 && shape.width() == 1 ? texts.get("filters.maps.shape.flat", shape.channels())
        : texts.get("filters.maps.shape", shape.channels(), shape.height(), shape.width());
  }

  /** How many of a layer's values are zero, and how many of its maps are dead. */
  String zeros(DrillLayer layer) {
    String zeros = texts.get("filters.maps.zeros", layer.summary().zeroShare());
    // Of single values, those that are zero and those that are dead are the same.
    return layer.isFlat() ? zeros : zeros + " · " + texts.get("filters.maps.dead", layer.summary().dead(),
        layer.summary().maps().size(), layer.summary().deadShare());
  }

  /** From a layer's smallest value to its largest. */
  String range(DrillLayer layer) {
    ValueRange range = layer.summary().range();
    return Float.isNaN(range.low()) ? texts.get("filters.maps.no-numbers")
        : texts.get("filters.maps.range", number(range.low()), number(range.high()));
  }

  /** A layer as a whole, for a screen reader. */
  String layer(DrillLayer layer) {
    return texts.get("filters.maps.layer", layer.spec().name(), kind(layer.spec()), shape(layer.shape()),
        zeros(layer), range(layer));
  }

  /** What stands under a map; not 100 % as long as there is a value. */
  String label(MapSummary map) {
    return map.isDead() ? texts.get("filters.maps.label.dead", map.map())
        : texts.get("filters.maps.label", map.map(), Math.floor(PERCENT * map.zeroShare()) / PERCENT);
  }

  /** The map or unit of a place. */
  String one(DrillMaps maps, DrillPlace place) {
    DrillLayer layer = maps.layers().get(place.layer());
    return layer.isFlat() ? texts.get("filters.maps.unit",
        new PatchesWords(texts).unit(maps.network(), place.layer(), place.map()),
        number(layer.maps().values()[place.map()])) : map(layer.summary().maps().get(place.map()));
  }

  /** A map, for a screen reader. */
  String map(MapSummary map) {
    return map.isDead() ? texts.get("filters.maps.map.dead", map.map())
        : texts.get("filters.maps.map", map.map(), map.zeroShare(), number(map.lowest()), number(map.highest()));
  }

  /** A value with three digits that count. */
  String number(double value) {
    return NumberText.fitting(texts.locale(), value).of(value);
  }

  /** A place in a layer. */
  String place(DrillMaps maps, DrillPlace place) {
    DrillLayer layer = maps.layers().get(place.layer());
    String name = layer.spec().name();
    return layer.isFlat() ? texts.get("filters.maps.place.unit", name, place.map())
        : texts.get("filters.maps.place", name, place.map(), place.row(), place.column());
  }

  /**
   * A value that a layer got.
   *
   * @param number of all its inputs, maps one after the other, each row by row
   */
  String before(DrillMaps maps, int layer, int number) {
    Shape shape = maps.before(layer).shape();
    int cells = shape.height() * shape.width();
    int map = number / cells;
    int row = number % cells / shape.width();
    int column = number % shape.width();
    if (layer == 0) {
      return texts.get("filters.maps.place.input", map, row, column);
    }
    return place(maps, new DrillPlace(DrillLevel.NUMBER, layer - 1, map, row, column));
  }
}
