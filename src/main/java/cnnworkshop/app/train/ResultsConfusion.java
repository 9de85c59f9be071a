package cnnworkshop.app.train;

import cnnworkshop.app.control.AnswerGrid;
import cnnworkshop.app.control.ConfusionMatrix;
import cnnworkshop.core.text.Texts;
import java.util.concurrent.Executor;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/**
 * The confusion matrix, and the pictures behind its chosen cell: beside it, or below it where there is no room beside.
 */
final class ResultsConfusion extends Region {

  private static final AnswerGrid.Look BEHIND = new AnswerGrid.Look(5.5, 5.5, 1);
  /** The matrix has at most this share of the width; the pictures are the largest thing. */
  private static final double MATRIX_SHARE = 0.68;

  /** A scroll bar's width in pixels, with some to spare. */
  private static final double SCROLL_BAR = 16;

  private final ConfusionMatrix matrix;
  private final AnswerGrid grid;
  private final ScrollPane matrixScroll;
  private final BorderPane behind = new BorderPane();

  ResultsConfusion(ResultsModel model, Texts texts, Executor background) {
    matrix = new ConfusionMatrix(texts);
    matrix.selectedProperty().bindBidirectional(model.cellProperty());
    model.confusionProperty().addListener((p, before, now) -> matrix.show(now));
    matrix.show(model.confusionProperty().get());
    grid = new AnswerGrid(texts, background, BEHIND);
    model.behindProperty().addListener((p, before, now) -> grid.setItems(now));
    grid.setItems(model.behindProperty().get());
    getStyleClass().add("results-confusion");
    matrixScroll = new ScrollPane(matrix);
    matrixScroll.setFitToWidth(true);
    matrixScroll.setFitToHeight(true);
    matrixScroll.setFocusTraversable(false);
    matrixScroll.getStyleClass().add("bounded-scroll");
    Label line = new Label();
    line.getStyleClass().add("results-behind-line");
    line.setWrapText(true);
    line.textProperty().bind(model.behindLineProperty().map(
        text -> text.isEmpty() ? texts.get("train.results.behind.none") : text));
    behind.setTop(line);
    behind.setCenter(grid);
    getChildren().addAll(matrixScroll, behind);
  }

  /** The pictures behind the chosen cell. */
  AnswerGrid grid() {
    return grid;
  }

  private boolean beside(double width) {
    return matrix.minWidth(-1) + SCROLL_BAR + behind.minWidth(-1) <= width;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (beside(width)) {
      double least = matrix.minWidth(-1) + (matrix.minHeight(-1) > height ? SCROLL_BAR : 0);
      double most = Math.min(width - behind.minWidth(-1), Math.max(least, MATRIX_SHARE * width));
      double matrixWidth = Math.round(Math.min(most, Math.max(least, matrix.prefWidth(height))));
      matrixScroll.resizeRelocate(0, 0, matrixWidth, height);
      behind.resizeRelocate(matrixWidth, 0, width - matrixWidth, height);
    } else {
      double matrixHeight = Math.round(height - behind.minHeight(width));
      matrixScroll.resizeRelocate(0, 0, width, matrixHeight);
      behind.resizeRelocate(0, matrixHeight, width, height - matrixHeight);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return behind.minWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return width >= 0 && beside(width) ? behind.minHeight(-1) : behind.minHeight(-1) + matrix.minHeight(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return width >= 0 && beside(width) ? Math.max(behind.prefHeight(-1), matrix.minHeight(-1)) : computeMinHeight(width);
  }
}
