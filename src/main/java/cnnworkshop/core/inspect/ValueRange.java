package cnnworkshop.core.inspect;

/**
 * The values a colour scale runs over.
 *
 * @param low the value of the scale's low end
 * @param high the value of its high end; may equal {@code low}
 */
public record ValueRange(float low, float high) {}
