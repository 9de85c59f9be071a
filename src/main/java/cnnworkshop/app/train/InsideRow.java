package cnnworkshop.app.train;

/**
 * One layer, as it is to be read.
 *
 * @param name the layer's
 * @param length of its weights
 * @param ratio of its last update to its weights; NaN if there was none
 * @param ratioText the same as text
 * @param ratioWords what is to be thought of it; empty before the first step
 * @param ratios the same after each epoch there is, as logarithms to base 10, NaN where there was none
 * @param position which of them is this one's
 * @param outputs mean and deviation
 * @param silent how many units are silent; a dash for a layer that does not end in a ReLU
 * @param manySilent whether so many are that it is marked
 * @param words all of it, for a screen reader
 */
public record InsideRow(String name, String length, double ratio, String ratioText, String ratioWords, double[] ratios,
    int position, String outputs, String silent, boolean manySilent, String words) {}
