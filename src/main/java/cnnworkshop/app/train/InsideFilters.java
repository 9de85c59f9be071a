package cnnworkshop.app.train;

import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.ValueRange;
import java.util.List;

/**
 * The first convolution's filters as they are to be seen.
 *
 * @param pictures one a filter; empty if the network does not begin with a convolution
 * @param range what the colours of a change run over; null for filters as they are, where each has its own
 * @param accessibleText what is seen, in words
 * @param words what to say of each filter
 */
public record InsideFilters(List<FilterPicture> pictures, ValueRange range, String accessibleText,
    List<String> words) {

  public InsideFilters {
    pictures = List.copyOf(pictures);
    words = List.copyOf(words);
  }
}
