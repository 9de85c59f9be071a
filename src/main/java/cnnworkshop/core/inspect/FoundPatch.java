package cnnworkshop.core.inspect;

/**
 * A place that excites a unit.
 *
 * @param look what the network looked at
 * @param row of the unit's map
 * @param column of the unit's map
 * @param value what the map has there
 */
public record FoundPatch(PatchLook look, int row, int column, float value) {}
