package cnnworkshop.app.train;

import cnnworkshop.core.image.Photo;
import java.util.List;

/**
 * A test picture and what the network takes it for.
 *
 * @param number which picture of its set, from 0
 * @param picture as the network sees it
 * @param truth the name of its class
 * @param guesses the likeliest classes, the likeliest first; empty if the network has not said anything yet
 */
public record Answer(int number, Photo picture, String truth, List<Guess> guesses) {

  /** A class and its probability, 0..1. */
  public record Guess(String name, double probability) {}

  public Answer {
    guesses = List.copyOf(guesses);
  }

  /** Whether the likeliest class is the right one. */
  public boolean isRight() {
    return !guesses.isEmpty() && guesses.get(0).name().equals(truth);
  }
}
