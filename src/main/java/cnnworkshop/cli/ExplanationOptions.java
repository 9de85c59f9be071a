package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.net.Network;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands that explain an answer have in common: which answer, to what, and where the result goes. */
final class ExplanationOptions {

  /** The ways a point is watched as they are called on the command line. */
  enum Watched {
    X(Direction.ACROSS),
    Y(Direction.DOWN),
    BOTH(Direction.ANY);

    private final Direction direction;

    Watched(Direction direction) {
      this.direction = direction;
    }
  }

  @Mixin
  private CommonOptions common;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @ArgGroup
  private Where where = new Where();

  @ArgGroup
  private What what = new What();

  @Option(names = "--direction", paramLabel = "x|y|both", descriptionKey = "cli.explain.direction")
  private Watched watched = Watched.BOTH;

  @Option(names = "--npy", descriptionKey = "cli.explain.npy")
  private boolean npy;

  @Option(names = "--csv", descriptionKey = "cli.explain.csv")
  private boolean csv;

  @Option(names = "--json", descriptionKey = "cli.explain.json")
  private boolean asJson;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "cli.explain.out")
  private Path out;

  @Parameters(paramLabel = "FILE", descriptionKey = "cli.explain.file")
  private Path file;

  /** Where the network looks, if not at the largest face or the middle. */
  private static final class Where {

    @Option(names = "--face", paramLabel = "x,y,w,h", converter = Box.Converter.class,
        descriptionKey = "cli.explain.face")
    private Box face;

    @Option(names = "--whole", descriptionKey = "cli.explain.whole")
    private boolean whole;
  }

  /** Which answer. */
  private static final class What {

    @Option(names = "--point", paramLabel = "NAME", descriptionKey = "cli.explain.point")
    private String point;

    @Option(names = "--class", paramLabel = "NAME", descriptionKey = "cli.explain.class")
    private String className;
  }

  /** Explains an answer and writes the files. */
  interface Work {
    /**
     * @param summary takes what is to be known beside the answer itself
     * @return the files that were written
     */
    List<Path> explain(Explanation explanation, Path folder, ObjectNode summary) throws UserFailure, IOException;
  }

  boolean npy() {
    return npy;
  }

  boolean csv() {
    return csv;
  }

  /**
   * Opens the network and the picture, has the answer explained, and says what was written: a line a file, or one of
   * JSON.
   */
  int run(Workbench workbench, Work work) throws UserFailure, IOException {
    Json json = new Json();
    try (Network network = workbench.network(model, common.threads())) {
      Photo photo = workbench.photos().load(file);
      Explanation explanation = Explanation.of(network, photo, square(workbench, network, photo), what.point,
          what.className, watched.direction);
      Files.createDirectories(out);
      ObjectNode summary = json.object();
      summary.put("file", file.toString());
      explanation.describe(summary, json);
      List<Path> files = work.explain(explanation, out, summary);
      if (asJson) {
        files.stream().map(Path::toString).forEach(summary.putArray("files")::add);
        workbench.out().println(json.line(summary));
      } else {
        files.forEach(workbench.out()::println);
      }
      if (!common.quiet()) {
        workbench.err().println(workbench.texts().get("cli.explain.done", explanation.name(), out.toString()));
      }
    }
    return Main.DONE;
  }

  private FaceSquare square(Workbench workbench, Network network, Photo photo) throws CommandFailure, IOException {
    if (where.face != null) {
      return where.face.square();
    }
    return where.whole || Explanation.kind(network) != AnswerKind.POINTS ? FaceSquare.middleOf(photo)
        : Explanation.largestFace(network, photo, workbench.faces().detect(photo));
  }
}
