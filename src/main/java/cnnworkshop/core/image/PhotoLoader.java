package cnnworkshop.core.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads any picture file as an upright, opaque {@link Photo}: JPEG (also CMYK and progressive), PNG, GIF (its first
 * frame), BMP, TIFF (its first page) and WebP.
 *
 * <p>The format is told from the content, never from the name. EXIF orientation is applied, transparent pixels are
 * laid on <em>white</em>, 16-bit samples become 8-bit ones, colours of other profiles become sRGB (in JPEG, TIFF and
 * WebP; PNG's profile chunk is not read). A file that is cut short is refused, even where a decoder would make up
 * the rest. Pictures up to {@value #MAX_PIXELS} pixels are taken; the size is read from the header before any pixel
 * is. Holds no state: any thread may use it.
 */
public final class PhotoLoader {

  /** The most pixels a picture may have: 9000×7000 and a little. */
  public static final int MAX_PIXELS = 64_000_000;

  private static final long BAND_BYTES = 200L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(PhotoLoader.class);

  /** Where bytes come from; asked more than once. */
  private interface Content {
    InputStream open() throws IOException;

    ImageInputStream openForReading() throws IOException;
  }

  private final long bandBytes;

  /** A loader that decodes at most 200 MB at a time, which leaves memory for the photo. */
  public PhotoLoader() {
    this(BAND_BYTES);
  }

  /** @param bandBytes a picture that takes more than this as decoded is decoded in bands of rows */
  PhotoLoader(long bandBytes) {
    this.bandBytes = bandBytes;
  }

  /**
   * Loads a file.
   *
   * @throws PhotoFailure if it can't be loaded; {@link PhotoFailure#kind()} says why
   */
  public Photo load(Path file) throws PhotoFailure {
    String name = nameOf(file);
    if (!Files.exists(file)) {
      throw new PhotoFailure(PhotoFailure.Kind.MISSING, name, "", null);
    }
    // A named pipe or a device would block or never end; only a plain file can be a picture.
    if (!Files.isRegularFile(file)) {
      throw new PhotoFailure(PhotoFailure.Kind.NOT_A_PICTURE, name, "", null);
    }
    return load(name, new Content() {
      @Override
      public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
      }

      @Override
      public ImageInputStream openForReading() throws IOException {
        return new ChannelImageInputStream(file);
      }
    });
  }

  /**
   * Loads a picture from memory.
   *
   * @param name what to call it in a failure's sentence
   * @throws PhotoFailure if it can't be loaded; {@link PhotoFailure#kind()} says why
   */
  public Photo load(byte[] content, String name) throws PhotoFailure {
    return load(name, new Content() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }

      @Override
      public ImageInputStream openForReading() {
        return new ByteArrayImageInputStream(content);
      }
    });
  }

  /**
   * What a file is by its first bytes, or empty if that is no known format or can't be read: a quick look to sort
   * files, no promise that it loads.
   */
  public static Optional<PictureFormat> formatOf(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return PictureFormat.of(in.readNBytes(PictureFormat.HEAD_BYTES));
    } catch (IOException e) {
      LOG.debug("{} can't be read", file, e);
      return Optional.empty();
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  private Photo load(String name, Content content) throws PhotoFailure {
    PictureFormat format = format(name, content);
    try (ImageInputStream in = content.openForReading()) {
      ImageReader reader = reader(format);
      try {
        return decode(reader, in, name, format, content);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Decoders answer broken content with all kinds of runtime exceptions; to a person they mean the same.
      throw new PhotoFailure(kindOf(e), name, format.displayName(), e);
    } catch (OutOfMemoryError e) {
      // One allocation too large to be made leaves the program whole; the size alone doesn't tell beforehand.
      throw new PhotoFailure(PhotoFailure.Kind.TOO_LARGE, name, format.displayName(), e);
    }
  }

  /** Some formats have variants nobody decodes, such as arithmetic-coded JPEG: such a file is not damaged. */
  private static PhotoFailure.Kind kindOf(Exception decoding) {
    String message = String.valueOf(decoding.getMessage()).toLowerCase(Locale.ROOT);
    return decoding instanceof UnsupportedOperationException || message.contains("unsupported")
        ? PhotoFailure.Kind.UNSUPPORTED : PhotoFailure.Kind.DAMAGED;
  }

  private static PictureFormat format(String name, Content content) throws PhotoFailure {
    byte[] head;
    try (InputStream in = content.open()) {
      head = in.readNBytes(PictureFormat.HEAD_BYTES);
    } catch (NoSuchFileException e) {
      throw new PhotoFailure(PhotoFailure.Kind.MISSING, name, "", e);
    } catch (IOException e) {
      throw new PhotoFailure(PhotoFailure.Kind.FORBIDDEN, name, "", e);
    }
    if (head.length == 0) {
      throw new PhotoFailure(PhotoFailure.Kind.EMPTY, name, "", null);
    }
    PictureFormat format = PictureFormat.of(head)
        .orElseThrow(() -> new PhotoFailure(PhotoFailure.Kind.NOT_A_PICTURE, name, "", null));
    if (!format.isDecodable()) {
      throw new PhotoFailure(PhotoFailure.Kind.UNSUPPORTED, name, format.displayName(), null);
    }
    return format;
  }

  private static ImageReader reader(PictureFormat format) {
    ImageReader first = null;
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      // Where the JDK has a reader too, it is the one that can't do CMYK.
      if (reader.getClass().getName().startsWith("com.twelvemonkeys.")) {
        return reader;
      }
      first = first == null ? reader : first;
    }
    if (first == null) {
      throw new IllegalStateException("no reader for " + format);
    }
    return first;
  }

  private Photo decode(ImageReader reader, ImageInputStream in, String name, PictureFormat format,
      Content content) throws IOException, PhotoFailure {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    if (format == PictureFormat.WEBP) {
      checkRiffLength(in);
    }
    reader.setInput(in, false, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MAX_PIXELS) {
      throw new PhotoFailure(PhotoFailure.Kind.TOO_LARGE, name, width + "×" + height, null);
    }
    Orientation upright = Orientation.of(exifOrientation(content), width, height);
    int[] rgb = new int[width * height];
    int bandRows = bandRows(reader, width, height);
    for (int top = 0; top < height; top += bandRows) {
      int rows = Math.min(bandRows, height - top);
      BufferedImage band = read(reader, new Rectangle(0, top, width, rows), rows == height);
      PixelRows pixels = PixelRows.of(band);
      for (int row = 0; row < rows; row++) {
        pixels.copy(row, rgb, upright.start() + (top + row) * upright.stepY(), upright.stepX());
      }
    }
    if (!warnings.isEmpty()) {
      LOG.debug("{}: {}", name, warnings);
    }
    if (warnings.stream().anyMatch(PhotoLoader::saysCutShort)) {
      throw new IIOException("cut short: " + warnings);
    }
    return Photo.ofRgb(upright.width(), upright.height(), rgb);
  }

  private static BufferedImage read(ImageReader reader, Rectangle band, boolean whole) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    if (!whole) {
      param.setSourceRegion(band);
    }
    BufferedImage image = reader.read(0, param);
    if (image.getWidth() != band.width || image.getHeight() != band.height) {
      throw new IIOException("decoded " + image.getWidth() + "×" + image.getHeight() + " instead of " + band);
    }
    return image;
  }

  private int bandRows(ImageReader reader, int width, int height) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    if (!types.hasNext()) {
      return height;
    }
    SampleModel samples = types.next().getSampleModel();
    long bits = 0;
    for (int band = 0; band < samples.getNumBands(); band++) {
      bits += samples.getSampleSize(band);
    }
    long rowBytes = Math.max(1, width * bits / 8);
    return (int) Math.max(1, Math.min(height, bandBytes / rowBytes));
  }

  /** The decoder of lossless WebP makes up what is missing at the end, so the length the file states must tell. */
  private static void checkRiffLength(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(4);
    long stated = in.readUnsignedInt() + 8;
    in.seek(0);
    if (stated > in.length()) {
      throw new IIOException("cut short: " + in.length() + " of " + stated + " bytes");
    }
  }

  /** Java's JPEG decoder only warns when data end early, and leaves the rest of the picture grey. */
  private static boolean saysCutShort(String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    return text.contains("premature end") || text.contains("missing eoi");
  }

  /** The orientation the file states, 1..8, or 1 when it states none one can make sense of. */
  private static int exifOrientation(Content content) throws IOException {
    try (InputStream in = content.open()) {
      Metadata metadata = ImageMetadataReader.readMetadata(in);
      ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif != null && exif.containsTag(ExifDirectoryBase.TAG_ORIENTATION)
          ? exif.getInt(ExifDirectoryBase.TAG_ORIENTATION) : 1;
    } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
      // What a camera wrote beside the picture must not keep the picture from being shown.
      LOG.debug("no orientation", e);
      return 1;
    }
  }
}
