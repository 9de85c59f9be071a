package cnnworkshop.app.train;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * What the Train tab needs of the rest of the program.
 *
 * @param inference gets the trained network when a person wants to use it
 * @param trainer trains
 * @param store where runs are kept
 * @param templates where networks are saved by name
 * @param cache the folder for what can be fetched again, such as the archive of CIFAR-10
 * @param messages tells a person
 * @param work longer pieces of work, for the status bar
 * @param texts what is said
 * @param background reads and draws pictures, and reads runs
 * @param ui where all properties change
 */
public record TrainTools(Inference inference, Trainer trainer, RunStore store, NetworkTemplates templates, Path cache,
    Messages messages, Work work, Texts texts, Executor background, Executor ui) {}
