package cnnworkshop.app.reuse;

import cnnworkshop.core.reuse.Race.Heat;

/**
 * What a training has made.
 *
 * @param heat how it was trained
 * @param network what it has become
 * @param points whether it looks for points, so that it is measured in pixels
 * @param measure accuracy of the test pictures 0..1, or RMSE in pixels; NaN without any
 * @param seconds its training took
 * @param speedUp how many times as fast the cache of frozen layers made it; 1 without any
 * @param complete whether all of its steps were done
 */
record TrainedNetwork(Heat heat, LearnedNetwork network, boolean points, double measure, double seconds,
    double speedUp, boolean complete) {}
