package cnnworkshop.app.support;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** One thing a person is told. */
public final class Message {

  /** How grave it is. */
  public enum Kind {
    /** Something went well or is worth knowing; may go away by itself. */
    NOTE,
    /** Something could not be done, for a reason the person can act on. */
    FAILURE,
    /** The program itself has a fault. */
    FAULT
  }

  private final Kind kind;
  private final String sentence;
  private final String details;
  private final ReadOnlyIntegerWrapper times = new ReadOnlyIntegerWrapper(this, "times", 1);

  Message(Kind kind, String sentence, String details) {
    this.kind = kind;
    this.sentence = sentence;
    this.details = details;
  }

  /** How grave it is. */
  public Kind kind() {
    return kind;
  }

  /** What happened and what to do, in plain words. */
  public String sentence() {
    return sentence;
  }

  /** What a programmer wants to know; empty if there is nothing more to say. */
  public String details() {
    return details;
  }

  /** How often the very same happened while the message stood there, at least 1. */
  public ReadOnlyIntegerProperty timesProperty() {
    return times.getReadOnlyProperty();
  }

  void again() {
    times.set(times.get() + 1);
  }

  boolean saysTheSame(Message other) {
    return kind == other.kind && sentence.equals(other.sentence) && details.equals(other.details);
  }
}
