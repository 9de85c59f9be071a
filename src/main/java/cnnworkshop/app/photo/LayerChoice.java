package cnnworkshop.app.photo;

import cnnworkshop.core.net.Shape;

/**
 * A layer whose maps can be looked at.
 *
 * @param layer its number in the network
 * @param name its name in the network
 * @param shape maps, rows and columns for the network's own input
 * @param wholePhoto whether it runs on the whole photo; if not, on the square cut out of it
 */
public record LayerChoice(int layer, String name, Shape shape, boolean wholePhoto) {}
