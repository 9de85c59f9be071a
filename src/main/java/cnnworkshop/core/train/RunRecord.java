package cnnworkshop.core.train;

import cnnworkshop.core.train.TrainingEvent.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One training, kept: what it began with, how it went, and what a person wrote about it. Immutable.
 *
 * @param id its folder's name: letters of ASCII, digits and hyphens, at most 80
 * @param name what a person calls it
 * @param started when it began
 * @param setup what it began with
 * @param curve how it went so far
 * @param end why it is over; empty while it runs, or if the program was ended first
 * @param notes whatever a person wrote, may be empty
 */
public record RunRecord(String id, String name, Instant started, RunSetup setup, Curve curve, Optional<Reason> end,
    String notes) {

  private static final String ID = "[A-Za-z0-9-]{1,80}";

  /** @throws IllegalArgumentException if the id can't be a folder's name */
  public RunRecord {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(setup, "setup");
    Objects.requireNonNull(curve, "curve");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(notes, "notes");
    if (!isId(id)) {
      throw new IllegalArgumentException("not an id: " + id);
    }
  }

  static boolean isId(String text) {
    return text.matches(ID);
  }

  /** A run that begins: nothing is over yet. */
  public static RunRecord begun(String id, String name, Instant started, RunSetup setup) {
    return new RunRecord(id, name, started, setup, Curve.EMPTY, Optional.empty(), "");
  }

  /** The same under another id. */
  RunRecord withId(String other) {
    return new RunRecord(other, name, started, setup, curve, end, notes);
  }

  /** The same with another name. */
  public RunRecord withName(String other) {
    return new RunRecord(id, other, started, setup, curve, end, notes);
  }

  /** The same with other notes. */
  public RunRecord withNotes(String other) {
    return new RunRecord(id, name, started, setup, curve, end, other);
  }

  /** The same, further on. */
  public RunRecord with(Curve further, Optional<Reason> why) {
    return new RunRecord(id, name, started, setup, further, why, notes);
  }

  /**
   * What is quoted of the kept weights: on the test pictures, without any on those held out; empty before the first
   * epoch is over or without either.
   */
  public OptionalDouble result() {
    return curve.best().map(Curve.Point::measure).filter(measure -> !measure.isNaN())
        .map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** Whether it went as far as its settings say: it was neither stopped nor did it diverge. */
  public boolean ranItsCourse() {
    return end.filter(reason -> reason == Reason.COMPLETE || reason == Reason.OUT_OF_PATIENCE).isPresent();
  }
}
