package cnnworkshop.app.train;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.JudgedFace;

/**
 * A face and where a network puts its points.
 *
 * @param number which face of its set, from 0
 * @param picture all of the picture the face is on
 * @param face its view with the points; predicted ones are NaN while the network has not said anything
 */
record ResultsFace(int number, Photo picture, JudgedFace face) {}
