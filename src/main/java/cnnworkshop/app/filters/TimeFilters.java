package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.ValueRange;
import java.util.List;

/**
 * The first convolution's filters after an epoch as they are to be seen.
 *
 * @param pictures one a filter; empty if there are none to be seen
 * @param range what the colours of a change run over; null for filters as they are, where each has its own
 * @param sentence how to read them, or why there are none
 * @param accessibleText what is seen, in words
 * @param words what to say of each filter
 */
record TimeFilters(List<FilterPicture> pictures, ValueRange range, String sentence, String accessibleText,
    List<String> words) {

  /** How they are seen. */
  enum Look {
    /** Each from its lowest to its highest weight. */
    AS_THEY_ARE,
    /** What changed since the start. */
    SINCE_START,
    /** What changed since the snapshot before. */
    SINCE_BEFORE
  }

  TimeFilters {
    pictures = List.copyOf(pictures);
    words = List.copyOf(words);
  }
}
