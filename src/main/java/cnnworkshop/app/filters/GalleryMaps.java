package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.net.FeatureMaps;
import java.util.List;

/**
 * What a layer makes of the current picture.
 *
 * @param picture what a person knows the picture by
 * @param maps one a filter
 * @param activity of each filter, in their order
 */
record GalleryMaps(String picture, FeatureMaps maps, List<FilterActivity> activity) {}
