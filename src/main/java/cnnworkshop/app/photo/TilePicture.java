package cnnworkshop.app.photo;

/**
 * A map as a picture.
 *
 * @param map which map
 * @param width columns
 * @param height rows
 * @param argb opaque pixels, {@code 0xFFRRGGBB}, [row, column]; given away, not to be changed
 */
public record TilePicture(int map, int width, int height, int[] argb) {}
