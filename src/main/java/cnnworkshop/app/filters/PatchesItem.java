package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FoundPatch;

/**
 * A patch as it is shown.
 *
 * @param rank 0 for the strongest
 * @param patch where it was found
 * @param pixels as the network saw them
 * @param value what stands under it
 * @param words all of it in words
 */
record PatchesItem(int rank, FoundPatch patch, Photo pixels, String value, String words) {}
