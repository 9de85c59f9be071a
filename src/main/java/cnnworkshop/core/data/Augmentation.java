package cnnworkshop.core.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Random changes to pictures that leave them what they are, made anew each time a picture is used. Immutable. */
public sealed interface Augmentation permits FaceAugmentation, PictureAugmentation {

  /** A kind of change; its amount says how strong or how frequent it is. Only its own augmentation takes it. */
  sealed interface Kind permits FaceAugmentation.Change, PictureAugmentation.Change {

    /** Its name in large letters. */
    String name();

    /** An amount that usually helps; 0 if the change is usually left out. */
    double usual();

    /** The highest amount that makes sense. */
    double highest();

    /** Whether only whole amounts have a meaning. */
    default boolean isWhole() {
      return false;
    }
  }

  /** All kinds there are, in the order to show. */
  List<? extends Kind> kinds();

  /** The amount of one kind, 0 if it is left out. */
  double amount(Kind kind);

  /**
   * The same with another amount of one change.
   *
   * @throws IllegalArgumentException if the kind is of another augmentation, or the amount can't be
   */
  Augmentation with(Kind kind, double amount);

  /** The amounts that are not 0, such as {@code shift 3, flip 0.5}; empty if nothing is changed. */
  default String words() {
    return kinds().stream().filter(kind -> amount(kind) != 0)
        .map(kind -> kind.name().toLowerCase(Locale.ROOT) + " " + plain(amount(kind)))
        .collect(Collectors.joining(", "));
  }

  /**
   * The same with the amounts {@link #words} wrote; what is not understood is left as it is.
   *
   * @param words such as {@code shift 3, flip 0.5}
   */
  default Augmentation withWords(String words) {
    Augmentation changed = this;
    for (String part : words.split(",")) {
      String[] nameAndAmount = part.strip().split(" ");
      for (Kind kind : kinds()) {
        if (nameAndAmount.length == 2 && kind.name().equalsIgnoreCase(nameAndAmount[0])) {
          changed = changed.withWritten(kind, nameAndAmount[1]);
        }
      }
    }
    return changed;
  }

  private Augmentation withWritten(Kind kind, String amount) {
    try {
      return with(kind, Double.parseDouble(amount));
    } catch (IllegalArgumentException e) {
      // Words of another version: the change stays left out.
      return this;
    }
  }

  private static String plain(double amount) {
    return amount == Math.rint(amount) ? String.valueOf((long) amount) : String.valueOf(amount);
  }
}
