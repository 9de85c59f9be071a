package cnnworkshop.app.reuse;

import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;

/** The parts of the Reuse tab, in the order they are shown. */
public final class ReuseSections {

  private ReuseSections() {}

  /** All of them. */
  public static List<ReuseSection> all(CutAndRaceModel cutAndRace, ReusePlaces places, Texts texts) {
    return List.of(new ReuseSection("race", texts.get("reuse.section.race"), Material2AL.CONTENT_CUT,
        () -> new CutAndRaceView(cutAndRace, texts, places).root(),
        Arrays.stream(ReuseKeys.values()).map(key ->
            new ReuseSection.Key(key.combination().getDisplayText(), texts.get(key.textKey()))).toList()));
  }
}
