package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What the parts of the Filters tab have in common, and what they need of the rest of the program.
 *
 * @param inference keeps the loaded network; {@link Inference#beside()} for a second one. Work handed to it is short,
 *     at most a tenth of a second a piece, so that other tabs get their turn
 * @param subject what the network looks at; null while there is no picture
 * @param unit the filter, map or unit chosen in any of the parts; null for none
 * @param samples gives the pictures that ship; reads files, so in the background
 * @param runs the runs that were kept, with their snapshots
 * @param settings remembered from one start to the next
 * @param messages tells a person
 * @param work longer pieces of work, for the status bar
 * @param texts what is said
 * @param background reads files and draws pictures
 * @param ui where all properties change
 */
public record FiltersTools(Inference inference, ReadOnlyObjectProperty<Subject> subject, ObjectProperty<Unit> unit,
    Supplier<List<Subject>> samples, RunStore runs, Settings settings, Messages messages, Work work, Texts texts,
    Executor background, Executor ui) {}
