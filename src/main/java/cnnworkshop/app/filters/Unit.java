package cnnworkshop.app.filters;

/**
 * What all parts of the Filters tab speak of: one filter, map or unit of a layer.
 *
 * @param layer the layer's number in the network
 * @param unit the filter's, map's or dense unit's number in the layer
 */
public record Unit(int layer, int unit) {}
