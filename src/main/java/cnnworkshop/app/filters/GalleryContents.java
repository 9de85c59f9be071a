package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterFacts;
import cnnworkshop.core.inspect.Filters;
import java.util.List;

/**
 * The numbers of a layer.
 *
 * @param layer which layer
 * @param filters its filters
 * @param facts of each filter, in their order
 */
record GalleryContents(GalleryLayer layer, Filters filters, List<FilterFacts> facts) {

  static GalleryContents of(GalleryLayer layer, Filters filters) {
    return new GalleryContents(layer, filters, FilterFacts.of(filters));
  }
}
