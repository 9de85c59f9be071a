package cnnworkshop.app.filters;

/**
 * A layer whose units can be asked for.
 *
 * @param number in the network
 * @param units how many maps or units it has
 * @param words its name and what it gives
 */
record PatchesLayer(int number, int units, String words) {}
