package cnnworkshop.core.inspect;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceView;
import java.util.List;

/** Which of a network's answers is to be explained. */
public sealed interface Explained {

  /** By how much another answer differs in what is explained. */
  float effect(float[] plain, float[] other);

  /**
   * What the outputs count in a score whose gradient explains the answer; two scores where the answer is a place.
   *
   * @param outputs how many the network has
   * @return one weight an output, for each score
   */
  List<float[]> outputWeights(int outputs);

  /** Whether effects have a sign. */
  boolean isSigned();

  /** The way a point is watched. */
  enum Direction {
    /** Right and left: right is positive. */
    ACROSS,
    /** Down and up: down is positive. */
    DOWN,
    /** Any: how far, whichever way. */
    ANY
  }

  /**
   * Where a keypoint network puts a point; effects are pixels of the 96×96 view.
   *
   * @param point which one
   * @param direction which way
   */
  record OfPoint(Keypoint point, Direction direction) implements Explained {

    /** A difference of 1 in an output is half a view. */
    private static final float PIXELS = FaceView.SIZE / 2f;

    /** By how many pixels another answer lies to the right. */
    public float right(float[] plain, float[] other) {
      return PIXELS * (other[2 * point.ordinal()] - plain[2 * point.ordinal()]);
    }

    /** By how many pixels another answer lies below. */
    public float down(float[] plain, float[] other) {
      return PIXELS * (other[2 * point.ordinal() + 1] - plain[2 * point.ordinal() + 1]);
    }

    @Override
    public float effect(float[] plain, float[] other) {
      return switch (direction) {
        case ACROSS -> right(plain, other);
        case DOWN -> down(plain, other);
        case ANY -> (float) Math.hypot(right(plain, other), down(plain, other));
      };
    }

    @Override
    public List<float[]> outputWeights(int outputs) {
      float[] across = weights(outputs, 2 * point.ordinal(), PIXELS);
      float[] down = weights(outputs, 2 * point.ordinal() + 1, PIXELS);
      return switch (direction) {
        case ACROSS -> List.of(across);
        case DOWN -> List.of(down);
        case ANY -> List.of(across, down);
      };
    }

    @Override
    public boolean isSigned() {
      return direction != Direction.ANY;
    }
  }

  /**
   * How probable a classifier finds a class. Effects are how much less probable it finds it; gradients are those of the
   * class's score, before all scores are made into probabilities: those hardly move where the network is sure.
   *
   * @param number which class, from 0
   */
  record OfClass(int number) implements Explained {

    @Override
    public float effect(float[] plain, float[] other) {
      return plain[number] - other[number];
    }

    @Override
    public List<float[]> outputWeights(int outputs) {
      return List.of(weights(outputs, number, 1));
    }

    @Override
    public boolean isSigned() {
      return true;
    }
  }

  private static float[] weights(int outputs, int output, float weight) {
    float[] weights = new float[outputs];
    weights[output] = weight;
    return weights;
  }
}
