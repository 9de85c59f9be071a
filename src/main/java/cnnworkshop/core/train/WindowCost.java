package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend;
import java.io.IOException;

/**
 * What the window costs: a training of the same network on the same pictures, and a wait.
 *
 * @param bare pictures a second of the bare loop
 * @param inWindow pictures a second with the Train tab open and drawn
 * @param pulseMedian time from one pulse of the JavaFX thread to the next while it trains, in milliseconds
 * @param pulse99 likewise, the 99th percentile
 * @param openFilters until the Filters tab is there with the shipped network, the first time, in milliseconds
 */
public record WindowCost(double bare, double inWindow, double pulseMedian, double pulse99, double openFilters) {

  /** Measures it; a command line knows no windows. */
  public interface Meter {

    /**
     * Gets ready. To be called before native libraries are loaded: with OpenCV's in memory, GTK finds no display.
     *
     * @return whether a window can be opened here
     */
    boolean prepare();

    /**
     * Opens a window for as long as it takes.
     *
     * @param rounds bare and in the window, in turns; their medians count
     */
    WindowCost measure(Backend backend, int rounds) throws IOException, InterruptedException;
  }
}
