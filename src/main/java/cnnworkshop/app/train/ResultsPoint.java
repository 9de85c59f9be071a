package cnnworkshop.app.train;

import cnnworkshop.core.face.Keypoint;

/**
 * How far a point is off.
 *
 * @param rmse in pixels of the view; NaN if the point is known on no face
 */
public record ResultsPoint(Keypoint point, double rmse) {}
