package cnnworkshop.app.filters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A network to compare with.
 *
 * @param name what a person knows it by
 * @param about where it comes from, in words
 * @param file gives its file; called in the background
 */
record CompareSource(String name, String about, Callable<Path> file) {}
