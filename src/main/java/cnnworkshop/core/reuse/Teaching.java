package cnnworkshop.core.reuse;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.DescribedNetwork;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.reuse.ReuseTraining.Outcome;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Teaches a trained network a few things from a few pictures of each: its first layers stay frozen, a new output layer
 * learns. So few pictures can't spare any for a test, so the whole is done five times more, each time with another fifth
 * left out and asked about at the end (cross-validation): every picture is judged once by a network that has not seen it.
 */
public final class Teaching {

  /** Pictures of each thing without which nothing is taught: one for each fold. */
  public static final int LEAST = 5;

  private static final int FOLDS = 5;
  private static final long SEED = 1;

  /**
   * What was learned.
   *
   * @param spec the new network's layers
   * @param parameters all it has learned, in DL4J's order; nobody changes it
   * @param info what is said of it
   * @param right of all pictures, how many networks that had not seen them knew
   * @param judged how many pictures there are
   * @param familiarity tells pictures unlike any of them
   */
  public record Learned(NetworkSpec spec, float[] parameters, ModelInfo info, int right, int judged,
      Familiarity familiarity) {

    /** The network, for the thread that calls. */
    public Network make(Backend backend) {
      TrainableNetwork network = backend.create(spec, new Backend.Updater.Adam(), SEED);
      network.setParameters(parameters);
      return new DescribedNetwork(network, info);
    }
  }

  private final Backend backend;
  private final NetworkSpec base;
  private final float[] trained;
  private final Lesson lesson;

  /**
   * @param base the trained network
   * @param trained what the layers that stay have learned: the first {@link Cut#usual} ones
   */
  public Teaching(Backend backend, NetworkSpec base, float[] trained) {
    this(backend, base, trained, Lesson.usual(PictureAugmentation.USUAL));
  }

  Teaching(Backend backend, NetworkSpec base, float[] trained, Lesson lesson) {
    this.backend = backend;
    this.base = base;
    this.trained = trained;
    this.lesson = lesson;
  }

  /**
   * Teaches, on the thread that calls.
   *
   * @param pictures of the size the base was trained with; at least {@link #LEAST} of each thing
   * @param name what the new network is called
   * @param progress told how far it is, 0..1
   * @param ended asked on the way
   * @return null if it was ended
   * @throws ReuseFailure if the base can't be reused for them
   */
  public Learned teach(LabelledPictures pictures, String name, DoubleConsumer progress, BooleanSupplier ended)
      throws ReuseFailure, IOException, InterruptedException {
    List<LabelledPictures> folds = pictures.folds(FOLDS, SEED);
    double right = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      LabelledPictures others = IntStream.range(0, FOLDS).filter(i -> i != out).mapToObj(folds::get)
          .reduce(LabelledPictures::and).orElseThrow();
      Outcome outcome = train(new PictureTask(name, others, folds.get(fold), List.of()), name, fold, progress, ended);
      if (outcome == null) {
        return null;
      }
      outcome.network().close();
      right += outcome.accuracy() * folds.get(fold).size();
    }
    LabelledPictures none = pictures.part(0, SEED);
    Outcome outcome = train(new PictureTask(name, pictures, none, List.of()), name, FOLDS, progress, ended);
    if (outcome == null) {
      return null;
    }
    try (TrainableNetwork network = outcome.network()) {
      int known = (int) Math.round(right);
      return new Learned(network.spec(), network.parameters(), info(outcome.info(), known, pictures.size()), known,
          pictures.size(), Familiarity.of(network, pictures));
    }
  }

  private static ModelInfo info(ModelInfo said, int right, int judged) {
    Map<String, String> record = new LinkedHashMap<>(said.record());
    record.put("cross-validation", right + " of " + judged + " pictures known by networks that had not seen them");
    return new ModelInfo(said.name(), said.task(), said.labels(), record);
  }

  private Outcome train(PictureTask task, String name, int turn, DoubleConsumer progress, BooleanSupplier ended)
      throws ReuseFailure, IOException, InterruptedException {
    int kept = Cut.usual(base);
    Cut cut = new Cut(base, Collections.nCopies(kept, 0.0), Head.POOLED, task.input(), task.outputs(), task.loss());
    TrainingControl control = new TrainingControl();
    return new ReuseTraining(backend, cut, trained, lesson).run(task, task.part(task.available(), 0, SEED), name, SEED,
        control, ended, new ReuseTraining.Listener() {
          @Override
          public void frozenLayers(int done, int all) {
            at(0.5 * done / all);
          }

          @Override
          public void told(TrainingEvent event) {
            if (event instanceof TrainingEvent.Epoch round) {
              at(0.5 + 0.5 * round.epoch() / lesson.rounds());
            }
            if (ended.getAsBoolean()) {
              control.stop();
            }
          }

          private void at(double share) {
            progress.accept((turn + share) / (FOLDS + 1));
          }
        });
  }
}
