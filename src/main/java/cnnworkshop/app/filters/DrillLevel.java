package cnnworkshop.app.filters;

/** How deep one looks into a network. */
enum DrillLevel {
  /** All layers. */
  NETWORK,
  /** All maps, or units, of a layer. */
  LAYER,
  /** One map. */
  MAP,
  /** One value of a map, or one unit, and how it came about. */
  NUMBER
}
