package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FoundPatch;
import cnnworkshop.core.inspect.PatchCut;

/**
 * The whole picture a patch is from.
 *
 * @param patch where it was found
 * @param photo the picture
 * @param place the patch on it
 * @param words what is seen
 */
record PatchesPicture(FoundPatch patch, Photo photo, PatchCut.Place place, String words) {}
