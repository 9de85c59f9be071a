package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.inspect.PatchFindings;
import java.util.List;

/**
 * What a search found, so far or in all.
 *
 * @param wanted what was searched
 * @param pictures where
 * @param findings the strongest places of each unit of the layer
 * @param leftOut why pictures could not be used
 * @param complete whether all pictures were looked at
 */
record PatchesResult(PatchesWanted wanted, PatchesPictures pictures, PatchFindings findings,
    List<UserFailure> leftOut, boolean complete) {

  PatchesResult {
    leftOut = List.copyOf(leftOut);
  }
}
