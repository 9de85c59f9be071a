package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for the places of pictures that excite each unit of a layer most. All looks at one picture come one after the
 * other: of each look, and then of all looks at the picture together, only some places are taken, none of which shows
 * much the same as a stronger one. Not thread-safe.
 */
public final class PatchSearch {

  /**
   * How much is kept.
   *
   * @param wanted places a unit
   * @param perPicture how many of them at most come from one picture
   */
  public record Limits(int wanted, int perPicture) {}

  private static final Comparator<FoundPatch> STRONGEST_FIRST =
      Comparator.comparingDouble(FoundPatch::value).reversed();

  private final int layer;
  private final Shape shape;
  private final Limits limits;
  private final PatchCut cut;
  private final List<List<FoundPatch>> strongest = new ArrayList<>();
  /** Of the picture that is being looked at, what its looks gave so far. */
  private final List<List<FoundPatch>> ofPicture = new ArrayList<>();
  private final float[] lowest;
  private final float[] highest;
  private int picture = -1;
  private int pictures;
  private int looks;

  /**
   * @param shapes what each layer gives
   * @param layer whose units
   */
  public PatchSearch(NetworkSpec network, List<Shape> shapes, int layer, Limits limits) {
    this.layer = layer;
    this.shape = shapes.get(layer);
    this.limits = limits;
    this.cut = new PatchCut(UnitField.of(network, shapes, layer), network.input());
    this.lowest = new float[shape.channels()];
    this.highest = new float[shape.channels()];
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int unit = 0; unit < shape.channels(); unit++) {
      strongest.add(List.of());
      ofPicture.add(new ArrayList<>());
    }
  }

  /**
   * Has the network look.
   *
   * @param inputs values 0..1, [look, channel, row, column]
   */
  public void look(Network network, List<PatchLook> at, float[] inputs) {
    take(at, network.activations(new int[] {layer}, inputs, at.size()).get(0));
  }

  /** Takes in what the layer made of some looks, [look, unit, row, column]. */
  void take(List<PatchLook> at, float[] values) {
    for (int i = 0; i < at.size(); i++) {
      if (at.get(i).picture() != picture) {
        settle();
        picture = at.get(i).picture();
        pictures++;
      }
      looks++;
      take(at.get(i), new FeatureMaps(shape, Arrays.copyOfRange(values, i * shape.size(), (i + 1) * shape.size())));
    }
  }

  private void take(PatchLook look, FeatureMaps maps) {
    StrongestPatches peaks = new StrongestPatches(limits.perPicture, limits.perPicture, cut.field().apart(),
        Float.NEGATIVE_INFINITY);
    peaks.add(maps);
    int cells = shape.height() * shape.width();
    for (int unit = 0; unit < shape.channels(); unit++) {
      for (StrongestPatches.Patch peak : peaks.of(unit)) {
        ofPicture.get(unit).add(new FoundPatch(look, peak.row(), peak.column(), peak.value()));
      }
      for (int i = unit * cells; i < (unit + 1) * cells; i++) {
        lowest[unit] = maps.values()[i] < lowest[unit] ? maps.values()[i] : lowest[unit];
        highest[unit] = maps.values()[i] > highest[unit] ? maps.values()[i] : highest[unit];
      }
    }
  }

  /** The picture is done with: the best of its places go among the best of all. */
  private void settle() {
    for (int unit = 0; unit < strongest.size(); unit++) {
      strongest.set(unit, merged(unit));
      ofPicture.get(unit).clear();
    }
  }

  private List<FoundPatch> merged(int unit) {
    if (ofPicture.get(unit).isEmpty()) {
      return strongest.get(unit);
    }
    List<FoundPatch> all = new ArrayList<>(strongest.get(unit));
    all.addAll(apart(ofPicture.get(unit)));
    all.sort(STRONGEST_FIRST);
    return List.copyOf(all.subList(0, Math.min(limits.wanted, all.size())));
  }

  private List<FoundPatch> apart(List<FoundPatch> places) {
    List<FoundPatch> taken = new ArrayList<>();
    for (FoundPatch place : places.stream().sorted(STRONGEST_FIRST).toList()) {
      if (taken.size() < limits.perPicture && taken.stream().noneMatch(other -> cut.overlap(place, other))) {
        taken.add(place);
      }
    }
    return taken;
  }

  /** What was found so far; does not change any more. */
  public PatchFindings findings() {
    return new PatchFindings(layer, looks, pictures,
        IntStream.range(0, strongest.size()).mapToObj(this::aboveSilence).toList(), lowest.clone(), highest.clone());
  }

  /** A unit that never falls below 0, as after ReLU, is not excited where it is 0. */
  private List<FoundPatch> aboveSilence(int unit) {
    List<FoundPatch> all = merged(unit);
    return lowest[unit] < 0 ? all : all.stream().filter(place -> place.value() > 0).toList();
  }
}
