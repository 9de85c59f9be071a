package cnnworkshop.app.reuse;

import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.reuse.Race.Heat;
import cnnworkshop.core.reuse.RaceResults;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.Map;

/** What the Reuse tab says, numbers as the person's locale writes them. */
final class ReuseWords {

  private static final Map<Entrant, String> NAMES = new EnumMap<>(Map.of(
      Entrant.SCRATCH, "reuse.entrant.scratch", Entrant.FROZEN, "reuse.entrant.frozen",
      Entrant.FINE_TUNED, "reuse.entrant.fine-tuned", Entrant.AS_CUT, "reuse.entrant.as-cut"));
  private static final Map<Entrant, String> HINTS = new EnumMap<>(Map.of(
      Entrant.SCRATCH, "reuse.entrant.scratch.hint", Entrant.FROZEN, "reuse.entrant.frozen.hint",
      Entrant.FINE_TUNED, "reuse.entrant.fine-tuned.hint", Entrant.AS_CUT, "reuse.entrant.as-cut.hint"));
  /** From here on a cache is worth telling of. */
  private static final double FASTER = 1.05;
  /** From here on minutes are told. */
  private static final double SECONDS_OF_MINUTES = 90;

  private final Texts texts;
  private final SpecWords specs;

  ReuseWords(Texts texts) {
    this.texts = texts;
    this.specs = new SpecWords(texts);
  }

  /** A way of learning. */
  String entrant(Entrant entrant) {
    return texts.get(NAMES.get(entrant));
  }

  /** What it means. */
  String hint(Entrant entrant) {
    return texts.get(HINTS.get(entrant));
  }

  /** An accuracy, or an error in pixels. */
  String measure(double measure, boolean points) {
    if (!Double.isFinite(measure)) {
      return "–";
    }
    return texts.get(points ? "reuse.measure.pixels" : "reuse.measure.share", measure);
  }

  /** What several seeds came to. */
  String measure(RaceResults.Summary summary, boolean points) {
    return summary.runs() < 2 || !Double.isFinite(summary.mean()) ? measure(summary.mean(), points)
        : texts.get(points ? "reuse.measure.pixels-spread" : "reuse.measure.share-spread", summary.mean(),
            summary.spread());
  }

  /** How long something took. */
  String seconds(double seconds) {
    return Double.isFinite(seconds) ? texts.get("reuse.seconds", seconds) : "–";
  }

  /** What the cache of frozen layers was worth; "–" if there was none. */
  String speedUp(double speedUp) {
    return speedUp < FASTER ? "–" : texts.get("reuse.speed-up", speedUp);
  }

  /** The same as a sentence; empty if there was no cache. */
  String speedUpSentence(double speedUp) {
    return speedUp < FASTER ? "" : texts.get("reuse.speed-up.sentence", speedUp);
  }

  /** Of a network that was trained, for a list. */
  String network(TrainedNetwork network) {
    return texts.get(network.points() ? "reuse.network.points" : "reuse.network.classes",
        entrant(network.heat().entrant()), network.heat().perClass(), measure(network.measure(), network.points()));
  }

  /** How a single training ended. */
  String result(TrainedNetwork network) {
    String sentence = texts.get(!network.complete() ? "reuse.line.stopped-early"
        : Double.isNaN(network.measure()) ? "reuse.line.once-untested" : "reuse.line.once",
        measure(network.measure(), network.points()), network.seconds());
    return (sentence + " " + speedUpSentence(network.speedUp())).strip();
  }

  /**
   * How far trainings are.
   *
   * @param done how many are over
   * @param last the last round of this training that is over; null for none
   */
  String progress(RacePlan plan, int done, HeatRun run, HeatRun.Round last) {
    Heat heat = run.heat();
    String who = plan.race() ? texts.get(plan.task().hasClasses() ? "reuse.line.heat" : "reuse.line.heat-points",
        done + 1, plan.heats().size(), entrant(heat.entrant()), heat.perClass(), heat.seed()) + " " : "";
    HeatRun.FrozenPass pass = run.frozenPass();
    if (pass != null) {
      return who + texts.get("reuse.line.frozen-pass", pass.done(), pass.all());
    }
    return who + (last == null ? texts.get("reuse.line.first-round", plan.lesson().rounds())
        : texts.get("reuse.line.round", last.number(), plan.lesson().rounds(),
            measure(last.measure(), !plan.task().hasClasses())));
  }

  /** How much longer something takes. */
  String left(double seconds) {
    return seconds < SECONDS_OF_MINUTES ? texts.get("reuse.line.seconds-left", Math.max(1, Math.round(seconds)))
        : texts.get("reuse.line.minutes-left", seconds / 60);
  }

  /** What kind of layer it is. */
  String kind(CutBlock block) {
    return specs.kind(block.layer());
  }

  /** A layer's settings. */
  String settings(CutBlock block) {
    return specs.settings(block.layer());
  }

  /** What a layer gives. */
  String shape(CutBlock block) {
    return block.output().map(Shape::toString).orElse("?");
  }

  /** How many numbers a layer has learned or can learn; empty for none. */
  String parameters(CutBlock block) {
    return block.parameters() == 0 ? "" : texts.get("reuse.block.parameters", block.parameters());
  }

  /** What becomes of a layer. */
  String fate(CutBlock block) {
    return switch (block.fate()) {
      case STAYS -> block.frozen() ? texts.get("reuse.block.frozen") : texts.get("reuse.block.learns", block.rate());
      case GOES -> texts.get("reuse.block.goes");
      case COMES -> texts.get("reuse.block.comes");
    };
  }

  /** How a layer that stays learns, in little room. */
  String state(CutBlock block) {
    return block.frozen() ? texts.get("reuse.block.frozen") : texts.get("reuse.block.rate", block.rate());
  }

  /** All of a layer, for a screen reader and a tooltip. */
  String whole(CutBlock block) {
    return texts.get(block.faulty() ? "reuse.block.whole-faulty" : "reuse.block.whole", block.layer().name(),
        kind(block), settings(block).isEmpty() ? "–" : settings(block), shape(block), block.parameters(), fate(block));
  }

  /** What a plan compares. */
  String plan(RacePlan plan) {
    return texts.get(plan.task().hasClasses() ? "reuse.plan.classes" : "reuse.plan.points", plan.base(),
        plan.lastKept(), plan.task().name(), plan.task().outputs(), plan.task().tested());
  }
}
