package cnnworkshop.core.data.drawn;

/**
 * What a surface is painted with: two tones and how it goes between them.
 *
 * @param one 0..1, a number a channel of the picture
 * @param other likewise
 */
record Paint(float[] one, float[] other, Texture texture) {

  /** One tone all over. */
  static Paint plain(float... tone) {
    return new Paint(tone, tone, Texture.PLAIN);
  }
}
