package cnnworkshop.app;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a link of a lesson leads: a tab, and the state it shall be in.
 *
 * @param tab the tab's id
 * @param state names and values, such as {@code network} and {@code cnn}
 */
record DeepLink(String tab, Map<String, String> state) {

  /** Reads one, such as {@code train?data=shapes10&network=cnn}. */
  static DeepLink of(String target) {
    int mark = target.indexOf('?');
    Map<String, String> state = new TreeMap<>();
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          state.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
    }
    return new DeepLink(mark < 0 ? target : target.substring(0, mark), state);
  }
}
