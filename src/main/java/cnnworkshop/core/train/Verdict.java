package cnnworkshop.core.train;

/**
 * What weights are worth on some pictures.
 *
 * @param score by which the best weights are chosen; lower is better
 * @param loss mean loss, dropout off
 * @param measure what is quoted: accuracy 0..1 of a classifier, RMSE in pixels of the view of a keypoint network
 * @param outputs what the network said, [picture, output]
 */
public record Verdict(double score, double loss, double measure, float[] outputs) {}
