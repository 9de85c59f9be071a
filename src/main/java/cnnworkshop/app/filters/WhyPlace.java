package cnnworkshop.app.filters;

/**
 * A place that can be gone to.
 *
 * @param place of the grid
 * @param text what it does there
 */
record WhyPlace(int place, String text) {}
