package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberText;
import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.inspect.FilterFacts;
import cnnworkshop.core.inspect.FilterOrder;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of filters. */
final class GalleryWords {

  private final Texts texts;

  GalleryWords(Texts texts) {
    this.texts = texts;
  }

  /** A number with three digits that count. */
  String number(double value) {
    return NumberText.fitting(texts.locale(), value).of(value);
  }

  /** A share in percent, without decimals. */
  String percent(double share) {
    return new NumberText(texts.locale(), 0).of(100 * share);
  }

  /** A layer in a list of layers. */
  String layer(GalleryLayer layer) {
    return layer == null ? "" : texts.get("filters.gallery.layer.item", layer.name(), layer.filters(),
        layer.size().rows(), layer.size().columns());
  }

  /** What stands above a layer's filters. */
  String title(GalleryLayer layer) {
    return texts.get("filters.gallery.title", layer.name(), layer.filters(), layer.size().rows(),
        layer.size().columns(), layer.channels());
  }

  /** What of a filter is seen. */
  String kind(FilterSlice.Kind kind) {
    return kind == null ? "" : texts.get(switch (kind) {
      case PICTURE -> "filters.gallery.show.picture";
      case MEAN -> "filters.gallery.show.mean";
      case NORM -> "filters.gallery.show.norm";
      case CHANNEL -> "filters.gallery.show.channel";
    });
  }

  /** What colours run over. */
  String scaling(FilterScaling scaling) {
    return texts.get(switch (scaling) {
      case OWN -> "filters.gallery.colours.own";
      case COMMON -> "filters.gallery.colours.common";
      case SIGNED -> "filters.gallery.colours.signed";
    });
  }

  /** In which order filters stand. */
  String order(FilterOrder order) {
    return texts.get(switch (order) {
      case INDEX -> "filters.gallery.order.index";
      case NORM -> "filters.gallery.order.norm";
      case ACTIVITY -> "filters.gallery.order.activity";
      case LIKENESS -> "filters.gallery.order.likeness";
    });
  }

  /** An input channel, with its colour if it is one. */
  String channel(GalleryLayer layer, int channel) {
    return layer.coloured() ? texts.get(switch (channel) {
      case 0 -> "filters.gallery.red";
      case 1 -> "filters.gallery.green";
      default -> "filters.gallery.blue";
    }) : texts.get("filters.gallery.channel.number", channel);
  }

  /** What is out of the ordinary with a filter, with a sign; empty for nothing. */
  String mark(FilterFacts facts, FilterActivity activity) {
    boolean dead = activity != null && activity.dead();
    if (facts.constant()) {
      return texts.get(dead ? "filters.gallery.mark.both" : "filters.gallery.mark.constant");
    }
    return dead ? texts.get("filters.gallery.mark.dead") : "";
  }

  /** The same in a sentence; empty for nothing. */
  String warning(FilterFacts facts, FilterActivity activity) {
    String constant = facts.constant() ? texts.get("filters.gallery.constant") : "";
    String dead = activity != null && activity.dead() ? texts.get("filters.gallery.dead") : "";
    return (constant + " " + dead).strip();
  }

  /** A filter for a screen reader. */
  String tile(GalleryLayer layer, FilterFacts facts, FilterActivity activity) {
    String said = texts.get("filters.gallery.tile", facts.filter(), layer.name(), number(facts.norm()),
        number(facts.range().low()), number(facts.range().high()));
    String warning = warning(facts, activity);
    return warning.isEmpty() ? said : said + " " + warning;
  }

  /** A filter's numbers by their names, in the order they are shown. */
  Map<String, String> facts(FilterFacts facts, boolean biases) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(texts.get("filters.gallery.norm"), number(facts.norm()));
    lines.put(texts.get("filters.gallery.mean"), number(facts.mean()));
    lines.put(texts.get("filters.gallery.lowest"), number(facts.range().low()));
    lines.put(texts.get("filters.gallery.highest"), number(facts.range().high()));
    lines.put(texts.get("filters.gallery.bias"),
        biases ? number(facts.bias()) : texts.get("filters.gallery.bias.none"));
    return lines;
  }
}
