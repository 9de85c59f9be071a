package cnnworkshop.app.reuse;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.camera.CameraSource;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The parts of the Reuse tab, in the order they are shown. */
public final class ReuseSections {

  private ReuseSections() {}

  /**
   * All of them.
   *
   * @param camera opens the camera, for pictures of one's own things
   * @param cameraThread the camera is used nowhere else
   */
  public static List<TabPart> all(ReuseTools tools, CutAndRaceModel cutAndRace, ReusePlaces places,
      TeachPlaces pictures, CameraSource camera, Executor cameraThread) {
    Texts texts = tools.texts();
    return List.of(race(cutAndRace, places, texts),
        new TabPart("teach", texts.get("reuse.teach"), Material2MZ.SCHOOL, () -> new TeachView(
            new TeachModel(tools), new TeachLookModel(tools, camera, cameraThread), pictures, texts).root(), List.of()),
        new TabPart("network", texts.get("reuse.network"), Material2AL.ARTICLE, () -> new NetworkPageView(
            new NetworkPageModel(tools), new NetworkActions(new NetworkExport(tools), places, texts), texts).root(),
            List.of()));
  }

  /** Cutting a network, and the race. */
  static TabPart race(CutAndRaceModel cutAndRace, ReusePlaces places, Texts texts) {
    return new TabPart("race", texts.get("reuse.section.race"), Material2AL.CONTENT_CUT,
        () -> new CutAndRaceView(cutAndRace, texts, places).root(), Stream.concat(
            Arrays.stream(ReuseKeys.values()).map(key ->
                new TabPart.Key(key.combination().getDisplayText(), texts.get(key.textKey()))),
            Stream.of(new TabPart.Key("← →", texts.get("reuse.keys.scissors")),
                new TabPart.Key(KeyCode.SPACE.getName(), texts.get("reuse.keys.freeze")))).toList());
  }
}
