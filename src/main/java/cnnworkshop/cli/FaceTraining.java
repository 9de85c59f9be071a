package cnnworkshop.cli;

import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceTrainingData;
import cnnworkshop.core.data.HoldOut;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.DoubtCalibration;
import cnnworkshop.core.train.FaceJudge;
import cnnworkshop.core.train.FaceRecipe;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The keypoint network on annotated faces. */
final class FaceTraining implements TrainingPlan {

  private final HoldOut faces;
  private final FaceRecipe recipe;
  private final String recipeName;
  private final TrainOptions options;
  private final Texts texts;
  private final Consumer<String> say;

  /**
   * @param say takes what is to be said on the way
   * @throws IllegalArgumentException if an option's value can't be used
   */
  FaceTraining(HoldOut faces, TrainOptions options, Texts texts, Consumer<String> say) {
    this.faces = faces;
    this.recipe = recipe(options);
    this.recipeName = options.recipe.name().toLowerCase(Locale.ROOT);
    this.options = options;
    this.texts = texts;
    this.say = say;
    say.accept(texts.get("cli.train.faces", faces.training().size(), faces.checking().size()));
    if (!faces.checking().isEmpty()) {
      say.accept(texts.get("cli.train.mean-face", FaceJudge.meanFace(faces.checking()).rmse()));
    }
  }

  private static FaceRecipe recipe(TrainOptions options) {
    FaceRecipe base = options.recipe == TrainOptions.Recipe.WORKSHOP
        ? FaceRecipe.workshop(options.seed) : FaceRecipe.own(options.seed);
    FaceAugmentation augmentation = base.augmentation();
    for (var change : options.changes.entrySet()) {
      augmentation = augmentation.with(
          Choice.of(FaceAugmentation.Change.class, change.getKey()), change.getValue());
    }
    return base.with(options.over(base.settings())).with(TrainOptions.or(options.dropout, base.dropRates()))
        .with(augmentation);
  }

  @Override
  public NetworkSpec spec() {
    return options.over(Presets.keypoints(recipe.dropRates().stream().mapToDouble(Double::doubleValue).toArray()));
  }

  @Override
  public Updater updater() {
    return options.over(recipe.updater());
  }

  @Override
  public TrainingSettings settings() {
    return recipe.settings();
  }

  @Override
  public TrainingData data() {
    return new FaceTrainingData(faces.training(), recipe.augmentation());
  }

  @Override
  public TrainingSession.Judge heldOut() {
    return faces.checking().isEmpty() ? null : new FaceJudge(faces.checking());
  }

  @Override
  public TrainingSession.Judge test() {
    return null;
  }

  @Override
  public int judgedAnEpoch() {
    return faces.checking().size();
  }

  @Override
  public String line(TrainingEvent.Epoch e) {
    return texts.get("cli.train.epoch", e.epoch(), e.trainingLoss(), e.heldOut() == null ? Double.NaN : e.heldOut().measure(),
        e.learningRate(), e.picturesPerSecond(), e.best() ? 1 : 0);
  }

  @Override
  public ModelInfo describe(TrainableNetwork trained, TrainingSession session, Map<String, String> record) {
    record.put("recipe", recipeName);
    record.put("pictures", String.valueOf(faces.training().size()));
    record.put("held out", faces.checking().size() + " pictures of people not trained on");
    record.put("rmse_px held out", String.format(Locale.ROOT, "%.3f", session.bestScore()));
    record.put("dropout", recipe.dropRates().toString());
    record.put("augmentation", recipe.augmentation().words());
    ModelInfo info = new ModelInfo(TrainOptions.or(options.name, "keypoints"), Task.KEYPOINTS, List.of(), record);
    if (faces.checking().isEmpty()) {
      return info;
    }
    List<DoubtCalibration.Outcome> outcomes =
        DoubtCalibration.outcomes(trained, faces.checking(), recipe.settings().seed());
    double area = DoubtCalibration.areaUnderCurve(outcomes);
    if (!Double.isNaN(area)) {
      say.accept(texts.get("cli.train.doubt", area));
    }
    return info.with(DoubtCalibration.fit(outcomes));
  }
}
