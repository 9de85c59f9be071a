package cnnworkshop.app.filters;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.FilterSheet;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.inspect.JudgedFacePicture;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.ValueRange;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Two networks side by side for other programs: what is seen as one picture, and the numbers as a table. Immutable.
 *
 * @param rows their layers
 * @param filters their filters as pictures
 * @param leftFilters the numbers of the left ones; null if there are none
 * @param rightFilters the numbers of the right ones
 * @param leftMaps null for none
 * @param rightMaps null for none
 * @param mapRange what the maps' colours run over; null for each map from its own lowest to its highest value
 * @param answers what they say
 */
record CompareExport(List<CompareRow> rows, CompareFilters filters, Filters leftFilters, Filters rightFilters,
    CompareMaps leftMaps, CompareMaps rightMaps, ValueRange mapRange, CompareAnswers answers) {

  private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
      .setHeader("what", "name", "left", "right", "difference").setRecordSeparator('\n').get();
  private static final int GAP = 24;
  private static final int PAPER = 0xFFFFFFFF;
  private static final int FACE = 288;

  CompareExport {
    rows = List.copyOf(rows);
  }

  /**
   * Left what the left network has, right what the right one has: filters, their difference, maps, and the points, left
   * as rings, right as crosses. Rows that neither has are left out.
   */
  Photo picture() {
    List<List<Photo>> sheet = new ArrayList<>();
    add(sheet, filters(filters.left()), filters(filters.right()));
    add(sheet, filters(filters.difference()), null);
    add(sheet, maps(leftMaps), maps(rightMaps));
    if (answers.arePoints()) {
      add(sheet, JudgedFacePicture.of(new JudgedFace(answers.left().input(),
          answers.right().points().toArray(), answers.left().points().toArray()), FACE), null);
    } else {
      add(sheet, seen(answers.left()), seen(answers.right()));
    }
    return paste(sheet);
  }

  private static void add(List<List<Photo>> sheet, Photo left, Photo right) {
    if (left != null || right != null) {
      sheet.add(Arrays.asList(left, right));
    }
  }

  /** What a network saw, enlarged with hard pixels. */
  private static Photo seen(CompareAnswer answer) {
    if (answer == null) {
      return null;
    }
    Photo photo = answer.picture();
    int zoom = Math.max(1, FACE / Math.max(photo.width(), photo.height()));
    int width = photo.width() * zoom;
    int[] argb = new int[width * photo.height() * zoom];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = photo.argb(i % width / zoom, i / width / zoom);
    }
    return Photo.ofRgb(width, photo.height() * zoom, argb);
  }

  private static Photo filters(List<FilterPicture> pictures) {
    return pictures.isEmpty() ? null
        : new FilterSheet(IntStream.range(0, pictures.size()).boxed().toList(), pictures).picture();
  }

  private Photo maps(CompareMaps maps) {
    if (maps == null) {
      return null;
    }
    List<FilterPicture> pictures = maps.maps().stream().map(MapReduction::map)
        .map(map -> new FilterPicture(maps.maps().get(map).width(), maps.paint(map, ColourScale.GREY, mapRange)))
        .toList();
    return filters(pictures);
  }

  private static Photo paste(List<List<Photo>> sheet) {
    int[] widths = new int[2];
    int height = GAP;
    for (List<Photo> row : sheet) {
      for (int side = 0; side < 2; side++) {
        widths[side] = Math.max(widths[side], row.get(side) == null ? 0 : row.get(side).width());
      }
      height += height(row) + GAP;
    }
    int width = widths[0] + widths[1] + 3 * GAP;
    int[] paper = new int[Math.multiplyExact(width, height)];
    Arrays.fill(paper, PAPER);
    int top = GAP;
    for (List<Photo> row : sheet) {
      for (int side = 0; side < 2; side++) {
        if (row.get(side) != null) {
          paste(row.get(side), paper, width, side == 0 ? GAP : widths[0] + 2 * GAP, top);
        }
      }
      top += height(row) + GAP;
    }
    return Photo.ofRgb(width, height, paper);
  }

  private static int height(List<Photo> row) {
    return row.stream().mapToInt(photo -> photo == null ? 0 : photo.height()).max().orElse(0);
  }

  private static void paste(Photo photo, int[] paper, int paperWidth, int left, int top) {
    for (int y = 0; y < photo.height(); y++) {
      System.arraycopy(photo.argb(0, y, photo.width(), 1), 0, paper, (top + y) * paperWidth + left, photo.width());
    }
  }

  /**
   * A line a number, in UTF-8, with a decimal point whatever the language is: {@code layer} and {@code filter} the root
   * of the sum of squared weights, {@code point_x}, {@code point_y} and {@code point_distance} pixels of the view,
   * {@code probability} 0..1. The difference is right less left, of layers and filters the size of what lies between.
   */
  void csv(Path file) throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter printer = new CSVPrinter(writer, FORMAT);
      for (CompareRow row : rows) {
        if (row.norms() != null) {
          print(printer, "layer", row.name(), row.norms().left(), row.norms().right(), row.norms().difference());
        }
      }
      printFilters(printer);
      printAnswers(printer);
      printer.flush();
    });
  }

  private void printFilters(CSVPrinter printer) throws IOException {
    int count = Math.max(leftFilters == null ? 0 : leftFilters.count(),
        rightFilters == null ? 0 : rightFilters.count());
    for (int i = 0; i < count; i++) {
      print(printer, "filter", String.valueOf(i), norm(leftFilters, i), norm(rightFilters, i),
          filters.difference().isEmpty() ? Double.NaN : CompareNorms.ofDifference(leftFilters, rightFilters, i));
    }
  }

  private static double norm(Filters some, int filter) {
    return some == null || filter >= some.count() ? Double.NaN : CompareNorms.of(some, filter);
  }

  private void printAnswers(CSVPrinter printer) throws IOException {
    if (answers.arePoints()) {
      for (Keypoint point : Keypoint.values()) {
        double[] ours = {answers.left().points().x(point), answers.left().points().y(point)};
        double[] theirs = {answers.right().points().x(point), answers.right().points().y(point)};
        print(printer, "point_x", point.fileName(), ours[0], theirs[0], theirs[0] - ours[0]);
        print(printer, "point_y", point.fileName(), ours[1], theirs[1], theirs[1] - ours[1]);
        print(printer, "point_distance", point.fileName(), Double.NaN, Double.NaN, answers.distance(point));
      }
      return;
    }
    boolean both = answers.areClasses();
    for (CompareAnswer answer : new CompareAnswer[] {answers.left(), answers.right()}) {
      for (int i = 0; answer != null && i < answer.names().size(); i++) {
        boolean ours = both || answer == answers.left();
        boolean theirs = both || answer == answers.right();
        print(printer, "probability", answer.names().get(i), ours ? answers.left().outputs()[i] : Double.NaN,
            theirs ? answers.right().outputs()[i] : Double.NaN, both ? answers.gain(i) : Double.NaN);
      }
      if (both) {
        return;
      }
    }
  }

  private static void print(CSVPrinter printer, String what, String name, double left, double right,
      double difference) throws IOException {
    printer.printRecord(what, name, number(left), number(right), number(difference));
  }

  /** All digits and no exponent, which some spreadsheets take for text; nothing for what is not known. */
  private static String number(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "";
  }
}
