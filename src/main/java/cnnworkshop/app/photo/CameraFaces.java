package cnnworkshop.app.photo;

import cnnworkshop.app.support.Inference;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.FollowedFace;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The faces on the pictures of a camera, with their points. Detecting takes as long as asking the network: faces are
 * looked for once a second, and on every frame as long as there is none or points are only guessed; in between the
 * known ones are followed. One that was lost on the way is taken up anew where the detector sees it. One frame at a
 * time. To be used on the UI thread.
 */
final class CameraFaces {

  /** Faces are looked for again after so many milliseconds: somebody who comes into the picture waits no longer. */
  static final long SEARCH_AFTER = 1000;
  /** Each face costs the time of its points. */
  static final int MOST = 4;
  /** So often a face may be missed by the detector, as turned ones are, before it counts as gone. */
  static final int MOST_MISSED = 3;

  private static final String POINTS = "photo: points on the camera's picture";

  /**
   * A face and how often the detector has missed it since it last saw it.
   *
   * @param missed from 0
   */
  private record Known(FollowedFace face, int missed) {

    boolean isGuess() {
      return face.face().doubt().isGuess();
    }
  }

  private final Inference inference;
  private final FaceDetector detector;
  private final Executor background;
  private final Executor ui;
  private final Clock clock;
  private final Consumer<Throwable> failures;

  private NetworkFit fit;
  private List<Known> known = List.of();
  private long searched;
  private boolean cannotSearch;
  private int asked;

  CameraFaces(Inference inference, FaceDetector detector, Executor background, Executor ui,
      Clock clock, Consumer<Throwable> failures) {
    this.inference = inference;
    this.detector = detector;
    this.background = background;
    this.ui = ui;
    this.clock = clock;
    this.failures = failures;
  }

  /** Another network looks: of a frame under way nothing is told any more. */
  void lookWith(NetworkFit newFit) {
    fit = newFit;
    forget();
  }

  /** Another moving picture begins. */
  void forget() {
    asked++;
    inference.cancel(POINTS);
    known = List.of();
    cannotSearch = false;
  }

  /**
   * Looks at a frame.
   *
   * @param found gets the faces on it, none if the network gives no points; not told if overtaken
   */
  void find(Photo frame, Consumer<List<Face>> found) {
    int mine = ++asked;
    if (fit == null || !fit.points()) {
      found.accept(List.of());
      return;
    }
    boolean search = !cannotSearch
        && (known.isEmpty() || clock.millis() - searched >= SEARCH_AFTER || known.stream().anyMatch(Known::isGuess));
    if (!search) {
      ask(frame, null, mine, found);
      return;
    }
    searched = clock.millis();
    background.execute(() -> {
      Runnable outcome;
      try {
        List<FaceSquare> squares = detector.detect(frame);
        outcome = () -> ask(frame, squares, mine, found);
      } catch (Throwable e) { // missing natives are Errors, and the person has to hear of them as well
        outcome = () -> {
          cannotSearch = true;
          failures.accept(e);
          ask(frame, null, mine, found);
        };
      }
      Runnable last = outcome;
      ui.execute(() -> {
        if (mine == asked) {
          last.run();
        }
      });
    });
  }

  /** @param squares what the detector sees on the frame; null if it was not asked */
  private void ask(Photo frame, List<FaceSquare> squares, int mine, Consumer<List<Face>> found) {
    List<Known> before = known;
    if (before.isEmpty() && (squares == null || squares.isEmpty())) {
      found.accept(List.of());
      return;
    }
    inference.submit(POINTS, network -> next(new KeypointPredictor(network), frame, before, squares),
        now -> {
          if (mine == asked) {
            known = now;
            found.accept(now.stream().map(k -> k.face.face()).toList());
          }
        },
        failure -> {
          failures.accept(failure);
          if (mine == asked) {
            known = List.of();
            found.accept(List.of());
          }
        });
  }

  /** The known faces on the next frame, then those the detector sees besides; on the inference thread. */
  private static List<Known> next(KeypointPredictor predictor, Photo frame, List<Known> before,
      List<FaceSquare> squares) {
    List<Known> now = new ArrayList<>();
    for (Known one : before) {
      FollowedFace face = one.face.on(predictor, frame);
      Optional<FaceSquare> seen = squares == null ? Optional.empty() : squares.stream().filter(face::isAt).findFirst();
      Known next = new Known(face, seen.isPresent() ? 0 : squares == null ? one.missed : one.missed + 1);
      boolean gone = next.missed > MOST_MISSED || next.missed > 0 && next.isGuess()
          || seen.isPresent() && !face.fits(seen.get());
      if (!gone && isNew(now, face.face().square())) {
        now.add(next);
      }
    }
    for (FaceSquare square : squares == null ? List.<FaceSquare>of() : squares) {
      if (now.size() < MOST && isNew(now, square)) {
        now.add(new Known(FollowedFace.begin(predictor, frame, square), 0));
      }
    }
    return List.copyOf(now);
  }

  private static boolean isNew(List<Known> faces, FaceSquare square) {
    return faces.stream().noneMatch(known -> known.face.isAt(square));
  }
}
