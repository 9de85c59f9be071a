package cnnworkshop.app.filters;

import cnnworkshop.app.control.KeypointNames;
import cnnworkshop.app.control.NumberText;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FoundPatch;
import cnnworkshop.core.inspect.UnitField;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Units, and what excites them, in words. */
record PatchesWords(Texts texts) {

  private static final int NAMED_FAILURES = 3;

  /** A layer's name and what it gives. */
  String layer(LoadedNetwork network, int layer) {
    Shape shape = network.outputShapes().get(layer);
    String name = network.spec().layers().get(layer).name();
    return shape.height() == 1 && shape.width() == 1 ? texts.get("filters.patches.layer.flat", name, shape.channels())
        : texts.get("filters.patches.layer.maps", name, shape.channels(), shape.height(), shape.width());
  }

  /** A unit's name: its layer's with its number, and what it stands for if it is one of the network's answers. */
  String unit(LoadedNetwork network, int layer, int unit) {
    String name = network.spec().layers().get(layer).name();
    Shape shape = network.outputShapes().get(layer);
    if (shape.height() > 1 || shape.width() > 1) {
      return texts.get("filters.patches.unit.map", name, unit);
    }
    String answer = layer == network.outputShapes().size() - 1 ? answer(network, unit) : "";
    return answer.isEmpty() ? texts.get("filters.patches.unit.plain", name, unit)
        : texts.get("filters.patches.unit.answer", name, unit, answer);
  }

  private String answer(LoadedNetwork network, int unit) {
    if (network.info().task() == Task.KEYPOINTS && unit < 2 * Keypoint.values().length) {
      String point = new KeypointNames(texts).of(Keypoint.values()[unit / 2]);
      return texts.get(unit % 2 == 0 ? "filters.patches.unit.across" : "filters.patches.unit.down", point);
    }
    return unit < network.info().labels().size() ? network.info().labels().get(unit) : "";
  }

  /** How much of the input one value sees. */
  String field(UnitField field, Shape input) {
    int rows = field.size().rows();
    int columns = field.size().columns();
    if (field.isWhole()) {
      return texts.get("filters.patches.field.whole", input.height(), input.width());
    }
    return rows >= input.height() && columns >= input.width()
        ? texts.get("filters.patches.field.beyond", rows, columns, input.height(), input.width())
        : texts.get("filters.patches.field", rows, columns, input.height(), input.width());
  }

  /** What was searched. */
  String searched(PatchesResult result) {
    int looks = result.findings().looks();
    int pictures = result.findings().pictures();
    String searched = looks == pictures ? texts.get("filters.patches.searched.pictures", pictures)
        : texts.get("filters.patches.searched.parts", looks, pictures);
    int silent = result.findings().silentUnits();
    int units = result.findings().patches().size();
    String more = result.pictures().passedOver() == 0 ? ""
        : " " + texts.get("filters.patches.passed-over", result.pictures().passedOver());
    return searched + more + " " + texts.get("filters.patches.silent-units", silent, units);
  }

  /** Which pictures could not be used, and why; empty if all could. */
  String leftOut(List<UserFailure> failures) {
    if (failures.isEmpty()) {
      return "";
    }
    String first = failures.stream().limit(NAMED_FAILURES).map(texts::sentence).collect(Collectors.joining(" "));
    int others = failures.size() - NAMED_FAILURES;
    return texts.get("filters.patches.left-out", failures.size(), first)
        + (others > 0 ? " " + texts.get("filters.patches.left-out.more", others) : "");
  }

  /** A unit's value. */
  private String value(float value) {
    return NumberText.fitting(texts.locale(), value).of(value);
  }

  /** A patch of a result, with what is said of it. */
  PatchesItem item(PatchesResult result, FoundPatch patch, int rank, Photo pixels) {
    return new PatchesItem(rank, patch, pixels, value(patch.value()), patch(result, patch, rank));
  }

  private String patch(PatchesResult result, FoundPatch patch, int rank) {
    Shape shape = result.wanted().network().outputShapes().get(result.wanted().layer());
    String picture = result.pictures().name(patch.look().picture());
    return shape.height() == 1 && shape.width() == 1
        ? texts.get("filters.patches.patch.flat", rank + 1, value(patch.value()), picture)
        : texts.get("filters.patches.patch", rank + 1, value(patch.value()), picture, patch.row(), patch.column());
  }

  /** Why nothing excites a unit. */
  String nothing(PatchesResult result, int unit) {
    if (result.findings().looks() == 0) {
      return texts.get("filters.patches.nothing-searched");
    }
    return texts.get(result.findings().isNumber(unit) ? "filters.patches.silent" : "filters.patches.no-number");
  }
}
