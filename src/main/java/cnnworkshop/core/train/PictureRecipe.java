package cnnworkshop.core.train;

import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend.Updater;

/**
 * A whole way of training a classifier of small pictures.
 *
 * @param updater how weights follow their gradients
 * @param settings the rest of the training
 * @param augmentation random changes to the pictures
 */
public record PictureRecipe(Updater updater, TrainingSettings settings, PictureAugmentation augmentation) {

  /** What goes with a network of that name: its own if it has one, else the workshop's. */
  public static PictureRecipe of(String network, long seed) {
    return network.equals("sixty_seconds") ? sixtySeconds(seed) : workshop(seed);
  }

  /** Shifts and flips, and a rate that goes up and down once: what makes the most of a minute. */
  public static PictureRecipe sixtySeconds(long seed) {
    return new PictureRecipe(new Updater.Adam(),
        new TrainingSettings(12, 64, new Schedule.Cosine(1e-2, 1e-5, 0.25), 0, seed),
        PictureAugmentation.USUAL);
  }

  /** The workshop's practical: Adam 0.001, batches of 64, 15 epochs, pictures as they are. */
  public static PictureRecipe workshop(long seed) {
    return new PictureRecipe(new Updater.Adam(),
        new TrainingSettings(15, 64, new Schedule.Constant(1e-3), 0, seed), PictureAugmentation.NONE);
  }
}
