package cnnworkshop.core.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Reads {@code data:} addresses (RFC 2397): the content written into the address itself. */
final class DataUri {

  private static final String BASE64 = ";base64";

  private DataUri() {}

  /**
   * @param address {@code data:[type][;base64],content}
   * @return the content, named after its type: {@code image.png}
   * @throws IllegalArgumentException if it is not written like that
   */
  static PictureSource.BytesSource parse(String address) {
    int comma = address.indexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException("no comma in a data address");
    }
    String head = address.substring("data:".length(), comma).strip().toLowerCase(Locale.ROOT);
    byte[] content = percentDecoded(address.substring(comma + 1));
    if (head.endsWith(BASE64)) {
      head = head.substring(0, head.length() - BASE64.length());
      content = base64Decoded(content);
    }
    String type = head.replaceFirst(";.*", "").replaceFirst("\\+.*", "").replaceAll("[^a-z0-9/]", "");
    return new PictureSource.BytesSource(content, type.isEmpty() ? "data" : type.replace('/', '.'));
  }

  /** Both alphabets are about, and MIME's decoder skips line breaks. */
  private static byte[] base64Decoded(byte[] text) {
    String standard = new String(text, StandardCharsets.ISO_8859_1).replace('-', '+').replace('_', '/');
    return Base64.getMimeDecoder().decode(standard);
  }

  private static byte[] percentDecoded(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%') {
        if (i + 2 >= in.length) {
          throw new IllegalArgumentException("a data address ends within a % code");
        }
        out.write(Integer.parseInt(new String(in, i + 1, 2, StandardCharsets.ISO_8859_1), 16));
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toByteArray();
  }
}
