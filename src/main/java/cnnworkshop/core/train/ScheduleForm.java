package cnnworkshop.core.train;

/** How a setting goes over a training, whatever its amount. */
public enum ScheduleForm {
  /** The same throughout. */
  CONSTANT(new Schedule.Constant(1)),
  /** Down to a hundredth in a straight line. */
  LINE(new Schedule.Linear(1, 0.01)),
  /** A third of it after each quarter of the training. */
  STEPS(new Schedule.Steps(1, 3, 3)),
  /** Up for a tenth of the training, then down to a hundredth along half a cosine. */
  COSINE(new Schedule.Cosine(1, 0.01, 0.1)),
  /** Up for a quarter of the training and down, step by step. */
  ONE_CYCLE(new Schedule.OneCycle(1, 0.25));

  private final Schedule usual;

  ScheduleForm(Schedule usual) {
    this.usual = usual;
  }

  /** A schedule of this form whose highest value is 1. */
  public Schedule usual() {
    return usual;
  }

  /** The form a schedule has. */
  public static ScheduleForm of(Schedule schedule) {
    for (ScheduleForm form : values()) {
      if (form.usual.getClass() == schedule.getClass()) {
        return form;
      }
    }
    throw new IllegalArgumentException(schedule.toString());
  }
}
