package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFormatTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({"avif,AVIF", "heic,HEIC", "mif1,HEIC", "crx ,CAMERA_RAW", "qt  ,QUICKTIME", "isom,MP4"})
  void brandTellsIsoFilesApart(String brand, PictureFormat format) {
    String padded = (brand + "   ").substring(0, 4);
    assertThat(PictureFormat.of(bytes("\0\0\0\24ftyp" + padded + "\0\0\0\0mif1....."))).contains(format);
  }

  @Test
  void brandThatManyShareLeavesTheChoiceToTheNextOnes() {
    assertThat(PictureFormat.of(bytes("\0\0\0\30ftypmif1\0\0\0\0mif1avif....."))).contains(PictureFormat.AVIF);
  }

  @Test
  void svgIsToldFromAPageThatHoldsOne() {
    assertThat(PictureFormat.of(bytes("<?xml version=\"1.0\"?>\n<svg xmlns=\"…\">"))).contains(PictureFormat.SVG);
    assertThat(PictureFormat.of(bytes("<!doctype html><html><body><svg></svg>"))).isEmpty();
  }

  @Test
  void formatsBySignature() {
    assertThat(PictureFormat.of(bytes("%PDF-1.7\n"))).contains(PictureFormat.PDF);
    assertThat(PictureFormat.of(bytes("8BPS\0\1"))).contains(PictureFormat.PHOTOSHOP);
    assertThat(PictureFormat.of(bytes("\0\0\1\0\1\0"))).contains(PictureFormat.ICON);
    assertThat(PictureFormat.of(bytes("P6\n# made\n10 10\n255\n"))).contains(PictureFormat.NETPBM);
    assertThat(PictureFormat.of(bytes("II*\0\20\0\0\0CR\2\0"))).contains(PictureFormat.CAMERA_RAW);
  }

  @Test
  void everyLengthOfEveryStartIsTaken() {
    String[] starts = {"", "B", "BM", "RIFF", "RIFF....WEBP", "\0\0\0\24ftyp", "\0\0\0\24ftypav", "P6", "<"};
    for (String start : starts) {
      assertThat(PictureFormat.of(bytes(start))).isNotNull();
    }
  }
}
