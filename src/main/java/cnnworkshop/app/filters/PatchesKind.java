package cnnworkshop.app.filters;

/** Which pictures are searched for what excites a unit. */
enum PatchesKind {
  /** The pictures that ship, in squares all over them. */
  SAMPLES,
  /** Built-in data that fit the network's input: drawn faces for greys, Shapes-10 for colours. */
  TRAINING,
  /** A folder the person picked. */
  FOLDER
}
