package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import javafx.scene.layout.Region;

/** Both numbers of weights as bars of true proportion: the shorter one is often no more than a line. */
final class ShareBars extends Region {

  private final SparseConnectivityModel model;
  private final Em em = new Em(this::requestLayout);
  private final Region dense = bar("dense-bar");
  private final Region sparse = bar("sparse-bar");

  ShareBars(SparseConnectivityModel model) {
    this.model = model;
    getStyleClass().add("share-bars");
    getChildren().addAll(em, dense, sparse);
    model.readingProperty().addListener((p, before, now) -> requestLayout());
  }

  private static Region bar(String styleClass) {
    Region bar = new Region();
    bar.setManaged(false);
    bar.getStyleClass().add(styleClass);
    return bar;
  }

  @Override
  protected void layoutChildren() {
    double most = Math.max(model.denseWeights(), model.sparseWeights());
    double height = em.px(0.7);
    boolean hidden = model.predict().hiddenProperty().get();
    dense.setVisible(!hidden);
    sparse.setVisible(!hidden);
    dense.resizeRelocate(0, 0, Math.max(1, getWidth() * model.denseWeights() / most), height);
    sparse.resizeRelocate(0, height + em.px(0.2), Math.max(1, getWidth() * model.sparseWeights() / most), height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(1.6);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(1.6);
  }
}
