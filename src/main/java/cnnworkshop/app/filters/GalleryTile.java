package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterPicture;
import java.util.List;

/**
 * One picture in a {@link GalleryGrid}.
 *
 * @param number what it is known by
 * @param picture a pixel a place
 * @param label what stands at the right below it, if there is room; may be empty
 * @param mark what is out of the ordinary with it, in a word or two; empty for nothing
 * @param words all of that in words, for a screen reader and where the pointer is
 */
record GalleryTile(int number, FilterPicture picture, String label, String mark, String words) {

  /**
   * Some tiles that stand together.
   *
   * @param heading above them; empty for none
   */
  record Group(String heading, List<GalleryTile> tiles) {}
}
