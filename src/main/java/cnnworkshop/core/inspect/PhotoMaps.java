package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import java.util.Optional;

/**
 * What a network's first convolution makes of a whole photo, at the photo's own size: for 3×3 filters without padding
 * two rows and columns less than the photo has. Nothing but the photo is held; values are computed where they are
 * asked for.
 */
public final class PhotoMaps extends Maps {

  private final Photo photo;
  private final Filters filters;
  private final Input input;

  /**
   * @param photo any photo
   * @param filters of a convolution that looks at pictures
   * @throws MapsFailure if the photo is smaller than a filter, or the layer looks at something else than greys or
   *     colours, or has an activation function only DL4J computes
   */
  public PhotoMaps(Photo photo, Filters filters) throws MapsFailure {
    super(filters.count(), columns(photo, filters), filters.vertical().outputs(photo.height()));
    this.photo = photo;
    this.filters = filters;
    this.input = Input.of(photo, filters.channels());
  }

  private static int columns(Photo photo, Filters filters) throws MapsFailure {
    String layer = filters.spec().name();
    if (filters.channels() != 1 && filters.channels() != 3) {
      throw new MapsFailure(MapsFailure.Kind.CHANNELS, layer, filters.channels());
    }
    if (!ActivationFunction.known(filters.spec().activation())) {
      throw new MapsFailure(MapsFailure.Kind.ACTIVATION, layer);
    }
    int columns = filters.horizontal().outputs(photo.width());
    if (columns == 0 || filters.vertical().outputs(photo.height()) == 0) {
      throw new MapsFailure(MapsFailure.Kind.PHOTO_TOO_SMALL, photo.width(), photo.height(),
          filters.horizontal().extent(), filters.vertical().extent());
    }
    return columns;
  }

  /** What the filters look at. */
  public Photo photo() {
    return photo;
  }

  /** Whose maps these are. */
  public Filters filters() {
    return filters;
  }

  @Override
  public Optional<Arithmetic> arithmetic(int map, int row, int column) {
    return Optional.of(Arithmetic.of(input, filters, map, row, column));
  }

  @Override
  Tile tile(int x, int y, int columns, int rows) {
    return new ConvolutionTile(filters, InputWindow.under(input, filters, x, y, columns, rows), columns);
  }
}
