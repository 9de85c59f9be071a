package cnnworkshop.app.train;

/**
 * Pictures that are looked at together.
 *
 * @param name of the class, or what they have in common
 * @param count how many there are
 * @param share of the largest group beside those of all pictures, 0..1: as long as its bar is
 * @param all whether it is that of all pictures
 */
public record BrowserGroup(String name, int count, double share, boolean all) {}
