package cnnworkshop.core.inspect;

import cnnworkshop.core.image.FaceSquare;

/**
 * One look of a network at a picture.
 *
 * @param picture which picture of its set, counted from 0
 * @param square the part that is scaled to the network's input
 */
public record PatchLook(int picture, FaceSquare square) {}
