package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.EditedFilter;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.Transplant;
import cnnworkshop.core.op.NamedKernel;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts edits of filters into words for a person. */
final class EditWords {

  private static final int COLOURS = 3;

  private final Texts texts;

  EditWords(Texts texts) {
    this.texts = texts;
  }

  /** What a kernel is called. */
  String of(NamedKernel kernel) {
    return texts.get(switch (kernel) {
      case IDENTITY -> "filters.edit.kernel.identity";
      case BLUR -> "filters.edit.kernel.blur";
      case SHARPEN -> "filters.edit.kernel.sharpen";
      case OUTLINE -> "filters.edit.kernel.outline";
      case EMBOSS -> "filters.edit.kernel.emboss";
      case SOBEL_BOTTOM -> "filters.edit.kernel.sobel-bottom";
      case SOBEL_TOP -> "filters.edit.kernel.sobel-top";
      case SOBEL_LEFT -> "filters.edit.kernel.sobel-left";
      case SOBEL_RIGHT -> "filters.edit.kernel.sobel-right";
    });
  }

  /** What an input channel is called: red, green and blue of three. */
  String channel(int number, int channels) {
    return channels == COLOURS ? texts.get("filters.edit.channel.colour", number)
        : texts.get("filters.edit.channel.number", number);
  }

  /** What became of a kernel with a name; empty if there is nothing to say. */
  String ofPut(Transplant put, Filters into, int channel) {
    List<String> sentences = fit(put, into);
    if (put.channels() == Transplant.Channels.SHARED) {
      sentences.add(texts.get("filters.edit.put.shared", into.channels()));
    } else if (put.channels() == Transplant.Channels.ONE) {
      sentences.add(texts.get("filters.edit.put.one", channel(channel, into.channels())));
    }
    return String.join(" ", sentences);
  }

  /** What became of another filter, and of its bias; empty if there is nothing to say. */
  String ofPut(Transplant put, Filters into, boolean withBias) {
    List<String> sentences = fit(put, into);
    if (put.channels() == Transplant.Channels.SHARED) {
      sentences.add(texts.get("filters.edit.put.summed", into.channels()));
    }
    if (!withBias) {
      sentences.add(texts.get("filters.edit.put.no-bias"));
    }
    return String.join(" ", sentences);
  }

  private List<String> fit(Transplant put, Filters into) {
    List<String> sentences = new ArrayList<>();
    int rows = into.spec().filter().rows();
    int columns = into.spec().filter().columns();
    if (put.padded()) {
      sentences.add(texts.get("filters.edit.put.padded", rows, columns));
    }
    if (put.cropped()) {
      sentences.add(texts.get("filters.edit.put.cropped", rows, columns));
    }
    return sentences;
  }

  /** What a filter is called and what was done to it, such as "Filter 3: changed". */
  String filter(FilterEdits edits, int filter) {
    EditedFilter now = edits.filter(filter);
    return texts.get(now.off() ? "filters.edit.filter.off" : edits.isChanged(filter) ? "filters.edit.filter.changed"
        : "filters.edit.filter.same", filter);
  }

  /** How many filters are changed and switched off, or that none is. */
  String summary(FilterEdits edits) {
    return texts.get("filters.edit.summary", edits.changed(), edits.count(), edits.off());
  }

  /** The names of a network's classes; numbers if it knows none. */
  List<String> classes(List<String> labels, int count) {
    return labels.size() == count ? labels
        : IntStream.rangeClosed(1, count).mapToObj(n -> texts.get("filters.edit.class", n)).toList();
  }

  /** What the edits cost on pictures of known truth; empty if there were none. */
  String judged(EditPrice price) {
    return price.judged() == 0 ? "" : texts.get(price.points() ? "filters.edit.price.rmse"
        : "filters.edit.price.accuracy", price.judged(), price.before(), price.after());
  }

  /** How far the edits change what is said of the samples; empty without samples. */
  String samples(EditPrice price) {
    return price.samples() == 0 ? "" : texts.get(price.points() ? "filters.edit.price.shift"
        : "filters.edit.price.answers", price.samples(), price.changed());
  }
}
