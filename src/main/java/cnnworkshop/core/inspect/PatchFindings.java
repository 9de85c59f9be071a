package cnnworkshop.core.inspect;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The places that excite the units of a layer most.
 *
 * @param layer the layer's number in its network
 * @param looks how often the network looked
 * @param pictures at how many pictures
 * @param patches of each unit, the strongest first
 * @param lowest of each unit, the smallest value anywhere; +∞ if there was no number; not to be changed
 * @param highest of each unit, the largest value anywhere; −∞ if there was no number; not to be changed
 */
public record PatchFindings(int layer, int looks, int pictures, List<List<FoundPatch>> patches, float[] lowest,
    float[] highest) {

  public PatchFindings {
    patches = List.copyOf(patches);
  }

  /** A unit's strongest places, at most so many. */
  public List<FoundPatch> of(int unit, int most) {
    List<FoundPatch> all = patches.get(unit);
    return all.subList(0, Math.min(most, all.size()));
  }

  /** Whether the unit was 0 everywhere. */
  public boolean isSilent(int unit) {
    return lowest[unit] == 0 && highest[unit] == 0;
  }

  /** Whether the unit gave a number anywhere: after a training that diverged it does not. */
  public boolean isNumber(int unit) {
    return lowest[unit] <= highest[unit];
  }

  /** How many units were 0 everywhere. */
  public int silentUnits() {
    return (int) IntStream.range(0, patches.size()).filter(this::isSilent).count();
  }
}
