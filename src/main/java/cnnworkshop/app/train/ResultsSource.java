package cnnworkshop.app.train;

import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.ConfusionCell;
import cnnworkshop.app.control.ConfusionTable;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.train.FaceJudge;
import java.util.List;

/** Pictures networks are judged by. Immutable; used in the background. */
sealed interface ResultsSource {

  /** The ten pictures before a network has said anything. */
  List<AnswerItem> unanswered(ResultsWords words);

  /** @param outputs what a network said of them all, [picture, output] */
  Judgement judge(float[] outputs, ResultsWords words);

  /** What a network said of all the pictures. Immutable. */
  interface Judgement {

    /** The whole in one line. */
    String line();

    /** The ten pictures. */
    List<AnswerItem> ten();

    /** The worst mistakes, the worst first. */
    List<AnswerItem> worst(int most);

    /** How often which class was taken for which; null if there are no classes. */
    ConfusionTable confusion();

    /** Pictures behind a cell, those the network was surest of first. */
    List<AnswerItem> behind(ConfusionCell cell, int most);

    /** What pictures are behind a cell. */
    String behindLine(ConfusionCell cell, int most);

    /** How far each point is off; empty if there are none. */
    List<ResultsPoint> points();
  }

  /** Pictures with a class each. */
  record Classes(LabelledPictures pictures, ResultsModel.Origin origin) implements ResultsSource {

    @Override
    public List<AnswerItem> unanswered(ResultsWords words) {
      return words.candidates(new TestPictures(pictures).unanswered());
    }

    @Override
    public Judgement judge(float[] outputs, ResultsWords words) {
      ResultsOfClasses results = new ResultsOfClasses(pictures, outputs);
      return new OfClasses(results, words, words.accuracy(results.table(), origin));
    }
  }

  /** Faces with points. */
  record Faces(List<FaceSample> faces, ResultsModel.Origin origin) implements ResultsSource {

    @Override
    public List<AnswerItem> unanswered(ResultsWords words) {
      return words.faces(ResultsOfFaces.unanswered(faces));
    }

    @Override
    public Judgement judge(float[] outputs, ResultsWords words) {
      ResultsOfFaces results = new ResultsOfFaces(faces, outputs);
      return new OfFaces(results, words,
          words.rmse(results.rmse(), FaceJudge.meanFace(faces).rmse(), faces.size(), origin));
    }
  }

  /** Of a classifier. */
  record OfClasses(ResultsOfClasses results, ResultsWords words, String line) implements Judgement {

    @Override
    public List<AnswerItem> ten() {
      return words.candidates(results.ten());
    }

    @Override
    public List<AnswerItem> worst(int most) {
      return words.guesses(results.worst(most));
    }

    @Override
    public ConfusionTable confusion() {
      return results.table();
    }

    @Override
    public List<AnswerItem> behind(ConfusionCell cell, int most) {
      return words.guesses(results.behind(cell, most));
    }

    @Override
    public String behindLine(ConfusionCell cell, int most) {
      return words.behind(results.table(), cell, most);
    }

    @Override
    public List<ResultsPoint> points() {
      return List.of();
    }
  }

  /** Of a keypoint network. */
  record OfFaces(ResultsOfFaces results, ResultsWords words, String line) implements Judgement {

    @Override
    public List<AnswerItem> ten() {
      return words.faces(results.ten());
    }

    @Override
    public List<AnswerItem> worst(int most) {
      return words.faces(results.worst(most));
    }

    @Override
    public ConfusionTable confusion() {
      return null;
    }

    @Override
    public List<AnswerItem> behind(ConfusionCell cell, int most) {
      return List.of();
    }

    @Override
    public String behindLine(ConfusionCell cell, int most) {
      return "";
    }

    @Override
    public List<ResultsPoint> points() {
      return results.points();
    }
  }
}
