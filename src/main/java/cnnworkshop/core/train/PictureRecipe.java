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

  /**
   * What makes the most of a minute: small shifts and flips; a high rate that goes up and down once, step by step, with
   * Nesterov's momentum; some pull of the weights towards 0. With more epochs the same goes further: the rate's way is
   * stretched to their number, and 30 epochs are less than five minutes on two cores.
   */
  public static PictureRecipe sixtySeconds(long seed) {
    return new PictureRecipe(new Updater.Nesterov(TrainingSettings.USUAL_MOMENTUM.highest()),
        new TrainingSettings(7, 64, new Schedule.OneCycle(0.2, 0.25), TrainingSettings.USUAL_MOMENTUM, 5e-4, 0, 0,
            seed),
        new PictureAugmentation(2, 0.5, 0));
  }

  /** The workshop's practical: Adam 0.001, batches of 64, 15 epochs, pictures as they are. */
  public static PictureRecipe workshop(long seed) {
    return new PictureRecipe(new Updater.Adam(),
        new TrainingSettings(15, 64, new Schedule.Constant(1e-3), 0, seed), PictureAugmentation.NONE);
  }
}
