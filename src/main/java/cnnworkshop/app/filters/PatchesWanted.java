package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.PatchCut;
import cnnworkshop.core.inspect.UnitField;
import java.nio.file.Path;

/**
 * What is searched, and where.
 *
 * @param network whose units; the very one that was loaded
 * @param layer its layer
 * @param kind which pictures
 * @param folder where they are if they are in a folder; null otherwise
 * @param perPicture how many places of one picture count at most
 */
record PatchesWanted(LoadedNetwork network, int layer, PatchesKind kind, Path folder, int perPicture) {

  /** What the layer's units see. */
  PatchCut cut() {
    return new PatchCut(UnitField.of(network.spec(), network.outputShapes(), layer), network.spec().input());
  }

  /** Whether the same pictures are searched. */
  boolean sharesPicturesWith(PatchesWanted other) {
    return other != null && kind == other.kind && (folder == null ? other.folder == null : folder.equals(other.folder))
        && (kind != PatchesKind.TRAINING
            || network.spec().input().channels() == other.network.spec().input().channels());
  }
}
