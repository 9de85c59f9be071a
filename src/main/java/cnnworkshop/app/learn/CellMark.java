package cnnworkshop.app.learn;

/** What a cell of a {@link CellGrid} is marked as; each has a colour and a sign of its own. */
enum CellMark {
  /** Nothing is said of it. */
  NONE,
  /** It changed. */
  CHANGED,
  /** One named it as one that will change. */
  NAMED,
  /** It was named and changed. */
  FOUND,
  /** It changed, but was not named. */
  MISSED,
  /** It was named, but stayed. */
  WRONG
}
