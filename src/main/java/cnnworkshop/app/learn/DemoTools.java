package cnnworkshop.app.learn;

import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;

/**
 * What demos need of the rest of the program.
 *
 * @param texts what is said
 * @param lab asks the shipped keypoint network, whatever is loaded elsewhere
 * @param photo the photo of the Photo tab, or the first sample; never null
 * @param samples the sample photos, the first with one upright face
 * @param trainer trains; what is asked of it waits behind a training that runs
 * @param work longer pieces of work, for the status bar
 * @param background computes beside the window's thread
 * @param ui where all properties change
 * @param reducedMotion whether the person asked for less motion
 * @param failures takes what could not be done
 */
public record DemoTools(Texts texts, KeypointLab lab, Supplier<Photo> photo, Supplier<List<Photo>> samples,
    Trainer trainer, Work work, Executor background, Executor ui, ObservableBooleanValue reducedMotion,
    Consumer<Throwable> failures) {}
