package cnnworkshop.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads one of an enum's names, in small or large letters. */
final class Choice {

  private Choice() {}

  /** @throws IllegalArgumentException if there is none of that name; its message lists those there are */
  static <E extends Enum<E>> E of(Class<E> kind, String name) {
    return Arrays.stream(kind.getEnumConstants()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " (" + Arrays.stream(kind.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ")"));
  }
}
