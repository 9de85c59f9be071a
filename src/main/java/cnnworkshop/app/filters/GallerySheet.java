package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.inspect.FilterGroups;
import cnnworkshop.core.inspect.FilterPictures;
import java.util.List;

/**
 * The filters of a layer as they are shown.
 *
 * @param contents the layer's numbers
 * @param pictures of all filters, in the layer's order
 * @param activity of all filters, in the layer's order; empty while there is no picture to answer to
 * @param groups the numbers of all filters as they stand
 */
record GallerySheet(GalleryContents contents, FilterPictures pictures, List<FilterActivity> activity,
    FilterGroups groups) {

  /** How a filter answers to the current picture; null while there is none. */
  FilterActivity activity(int filter) {
    return activity.isEmpty() ? null : activity.get(filter);
  }
}
