package cnnworkshop.app.reuse;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * What the Reuse tab needs of the rest of the program.
 *
 * @param inference keeps the loaded network, which is the one that is reused, and gets what comes of it
 * @param trainer trains
 * @param cache the folder for what can be fetched again, such as the archive of CIFAR-10
 * @param messages tells a person
 * @param work longer pieces of work, for the status bar
 * @param texts what is said
 * @param background reads, draws and sorts pictures, and writes files
 * @param ui where all properties change
 */
public record ReuseTools(Inference inference, Trainer trainer, Path cache, Messages messages, Work work, Texts texts,
    Executor background, Executor ui) {}
