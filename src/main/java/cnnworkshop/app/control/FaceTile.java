package cnnworkshop.app.control;

import cnnworkshop.core.inspect.JudgedFace;

/**
 * One face of a {@link FaceSheet}.
 *
 * @param face what is drawn
 * @param caption what stands under it, short
 * @param description which face it is and what is to be said of it: for the pointer and for a screen reader
 */
public record FaceTile(JudgedFace face, String caption, String description) {}
