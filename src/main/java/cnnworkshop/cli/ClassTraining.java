package cnnworkshop.cli;

import cnnworkshop.core.data.ClassTrainingData;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.ClassJudge;
import cnnworkshop.core.train.PictureRecipe;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A classifier on small pictures: a tenth of those to learn from is held out, the test pictures only report. */
final class ClassTraining implements TrainingPlan {

  private final NetworkSpec spec;
  private final String name;
  private final LabelledPictures learned;
  private final LabelledPictures heldOut;
  private final LabelledPictures tested;
  private final PictureRecipe recipe;
  private final Texts texts;

  /**
   * @param spec fits the pictures
   * @throws IllegalArgumentException if an option's value can't be used
   */
  ClassTraining(NetworkSpec spec, PictureSets pictures, TrainOptions options, Texts texts, Consumer<String> say) {
    this.spec = spec;
    this.name = TrainOptions.or(options.name, spec.name());
    this.texts = texts;
    this.tested = pictures.test();
    LabelledPictures part = options.pictures == null ? pictures.training()
        : pictures.training().part(options.pictures, options.seed);
    List<LabelledPictures> split = part.split(options.holdOut, options.seed);
    this.learned = split.get(0);
    this.heldOut = split.get(1);
    this.recipe = recipe(spec.name(), options);
    say.accept(texts.get("cli.train.pictures-split", learned.size(), heldOut.size(), tested.size(),
        learned.classNames().size()));
  }

  private static PictureRecipe recipe(String network, TrainOptions options) {
    PictureRecipe base = PictureRecipe.of(network, options.seed);
    PictureAugmentation changed = base.augmentation();
    for (var change : options.changes.entrySet()) {
      changed = changed.with(Choice.of(PictureAugmentation.Change.class, change.getKey()), change.getValue());
    }
    return new PictureRecipe(options.over(base.updater()), options.over(base.settings()), changed);
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public Updater updater() {
    return recipe.updater();
  }

  @Override
  public TrainingSettings settings() {
    return recipe.settings();
  }

  @Override
  public TrainingData data() {
    return new ClassTrainingData(learned, recipe.augmentation());
  }

  @Override
  public TrainingSession.Judge heldOut() {
    return heldOut.size() == 0 ? null : new ClassJudge(heldOut);
  }

  @Override
  public TrainingSession.Judge test() {
    return tested.size() == 0 ? null : new ClassJudge(tested);
  }

  @Override
  public int judgedAnEpoch() {
    return heldOut.size() + tested.size();
  }

  @Override
  public String line(TrainingEvent.Epoch e) {
    Verdict nothing = new Verdict(Double.NaN, Double.NaN, Double.NaN, null);
    Verdict held = e.heldOut() == null ? nothing : e.heldOut();
    Verdict test = e.test() == null ? nothing : e.test();
    return texts.get("cli.train.class-epoch", e.epoch(), e.trainingLoss(), held.loss(), held.measure(), test.loss(),
        test.measure(), e.picturesPerSecond(), e.best() ? 1 : 0);
  }

  @Override
  public ModelInfo describe(TrainableNetwork trained, TrainingSession session, Map<String, String> record) {
    record.put("pictures", learned.size() + " in " + learned.classNames().size() + " classes");
    record.put("held out", String.valueOf(heldOut.size()));
    record.put("accuracy held out", percent(1 - session.bestScore()));
    if (tested.size() > 0) {
      Verdict test = new ClassJudge(tested).judge(trained);
      record.put("test accuracy", percent(test.measure()) + " of " + tested.size() + " pictures that chose nothing");
      record.put("test loss", String.format(Locale.ROOT, "%.3f", test.loss()));
    }
    record.put("augmentation", recipe.augmentation().toString());
    return new ModelInfo(name, Task.CLASSES, learned.classNames(), record);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
