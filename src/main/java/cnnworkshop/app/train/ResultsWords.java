package cnnworkshop.app.train;

import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.AnswerItem.Bar;
import cnnworkshop.app.control.AnswerItem.Mark;
import cnnworkshop.app.control.ConfusionCell;
import cnnworkshop.app.control.ConfusionTable;
import cnnworkshop.core.text.Texts;
import java.text.NumberFormat;
import java.util.List;

/** Puts results into words and numbers for a person. Any thread may use it. */
final class ResultsWords {

  private final Texts texts;

  ResultsWords(Texts texts) {
    this.texts = texts;
  }

  /**
   * What to say in place of a page with nothing on it; empty if there is something.
   *
   * @param judged whether a network has said anything
   * @param table of a classifier's answers; null for none
   */
  String empty(ResultsModel.Kind kind, ResultsModel.Page page, boolean available, boolean judged,
      ConfusionTable table) {
    if (!available) {
      return texts.get(kind == ResultsModel.Kind.NONE ? "train.results.empty.no-data" : "train.results.empty.no-test");
    }
    boolean faces = kind == ResultsModel.Kind.FACES;
    return switch (page) {
      case TEN -> "";
      case TABLE -> judged ? "" : texts.get(faces ? "train.results.empty.points" : "train.results.empty.confusion");
      case WORST -> !judged ? texts.get(faces ? "train.results.empty.worst.faces" : "train.results.empty.worst")
          : table != null && table.right() == table.pictures() ? texts.get("train.results.empty.no-mistakes") : "";
    };
  }

  /** "2,640 of 4,000 right: 66.0 %". */
  String accuracy(ConfusionTable table, ResultsModel.Origin origin) {
    int right = table.right();
    int all = table.pictures();
    return switch (origin) {
      case TEST -> texts.get("train.results.accuracy.test", right, all, (double) right / all);
      case HELD_OUT -> texts.get("train.results.accuracy.held-out", right, all, (double) right / all);
    };
  }

  /** "RMSE 2.31 px on 200 faces; mean face 5.40 px". */
  String rmse(double rmse, double meanFace, int faces, ResultsModel.Origin origin) {
    return switch (origin) {
      case TEST -> texts.get("train.results.rmse.test", rmse, faces, meanFace);
      case HELD_OUT -> texts.get("train.results.rmse.held-out", rmse, faces, meanFace);
    };
  }

  /** What pictures are behind a cell, and that not all of them are shown if there are more than {@code shown}. */
  String behind(ConfusionTable table, ConfusionCell cell, int shown) {
    String truth = table.names().get(cell.truth());
    int count = table.count(cell);
    String what = cell.isRight() ? texts.get("train.results.behind.right", truth, count)
        : texts.get("train.results.behind.wrong", truth, table.names().get(cell.guess()), count);
    return count <= shown ? what : what + " " + texts.get("train.results.behind.first", shown);
  }

  /** The likeliest classes of each picture, or none yet. */
  List<AnswerItem> candidates(List<Answer> answers) {
    NumberFormat percent = NumberFormat.getPercentInstance(texts.locale());
    return answers.stream().map(answer -> item(answer, answer.guesses().stream()
        .map(guess -> new Bar(guess.name(), guess.probability(), percent.format(guess.probability()))).toList()))
        .toList();
  }

  /** What each picture was taken for, after an arrow. */
  List<AnswerItem> guesses(List<Answer> answers) {
    NumberFormat percent = NumberFormat.getPercentInstance(texts.locale());
    return answers.stream().map(answer -> item(answer, answer.guesses().stream().limit(1)
        .map(guess -> new Bar(texts.get("train.results.guess", guess.name()), guess.probability(),
            percent.format(guess.probability()))).toList())).toList();
  }

  private AnswerItem item(Answer answer, List<Bar> bars) {
    Mark mark = answer.guesses().isEmpty() ? Mark.NONE : answer.isRight() ? Mark.RIGHT : Mark.WRONG;
    return new AnswerItem(answer.number(), answer.picture(), null, answer.truth(), mark, bars, description(answer));
  }

  private String description(Answer answer) {
    if (answer.guesses().isEmpty()) {
      return texts.get("train.answer.unanswered", answer.truth());
    }
    Answer.Guess guess = answer.guesses().get(0);
    return answer.isRight() ? texts.get("train.answer.right", answer.truth(), guess.name(), guess.probability())
        : texts.get("train.answer.wrong", answer.truth(), guess.name(), guess.probability());
  }

  /** Faces, each with its RMSE once a network has said something. */
  List<AnswerItem> faces(List<ResultsFace> faces) {
    return faces.stream().map(this::face).toList();
  }

  private AnswerItem face(ResultsFace face) {
    double rmse = face.face().rmse();
    boolean judged = !Double.isNaN(rmse);
    return new AnswerItem(face.number(), face.picture(), face.face(),
        judged ? texts.get("train.results.face", rmse) : texts.get("train.results.face.number", face.number() + 1),
        Mark.NONE, List.of(), judged ? texts.get("train.results.face.long", face.number() + 1, rmse)
            : texts.get("train.results.face.unanswered", face.number() + 1));
  }
}
