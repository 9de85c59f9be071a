package cnnworkshop.core.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Picture formats (and what people take for pictures), told apart by the first bytes of the content: names lie.
 * Some can be decoded; the others are known so that a failure can say what a file really is.
 */
public enum PictureFormat {
  JPEG("JPEG", true),
  PNG("PNG", true),
  GIF("GIF", true),
  BMP("BMP", true),
  TIFF("TIFF", true),
  WEBP("WebP", true),
  HEIC("HEIC"),
  AVIF("AVIF"),
  JPEG_2000("JPEG 2000"),
  JPEG_XL("JPEG XL"),
  JPEG_XR("JPEG XR"),
  SVG("SVG"),
  PDF("PDF"),
  POSTSCRIPT("PostScript"),
  PHOTOSHOP("PSD (Photoshop)"),
  GIMP("XCF (GIMP)"),
  ICON("ICO"),
  CAMERA_RAW("RAW"),
  OPEN_EXR("OpenEXR"),
  RADIANCE("Radiance HDR"),
  DIRECT_DRAW("DDS"),
  DJVU("DjVu"),
  NETPBM("PNM"),
  MP4("MP4"),
  QUICKTIME("QuickTime"),
  MATROSKA("WebM"),
  AVI("AVI");

  /** How many bytes from the start are looked at. */
  static final int HEAD_BYTES = 1024;

  private final String displayName;
  private final boolean decodable;

  PictureFormat(String displayName) {
    this(displayName, false);
  }

  PictureFormat(String displayName, boolean decodable) {
    this.displayName = displayName;
    this.decodable = decodable;
  }

  /** The format's name as people know it, the same in every language. */
  public String displayName() {
    return displayName;
  }

  /** Whether {@link PhotoLoader} can load this format. */
  public boolean isDecodable() {
    return decodable;
  }

  /**
   * What a file is.
   *
   * @param head the file's first bytes; the first 1024 are enough, fewer are taken as all there is
   * @return empty if the content is of no format listed here
   */
  public static Optional<PictureFormat> of(byte[] head) {
    // One character a byte, so that signatures with bytes above 127 can be compared as text.
    String start = new String(head, 0, Math.min(head.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    PictureFormat format = bySignature(start);
    if (format == null && start.startsWith("ftyp", 4)) {
      format = byBrand(start);
    }
    if (format == null && isSvg(start)) {
      format = SVG;
    }
    return Optional.ofNullable(format);
  }

  private static PictureFormat bySignature(String start) {
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    } else if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return GIF;
    } else if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
      return BMP;
    } else if (start.startsWith("II*\0") && start.startsWith("CR", 8)) {
      return CAMERA_RAW;
    } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")
        || start.startsWith("II+\0") || start.startsWith("MM\0+")) {
      return TIFF;
    } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return WEBP;
    } else if (start.startsWith("RIFF") && start.startsWith("AVI ", 8)) {
      return AVI;
    } else if (start.startsWith("II\u00bc\u0001")) {
      return JPEG_XR;
    } else if (start.startsWith("\0\0\0\fjP  \r\n") || start.startsWith("\u00ff\u004f\u00ff\u0051")) {
      return JPEG_2000;
    } else if (start.startsWith("\0\0\0\fJXL ") || start.startsWith("\u00ff\n")) {
      return JPEG_XL;
    } else if (start.contains("%PDF-") && start.indexOf("%PDF-") < 64) {
      return PDF;
    } else if (start.startsWith("%!PS") || start.startsWith("\u00c5\u00d0\u00d3\u00c6")) {
      return POSTSCRIPT;
    } else if (start.startsWith("8BPS")) {
      return PHOTOSHOP;
    } else if (start.startsWith("gimp xcf")) {
      return GIMP;
    } else if (start.startsWith("\0\0\1\0") || start.startsWith("icns")) {
      return ICON;
    } else if (start.startsWith("FUJIFILMCCD-RAW") || start.startsWith("IIRO") || start.startsWith("IIU\0")) {
      return CAMERA_RAW;
    } else if (start.startsWith("\u0076\u002f\u0031\u0001")) {
      return OPEN_EXR;
    } else if (start.startsWith("#?RADIANCE") || start.startsWith("#?RGBE")) {
      return RADIANCE;
    } else if (start.startsWith("DDS ")) {
      return DIRECT_DRAW;
    } else if (start.startsWith("AT&TFORM")) {
      return DJVU;
    } else if (start.matches("(?s)P[1-7]\\s+[#\\d].*")) {
      return NETPBM;
    } else if (start.startsWith("\u001aE\u00df\u00a3")) {
      return MATROSKA;
    }
    return null;
  }

  /** ISO base media files ("ftyp" boxes): major brand first, then the compatible ones. */
  private static PictureFormat byBrand(String start) {
    int length = Math.min(start.length(), (start.charAt(2) << 8) + start.charAt(3));
    for (int at = 8; at + 4 <= length; at += 4) {
      switch (start.substring(at, at + 4)) {
        case "avif", "avis":
          return AVIF;
        case "heic", "heix", "heim", "heis", "hevc", "hevx":
          return HEIC;
        case "crx ":
          return CAMERA_RAW;
        case "qt  ":
          return QUICKTIME;
        case "isom", "mp41", "mp42", "avc1", "M4V ", "3gp4", "3gp5":
          return MP4;
        default:
          // The version number, or a brand that many formats share, such as mif1: the next one says more.
      }
    }
    return start.startsWith("mif1", 8) || start.startsWith("msf1", 8) ? HEIC : MP4;
  }

  private static boolean isSvg(String start) {
    String text = start.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
    int tag = text.indexOf("<svg");
    return text.startsWith("<") && tag >= 0 && !text.substring(0, tag).contains("<html");
  }
}
