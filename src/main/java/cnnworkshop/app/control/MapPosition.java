package cnnworkshop.app.control;

/**
 * A place on one of several maps of the same size, whatever size they are shown in.
 *
 * @param map which map, from 0
 * @param x01 column as a fraction of the map's width, 0 at its left edge, below 1
 * @param y01 row as a fraction of the map's height, 0 at its upper edge, below 1
 */
public record MapPosition(int map, double x01, double y01) {}
