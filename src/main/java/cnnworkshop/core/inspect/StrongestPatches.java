package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places where each map of a layer answers most strongly, over several pictures. Not thread-safe. */
public final class StrongestPatches {

  /**
   * A place.
   *
   * @param picture which picture, counted from 0 as they were added
   * @param row of the map
   * @param column of the map
   * @param value what the map has there
   */
  public record Patch(int picture, int row, int column, float value) {}

  private final int wanted;
  private final int perPicture;
  private final int apart;
  private final float floor;
  private final List<List<Patch>> strongest = new ArrayList<>();
  private int pictures;

  /**
   * @param wanted how many places a map
   * @param perPicture how many of them at most lie in one picture, or the strongest would be neighbours of one another
   * @param apart how many rows or columns places of one picture lie apart at least
   */
  public StrongestPatches(int wanted, int perPicture, int apart) {
    this(wanted, perPicture, apart, 0);
  }

  /** @param floor only places with values above it count; 0 leaves out what is silent after ReLU */
  StrongestPatches(int wanted, int perPicture, int apart, float floor) {
    this.wanted = wanted;
    this.perPicture = perPicture;
    this.apart = apart;
    this.floor = floor;
  }

  /** Takes in what the layer makes of the next picture; maps of any size, always as many. */
  public void add(FeatureMaps maps) {
    while (strongest.size() < maps.shape().channels()) {
      strongest.add(new ArrayList<>());
    }
    for (int map = 0; map < maps.shape().channels(); map++) {
      List<Patch> best = strongest.get(map);
      List<Patch> here = new ArrayList<>();
      for (int i = 0; i < perPicture; i++) {
        Patch next = peak(maps, map, here);
        if (next == null) {
          break;
        }
        here.add(next);
      }
      best.addAll(here);
      best.sort(Comparator.comparingDouble(Patch::value).reversed());
      if (best.size() > wanted) {
        best.subList(wanted, best.size()).clear();
      }
    }
    pictures++;
  }

  private Patch peak(FeatureMaps maps, int map, List<Patch> taken) {
    int width = maps.shape().width();
    int height = maps.shape().height();
    float largest = floor;
    int at = -1;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        float value = maps.values()[(map * height + row) * width + column];
        if (value > largest && isFree(row, column, taken)) {
          largest = value;
          at = row * width + column;
        }
      }
    }
    return at < 0 ? null : new Patch(pictures, at / width, at % width, largest);
  }

  private boolean isFree(int row, int column, List<Patch> taken) {
    for (Patch patch : taken) {
      if (Math.abs(patch.row - row) < apart && Math.abs(patch.column - column) < apart) {
        return false;
      }
    }
    return true;
  }

  /** The strongest places of a map, the strongest first; empty if it was silent on all pictures. */
  public List<Patch> of(int map) {
    return List.copyOf(strongest.get(map));
  }
}
