package cnnworkshop.core.image;

import cnnworkshop.core.UserFailure;
import java.nio.file.Path;

/** Opens a picture wherever it comes from. Blocks while it reads; any thread may use it. */
public final class PictureOpener {

  private final PhotoLoader loader;
  private final WebPicture web;

  /** What opens files and bytes with {@code loader} and addresses with {@code web}. */
  public PictureOpener(PhotoLoader loader, WebPicture web) {
    this.loader = loader;
    this.web = web;
  }

  /** @throws UserFailure a {@link PhotoFailure}, or a {@link WebFailure} where an address could not be fetched */
  public Photo open(PictureSource source) throws UserFailure {
    if (source instanceof PictureSource.FileSource file) {
      Path path = file.path();
      return loader.load(path);
    } else if (source instanceof PictureSource.BytesSource bytes) {
      return loader.load(bytes.content(), bytes.name());
    }
    return loader.load(web.fetch(((PictureSource.UrlSource) source).uri()), source.name());
  }
}
