package cnnworkshop.core.net;

/**
 * What a layer costs in a step of training.
 *
 * @param forward milliseconds a batch takes on the way there
 * @param backward milliseconds its gradient takes on the way back; 0 for layers nobody asks for one
 */
public record LayerCost(double forward, double backward) {}
