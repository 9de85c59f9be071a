package cnnworkshop.app.filters;

/** How an answer is explained. */
enum WhyMethod {
  /** A patch slides over the picture. */
  OCCLUSION,
  /** The gradient of the answer with respect to each pixel. */
  SALIENCY,
  /** The mean gradient of noisy copies. */
  SMOOTH
}
