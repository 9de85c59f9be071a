package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend.Updater;

/** The ways in which weights can follow their gradients. */
public enum UpdaterKind {
  /** Adam (Kingma and Ba, 2014). */
  ADAM,
  /** Nesterov's momentum, as in the workshop. */
  NESTEROV,
  /** Plain gradient descent. */
  SGD,
  /** RMSProp (Tieleman and Hinton, 2012). */
  RMS_PROP;

  /** @param momentum 0..1; only Nesterov has any */
  public Updater with(double momentum) {
    return switch (this) {
      case ADAM -> new Updater.Adam();
      case NESTEROV -> new Updater.Nesterov(momentum);
      case SGD -> new Updater.Sgd();
      case RMS_PROP -> new Updater.RmsProp();
    };
  }

  /** The kind an updater is of. */
  public static UpdaterKind of(Updater updater) {
    if (updater instanceof Updater.Nesterov) {
      return NESTEROV;
    }
    if (updater instanceof Updater.Sgd) {
      return SGD;
    }
    return updater instanceof Updater.RmsProp ? RMS_PROP : ADAM;
  }
}
