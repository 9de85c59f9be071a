package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;

/** Looks for tilted heads: turns a photo, or a part of it, by ±15° and ±30° and searches each turned picture. */
final class TurnedSearch {

  private static final double[] TURNS_DEGREES = {15, -15, 30, -30};
  /** Pixels a side of the turned picture: four passes have to be quick, and tilted heads are seldom tiny. */
  private static final int PASS_SIDE = 480;
  /** Sides of the turned picture in longest sides of the photo: room for what turns out of the frame. */
  private static final double ROOM = 1.2;
  /** Likewise around one face. */
  private static final int FACE_PASS_SIDE = 160;
  private static final double FACE_ROOM = 2;

  private TurnedSearch() {}

  /**
   * Faces a detector of upright faces finds when the photo is turned, turned back. A head that more than one
   * pass finds is laid in between, nearest to the pass that is surest of it.
   */
  static List<FaceCandidate> candidates(Photo photo, CandidateDetector upright) {
    int longest = Math.max(photo.width(), photo.height());
    FaceSquare all = new FaceSquare((photo.width() - 1) / 2.0, (photo.height() - 1) / 2.0, longest * ROOM, 0);
    List<List<FaceCandidate>> heads = new ArrayList<>();
    for (FaceCandidate found : passes(photo, all, PASS_SIDE, upright)) {
      heads.stream()
          .filter(head -> FaceCandidate.sameFace(head.get(0).square(), found.square()))
          .findFirst()
          .orElseGet(() -> {
            heads.add(new ArrayList<>());
            return heads.get(heads.size() - 1);
          })
          .add(found);
    }
    return heads.stream().map(TurnedSearch::between).toList();
  }

  /** A face found without turning, laid anew between that and what turning the part around it finds. */
  static FaceSquare tilted(Photo photo, FaceCandidate face, CandidateDetector upright) {
    FaceSquare square = face.square();
    FaceSquare around = new FaceSquare(square.centerX(), square.centerY(), square.side() * FACE_ROOM, 0);
    List<FaceCandidate> head = new ArrayList<>(List.of(face));
    passes(photo, around, FACE_PASS_SIDE, upright).stream()
        .filter(found -> FaceCandidate.sameFace(found.square(), square))
        .forEach(head::add);
    return between(head).square();
  }

  private static List<FaceCandidate> passes(
      Photo photo, FaceSquare part, int mostPixels, CandidateDetector upright) {
    List<FaceCandidate> found = new ArrayList<>();
    for (double turn : TURNS_DEGREES) {
      FaceSquare turned = new FaceSquare(part.centerX(), part.centerY(), part.side(), turn);
      int side = (int) Math.min(mostPixels, Math.ceil(part.side()));
      // The mapping that cuts a face out of a photo turns a whole photo just as well.
      FaceView view = new FaceView(turned, side);
      float[] greys = view.sample(photo, 1);
      for (int i = 0; i < greys.length; i++) {
        greys[i] *= 255;
      }
      upright.candidates(Photo.ofGrey(side, side, greys)).stream()
          .map(c -> new FaceCandidate(onPhoto(c.square(), view, part.side() / side), c.sureness()))
          .forEach(found::add);
    }
    return found;
  }

  private static FaceSquare onPhoto(FaceSquare inView, FaceView view, double scale) {
    FaceView.Point middle = view.toPhoto(inView.centerX(), inView.centerY());
    return new FaceSquare(middle.x(), middle.y(), inView.side() * scale, view.square().turnDegrees());
  }

  /** The mean of what several passes found, each counting by its odds. */
  private static FaceCandidate between(List<FaceCandidate> head) {
    double sum = 0;
    double x = 0;
    double y = 0;
    double side = 0;
    double turn = 0;
    double surest = 0;
    for (FaceCandidate c : head) {
      double weight = c.sureness() / (1.001 - c.sureness());
      sum += weight;
      x += weight * c.square().centerX();
      y += weight * c.square().centerY();
      side += weight * c.square().side();
      turn += weight * c.square().turnDegrees();
      surest = Math.max(surest, c.sureness());
    }
    return new FaceCandidate(new FaceSquare(x / sum, y / sum, side / sum, turn / sum), surest);
  }
}
