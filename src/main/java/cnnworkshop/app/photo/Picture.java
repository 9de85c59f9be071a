package cnnworkshop.app.photo;

import cnnworkshop.core.image.Photo;

/**
 * The picture a person looks at.
 *
 * @param name what they know it by: a file's name, a sample's title, a row of a file
 * @param photo its pixels
 * @param isFaceView whether it is a face as the network sees it already (a row of a Kaggle file), so that no face has
 *     to be looked for
 */
public record Picture(String name, Photo photo, boolean isFaceView) {}
