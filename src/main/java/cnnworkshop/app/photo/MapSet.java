package cnnworkshop.app.photo;

import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.image.FaceSquare;

/**
 * The maps being looked at.
 *
 * @param subject the same as long as picture, network and layer are: only the square moved
 * @param layer whose maps they are
 * @param maps the maps
 * @param square what they were made of; null for the whole photo
 */
public record MapSet(int subject, LayerChoice layer, Maps maps, FaceSquare square) {}
