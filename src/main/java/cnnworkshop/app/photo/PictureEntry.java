package cnnworkshop.app.photo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A picture that can be opened.
 *
 * @param name what a person knows it by
 * @param file the file it is, to be remembered as recent; empty for others
 * @param load reads it; in the background
 */
public record PictureEntry(String name, Optional<Path> file, Callable<Picture> load) {}
