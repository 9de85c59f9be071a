package cnnworkshop.app.photo;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Latest;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a classifier says of the square, following it. */
public final class ClassesModel {

  private static final String CHANNEL = "photo: classes";

  private final Inference inference;
  private final Texts texts;
  private final Consumer<Throwable> failures;
  private final ReadOnlyObjectWrapper<ClassAnswer> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", ClassAnswer.NONE);
  private final Latest<FaceSquare> squares = new Latest<>(this::ask);

  private Photo photo;
  private NetworkFit fit;

  ClassesModel(Inference inference, Texts texts, Consumer<Throwable> failures) {
    this.inference = inference;
    this.texts = texts;
    this.failures = failures;
  }

  /** The answer; {@link ClassAnswer#NONE} if the network gives none or there is no picture. */
  public ReadOnlyObjectProperty<ClassAnswer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  void show(Photo newPhoto) {
    photo = newPhoto;
    forget();
  }

  /** The next frame of a moving picture: the answer stays until the one to the frame is there. */
  void follow(Photo frame, FaceSquare square) {
    photo = frame;
    lookThrough(square);
  }

  void lookWith(NetworkFit newFit) {
    fit = newFit;
    forget();
  }

  private void forget() {
    inference.cancel(CHANNEL);
    squares.reset();
    answer.set(ClassAnswer.NONE);
  }

  void lookThrough(FaceSquare square) {
    if (photo != null && fit != null && fit.classes() && square != null) {
      squares.ask(square);
    }
  }

  private void ask(FaceSquare square) {
    Shape input = fit.network().spec().input();
    Photo seen = photo;
    inference.submit(CHANNEL,
        network -> network.predict(new FaceView(square, input.height()).sample(seen, input.channels()), 1),
        probabilities -> {
          answer.set(new ClassAnswer(names(probabilities.length), probabilities));
          squares.answered();
        },
        failure -> {
          failures.accept(failure);
          squares.answered();
        });
  }

  private List<String> names(int classes) {
    List<String> labels = fit.network().info().labels();
    // A plain DL4J zip knows no names.
    return labels.size() == classes ? labels
        : IntStream.rangeClosed(1, classes).mapToObj(n -> texts.get("photo-tab.class", n)).toList();
  }
}
