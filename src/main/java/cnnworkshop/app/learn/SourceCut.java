package cnnworkshop.app.learn;

/**
 * Some lines of the project's own source.
 *
 * @param file below {@code core}, such as {@code op/Convolution.java}
 * @param from the beginning of the first line, without spaces before it, such as {@code public static float[] apply}
 *     ; the lines end with the brace that closes what opens there
 */
public record SourceCut(String file, String from) {}
