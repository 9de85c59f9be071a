package cnnworkshop.app.train;

import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.LayerState;
import cnnworkshop.core.train.TrainingEvent.Inside;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Says and paints what a network is like inside. */
final class InsideWords {

  /** Below and above these an update ratio is worth a word; between them lies the rule of thumb, 1e-3. */
  private static final double SMALL_RATIO = 1e-4;
  private static final double LARGE_RATIO = 1e-2;

  private final Texts texts;

  InsideWords(Texts texts) {
    this.texts = texts;
  }

  /** The layers of one epoch as rows. */
  List<InsideRow> rows(InsideHistory history, int position) {
    Inside inside = history.get(position);
    return IntStream.range(0, inside.layers().size())
        .mapToObj(i -> row(inside.layers().get(i), history.updateRatios(i), position)).toList();
  }

  private InsideRow row(LayerState layer, double[] ratios, int position) {
    boolean stepped = !Double.isNaN(layer.updateRatio());
    String length = texts.get("train.inside.number", rounded(layer.length(), 3));
    String ratio = stepped ? texts.get("train.inside.ratio", rounded(layer.updateRatio(), 2)) : "–";
    String ratioWords = stepped ? ratioWords(layer.updateRatio()) : "";
    String outputs = texts.get("train.inside.outputs", rounded(layer.mean(), 2), rounded(layer.deviation(), 2));
    String silent = layer.silent().isEmpty() ? "–" : layer.hasManySilent()
        ? texts.get("train.inside.silent.many", layer.silent().getAsInt(), layer.units(), layer.silentShare())
        : texts.get("train.inside.silent", layer.silent().getAsInt(), layer.units(), layer.silentShare());
    String words = texts.get("train.inside.row", layer.name(), length, ratio, ratioWords, outputs, silent);
    return new InsideRow(layer.name(), length, layer.updateRatio(), ratio, ratioWords, ratios, position, outputs,
        silent, layer.hasManySilent(), words);
  }

  private String ratioWords(double ratio) {
    if (ratio < SMALL_RATIO) {
      return texts.get("train.inside.ratio.small");
    }
    return ratio > LARGE_RATIO ? texts.get("train.inside.ratio.large") : texts.get("train.inside.ratio.usual");
  }

  /** A pattern can't round to digits that count. */
  private static double rounded(double value, int digits) {
    return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(digits)).doubleValue() : value;
  }

  /** The filters of one epoch. */
  InsideFilters filters(Inside inside, Inside start, boolean asChange) {
    Filters now = inside.filters();
    if (now == null) {
      return new InsideFilters(List.of(), null, texts.get("train.inside.no-filters"), List.of());
    }
    Filters before = start.filters();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < now.count(); i++) {
      words.add(texts.get("train.inside.filter", i + 1, length(now, null, i), length(now, before, i)));
    }
    if (!asChange) {
      return new InsideFilters(FilterPicture.asTheyAre(now), null,
          texts.get("train.inside.accessible.as-they-are", now.count(), now.spec().name(), inside.epoch()), words);
    }
    ValueRange range = FilterPicture.rangeOfChange(now, before);
    return new InsideFilters(FilterPicture.change(now, before, range), range,
        texts.get("train.inside.accessible.change", now.count(), now.spec().name(), inside.epoch(), start.epoch()),
        words);
  }

  /** Euclidean length of a filter, or of its difference to the same one earlier. */
  private static double length(Filters now, Filters before, int filter) {
    int size = now.weights().length / now.count();
    double squares = 0;
    for (int i = filter * size; i < (filter + 1) * size; i++) {
      double number = now.weights()[i] - (before == null ? 0 : before.weights()[i]);
      squares += number * number;
    }
    return Math.sqrt(squares);
  }
}
