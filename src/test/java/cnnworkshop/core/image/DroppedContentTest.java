package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cnnworkshop.core.image.PictureSource.BytesSource;
import cnnworkshop.core.image.PictureSource.FileSource;
import cnnworkshop.core.image.PictureSource.UrlSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedContentTest {

  @TempDir
  private Path folder;

  private Path picture(String name) throws IOException {
    return Files.write(folder.resolve(name), Pictures.resource("card.png"));
  }

  private static List<PictureSource> dropped(Path... files) throws DropFailure {
    return new DroppedContent(List.of(files), null, null, null).pictures();
  }

  private static PictureSource linked(String url, String html, String text) throws DropFailure {
    List<PictureSource> sources = new DroppedContent(url, html, text).pictures();
    assertThat(sources).hasSize(1);
    return sources.get(0);
  }

  private static DropFailure failure(DroppedContent content) {
    return catchThrowableOfType(DropFailure.class, content::pictures);
  }

  private static Photo opened(PictureSource source) throws Exception {
    return new PictureOpener(new PhotoLoader(), new WebPicture()).open(source);
  }

  // D10

  @Test
  void addressAloneIsTaken() throws DropFailure {
    assertThat(linked("https://example.org/a/cat.jpg?size=2", null, null))
        .isEqualTo(new UrlSource(URI.create("https://example.org/a/cat.jpg?size=2")))
        .extracting(PictureSource::name).isEqualTo("cat.jpg");
  }

  @Test
  void picturesOwnAddressIsTakenBeforeWhereItLinksTo() throws DropFailure {
    String html = "<meta charset='utf-8'><a href=\"https://example.org/page\"><IMG alt='>' data-src=\"no.png\"\n"
        + " src=\"https://example.org/x.png?a=1&amp;b=2\"></a>";
    assertThat(linked("https://example.org/page", html, "https://example.org/page"))
        .isEqualTo(new UrlSource(URI.create("https://example.org/x.png?a=1&b=2")));
  }

  @Test
  void relativeAddressCountsOnlyWithItsBase() throws DropFailure {
    assertThat(linked(null, "<base href='https://example.org/a/b.html'><img src=x.png>", null))
        .isEqualTo(new UrlSource(URI.create("https://example.org/a/x.png")));
    assertThat(linked("https://example.org/y.png", "<img src='x.png'>", null))
        .isEqualTo(new UrlSource(URI.create("https://example.org/y.png")));
    assertThat(failure(new DroppedContent(null, "<img src='x.png'>", null)).kind())
        .isEqualTo(DropFailure.Kind.NOTHING);
  }

  @Test
  void dataAddressOpensWithoutTheNetwork() throws Exception {
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.resource("card.png"));
    for (PictureSource source : List.of(linked(data, null, null), linked(null, "<img src=\"" + data + "\">", null),
        linked(null, null, data))) {
      assertThat(source.name()).isEqualTo("image.png");
      assertThat(opened(source).argb(0, 0)).isEqualTo(0xFFD01010);
    }
  }

  @Test
  void dataAddressMayBePercentCodedOrInTheOtherAlphabetOrBroken() throws Exception {
    StringBuilder percent = new StringBuilder("DATA:image/png,");
    for (byte b : Pictures.resource("card.png")) {
      percent.append(String.format("%%%02x", b & 0xFF));
    }
    assertThat(opened(linked(percent.toString(), null, null)).width()).isEqualTo(64);
    String safe = Base64.getUrlEncoder().withoutPadding().encodeToString(Pictures.resource("face.jpg"));
    assertThat(opened(linked("data:image/jpeg;base64," + safe, null, null)).width()).isEqualTo(96);
    assertThat(new String(((BytesSource) linked("data:,a%20b", null, null)).content())).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:image/png;base64",
      "data:image/png;base64,A", "data:image/png,%4", "data:image/png,%zz"})
  void brokenDataAddressIsExplained(String address) {
    assertThat(failure(new DroppedContent(address, null, null)).kind()).isEqualTo(DropFailure.Kind.BROKEN_DATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just words", "blob:https://example.org/1234", "http://", "javascript:alert(1)",
      "C:\\no.png"})
  void whatIsNoPictureIsExplained(String text) {
    assertThat(failure(new DroppedContent(text, "<p>" + text + "</p>", text)).kind())
        .isEqualTo(DropFailure.Kind.NOTHING);
  }

  @Test
  void addressWithCharactersTheStandardForbidsIsTakenAsBrowsersDo() throws DropFailure {
    assertThat(((UrlSource) linked("https://example.org/my cat|é.png", null, null)).uri().toString())
        .isEqualTo("https://example.org/my%20cat%7C%C3%A9.png");
  }

  @Test
  void fileAddressAndPlainPathAreFiles() throws Exception {
    Path file = picture("my card.png");
    String address = file.toUri().toString();
    assertThat(linked(address, null, null)).isEqualTo(new FileSource(file));
    assertThat(linked(null, null, "# list\r\n" + address.replace("file:///", "file://localhost/") + "\r\n"))
        .isEqualTo(new FileSource(file));
    assertThat(linked(null, null, file + "\n")).isEqualTo(new FileSource(file));
  }

  // D11

  @Test
  void ofSeveralFilesThePicturesAreTakenInTheirOrder() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "notes");
    Path b = picture("b.png");
    Path a = picture("a.png");
    Path c = picture("c.txt");
    assertThat(dropped(text, b, a, c)).containsExactly(new FileSource(b), new FileSource(a), new FileSource(c));
  }

  @Test
  void folderGivesItsOwnPicturesByName() throws Exception {
    Path b = picture("b.png");
    Path a = picture("a.png");
    Files.writeString(folder.resolve("notes.txt"), "notes");
    Files.write(folder.resolve("phone.heic"), Pictures.resource("face.heic"));
    Files.write(Files.createDirectory(folder.resolve("inner")).resolve("c.png"), Pictures.resource("card.png"));
    assertThat(dropped(folder)).containsExactly(new FileSource(a), new FileSource(b));
  }

  @Test
  void folderWithoutPicturesIsSaidOnce() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    DropFailure failure = failure(new DroppedContent(List.of(empty), null, null, null));
    assertThat(failure.kind()).isEqualTo(DropFailure.Kind.NO_PICTURE_IN_FOLDER);
    assertThat(failure.arguments()).containsExactly("empty");
  }

  @Test
  void severalFilesWithoutAPictureAreSaidOnce() throws Exception {
    Path a = Files.writeString(folder.resolve("a.txt"), "a");
    Path b = Files.createFile(folder.resolve("b.png"));
    DropFailure failure = failure(new DroppedContent(List.of(a, b), null, null, null));
    assertThat(failure.kind()).isEqualTo(DropFailure.Kind.NO_PICTURE_FILE);
    assertThat(failure.arguments()).containsExactly(2);
  }

  @Test
  void singleFileIsTakenAsItIsSoThatLoadingItSaysWhatItIs() throws Exception {
    Path heic = Files.write(folder.resolve("phone.jpg"), Pictures.resource("face.heic"));
    PictureSource source = dropped(heic).get(0);
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class, () -> opened(source));
    assertThat(failure.arguments()).containsExactly("phone.jpg", "HEIC");
  }

  @Test
  void addressHelpsOutWhereTheFilesBesideItAreNoPictures() throws Exception {
    Path a = Files.writeString(folder.resolve("a.url"), "[InternetShortcut]");
    Path b = Files.writeString(folder.resolve("b.url"), "[InternetShortcut]");
    assertThat(new DroppedContent(List.of(a, b), "https://example.org/x.png", null, null).pictures())
        .containsExactly(new UrlSource(URI.create("https://example.org/x.png")));
  }
}
