package cnnworkshop.app.filters;

import cnnworkshop.app.control.KeypointNames;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.inspect.Explained.OfClass;
import cnnworkshop.core.inspect.Explained.OfPoint;
import cnnworkshop.core.inspect.OcclusionSweep;
import cnnworkshop.core.inspect.PatchGrid;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.text.Texts;

/** Says what explains an answer. */
final class WhyWords {

  /** Less than this is written as 0.0. */
  private static final double STILL_PIXELS = 0.05;

  private final Texts texts;
  private final WhyAnswersModel answers;
  private final KeypointNames names;

  /** @param answers knows the names of classes */
  WhyWords(Texts texts, WhyAnswersModel answers) {
    this.texts = texts;
    this.answers = answers;
    this.names = new KeypointNames(texts);
  }

  private String name(int classNumber) {
    return answers.classes().get(classNumber);
  }

  /** The answer without a patch. */
  String answer(WhySeen seen, Explained explained) {
    if (explained instanceof OfPoint of) {
      return texts.get("filters.why.answer.point", names.of(of.point()), seen.points().x(of.point()),
          seen.points().y(of.point()));
    }
    int number = ((OfClass) explained).number();
    int most = WhyAnswersModel.mostProbable(seen.outputs());
    return number == most ? texts.get("filters.why.answer.most", name(number), seen.outputs()[number])
        : texts.get("filters.why.answer.class", name(number), seen.outputs()[number], name(most), seen.outputs()[most]);
  }

  /** What happens in a place: a whole sentence. */
  String reading(WhyResult result, Explained explained, int place) {
    PatchGrid grid = result.grid();
    int row = grid.top(place);
    int column = grid.left(place);
    if (result instanceof WhyResult.Felt felt) {
      return texts.get("filters.why.reading.pixel", column, row, felt(felt, explained, place));
    }
    WhyResult.Swept swept = (WhyResult.Swept) result;
    String what = place >= swept.done() ? texts.get("filters.why.reading.unknown")
        : explained instanceof OfPoint of ? push(of, swept.sweep(), place)
        : change((OfClass) explained, swept.sweep(), place);
    return texts.get("filters.why.reading.patch", column, column + grid.patch() - 1, row, row + grid.patch() - 1, what);
  }

  private String push(OfPoint of, OcclusionSweep sweep, int place) {
    float right = of.right(sweep.plain(), sweep.outputs(place));
    float down = of.down(sweep.plain(), sweep.outputs(place));
    if (Math.max(Math.abs(right), Math.abs(down)) < STILL_PIXELS) {
      return texts.get("filters.why.effect.still");
    }
    return Math.min(Math.abs(right), Math.abs(down)) < STILL_PIXELS
        ? texts.get("filters.why.effect.pushed", way(right, down))
        : texts.get("filters.why.effect.pushed-both", way(right, down), Math.hypot(right, down));
  }

  private String change(OfClass of, OcclusionSweep sweep, int place) {
    float plain = sweep.plain()[of.number()];
    float[] outputs = sweep.outputs(place);
    int most = WhyAnswersModel.mostProbable(outputs);
    return of.number() == most
        ? texts.get("filters.why.effect.class", name(of.number()), plain, outputs[of.number()])
        : texts.get("filters.why.effect.class-other", name(of.number()), plain, outputs[of.number()], name(most),
            outputs[most]);
  }

  private String felt(WhyResult.Felt felt, Explained explained, int pixel) {
    float value = felt.values(explained)[pixel];
    if (explained instanceof OfPoint of) {
      boolean across = of.direction() == Direction.ACROSS;
      return switch (felt.look()) {
        case STRENGTH -> texts.get("filters.why.slope.pixels", value);
        case SIGNED -> texts.get("filters.why.slope.lighter", across ? sideways(value) : upright(value));
        case TIMES_INPUT -> texts.get("filters.why.slope.adds", across ? sideways(value) : upright(value));
      };
    }
    return texts.get(switch (felt.look()) {
      case STRENGTH -> "filters.why.slope.score";
      case SIGNED -> "filters.why.slope.score-lighter";
      case TIMES_INPUT -> "filters.why.slope.score-adds";
    }, name(((OfClass) explained).number()), value);
  }

  /** The same in a few words, with where the place begins. */
  String inShort(WhyResult result, Explained explained, int place) {
    return texts.get("filters.why.place", inShort(result, explained, place, result.values(explained)[place]),
        result.grid().left(place), result.grid().top(place));
  }

  private String inShort(WhyResult result, Explained explained, int place, float value) {
    if (result instanceof WhyResult.Felt) {
      return texts.get(explained instanceof OfPoint ? "filters.why.short.pixels" : "filters.why.short.score", value);
    }
    OcclusionSweep sweep = ((WhyResult.Swept) result).sweep();
    return explained instanceof OfPoint of
        ? way(of.right(sweep.plain(), sweep.outputs(place)), of.down(sweep.plain(), sweep.outputs(place)))
        : texts.get(value < 0 ? "filters.why.short.won" : "filters.why.short.lost", Math.abs(value));
  }

  /** How far a point goes, as short as can be. */
  String length(OfPoint of, OcclusionSweep sweep, int place) {
    return texts.get("filters.why.short.pixels", Math.hypot(of.right(sweep.plain(), sweep.outputs(place)),
        of.down(sweep.plain(), sweep.outputs(place))));
  }

  /** Which way a point goes, and how far, in pixels of the view. */
  private String way(float right, float down) {
    if (Math.abs(right) < STILL_PIXELS) {
      return upright(down);
    }
    return Math.abs(down) < STILL_PIXELS ? sideways(right)
        : texts.get("filters.why.effect.both", sideways(right), upright(down));
  }

  private String sideways(float right) {
    return texts.get(right < 0 ? "filters.why.effect.left" : "filters.why.effect.right", Math.abs(right));
  }

  private String upright(float down) {
    return texts.get(down < 0 ? "filters.why.effect.up" : "filters.why.effect.down", Math.abs(down));
  }

  /** What the colours stand for. */
  String legend(WhyResult result, Explained explained) {
    boolean points = explained instanceof OfPoint;
    boolean across = explained instanceof OfPoint of && of.direction() == Direction.ACROSS;
    if (result instanceof WhyResult.Swept) {
      return texts.get(!points ? "filters.why.legend.class" : !explained.isSigned() ? "filters.why.legend.any"
          : across ? "filters.why.legend.across" : "filters.why.legend.down");
    }
    Look look = ((WhyResult.Felt) result).look();
    return texts.get(switch (look) {
      case STRENGTH -> points ? "filters.why.legend.slope-pixels" : "filters.why.legend.slope-score";
      case SIGNED -> !points ? "filters.why.legend.signed-score"
          : across ? "filters.why.legend.signed-across" : "filters.why.legend.signed-down";
      case TIMES_INPUT -> !points ? "filters.why.legend.adds-score"
          : across ? "filters.why.legend.adds-across" : "filters.why.legend.adds-down";
    });
  }
}
