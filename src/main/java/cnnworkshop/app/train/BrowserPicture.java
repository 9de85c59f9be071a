package cnnworkshop.app.train;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;

/**
 * A picture to look at.
 *
 * @param photo as the network gets it
 * @param points of a face, in pixels of the picture, NaN where one is missing; null if it is no face
 * @param caption what is to be said of it
 */
public record BrowserPicture(Photo photo, Keypoints points, String caption) {}
