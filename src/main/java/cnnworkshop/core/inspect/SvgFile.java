package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a sheet of filters as SVG 1.1: a square a place, which stays a square however much it is enlarged, and the
 * numbers as text. Laid out as {@link FilterSheet#picture} is.
 */
public final class SvgFile {

  private SvgFile() {}

  /** Writes a sheet, first to a temporary name. */
  public static void write(Path file, FilterSheet sheet) throws IOException {
    FreshFile.write(file, out -> {
      Writer svg = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      svg.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      svg.write(line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" "
          + "viewBox=\"0 0 %1$d %2$d\">", sheet.width(), sheet.height()));
      svg.write(line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", sheet.width(), sheet.height()));
      for (int i = 0; i < sheet.pictures().size(); i++) {
        write(svg, sheet, i);
      }
      svg.write("</svg>\n");
      svg.flush();
    });
  }

  private static void write(Writer svg, FilterSheet sheet, int index) throws IOException {
    FilterPicture picture = sheet.pictures().get(index);
    svg.write(line("<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#202020\">%d</text>",
        sheet.left(index), sheet.top(index) + FilterSheet.LABEL - 4, sheet.numbers().get(index)));
    svg.write(line("<g transform=\"translate(%d,%d) scale(%d)\" shape-rendering=\"crispEdges\">", sheet.left(index),
        sheet.top(index) + FilterSheet.LABEL, sheet.zoom()));
    for (int place = 0; place < picture.argb().length; place++) {
      svg.write(line("<rect x=\"%d\" y=\"%d\" width=\"1\" height=\"1\" fill=\"#%06x\"/>", place % picture.columns(),
          place / picture.columns(), picture.argb()[place] & 0xFFFFFF));
    }
    svg.write("</g>\n");
  }

  /** Digits in files do not follow the locale. */
  private static String line(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers) + "\n";
  }
}
