package cnnworkshop.app.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/**
 * One part of a tab that has several.
 *
 * @param id its name in settings and links, lower case
 * @param name what a person reads
 * @param icon beside the name
 * @param content makes what it shows, when it is first shown; the keys it takes are handled in there
 * @param keys what keys do in it, for the overview
 */
public record TabPart(String id, String name, Ikon icon, Supplier<Parent> content, List<Key> keys) {

  public TabPart {
    keys = List.copyOf(keys);
  }

  /**
   * A line of the overview of keys.
   *
   * @param keys what to press, such as "Ctrl+Enter"
   * @param what what happens then
   */
  public record Key(String keys, String what) {}
}
