package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.FilterPictures;
import cnnworkshop.core.inspect.FilterSheet;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The numbers of one channel of a filter, and all its channels to leaf through. */
final class GalleryNumbers extends VBox {

  private static final double LARGEST_CELL_EM = 4.2;
  private static final double CHANNEL_TILE_EM = 2.2;
  private static final double CHANNELS_HEIGHT_EM = 13;

  private final GalleryModel model;
  private final GalleryPageModel page;
  private final GallerySaves saves;
  private final Texts texts;
  private final GalleryWords words;
  private final GalleryValues numbers;
  private final Label channelName = GalleryButtons.wrapping(new Label());
  private final NumberSetting channel;
  private final GalleryGrid stack;
  private final VBox channels;

  GalleryNumbers(GalleryModel model, GalleryPageModel page, GallerySaves saves, Texts texts) {
    this.model = model;
    this.page = page;
    this.saves = saves;
    this.texts = texts;
    this.words = new GalleryWords(texts);
    GalleryButtons buttons = new GalleryButtons(texts);
    String name = texts.get("filters.gallery.numbers");
    this.numbers = GalleryValues.table(texts, name,
        (row, column, value) -> texts.get("filters.gallery.numbers.cell", row, column, value), LARGEST_CELL_EM);
    this.channel = new NumberSetting(texts.get("filters.gallery.channel"), 0, 1, NumberSetting.Steps.WHOLE,
        texts.locale());
    this.stack = new GalleryGrid(texts.get("filters.gallery.channels"), texts.get("filters.gallery.channels.help"),
        CHANNELS_HEIGHT_EM);
    stack.tileSizeProperty().set(CHANNEL_TILE_EM);
    stack.setOnChosen(model.look().channelProperty()::set);
    stack.selectedProperty().bind(model.look().channelProperty());
    channel.valueProperty().addListener((p, before, now) -> model.look().channelProperty().set(now.intValue()));
    channels = new VBox(buttons.heading(texts.get("filters.gallery.channels"),
        () -> saves.export().savePicture(saves.filterName() + "-channels", stackSheet()::picture),
        () -> saves.export().copy(stackSheet()::picture)), channel, stack);
    channels.getStyleClass().add("gallery-part");
    channels.managedProperty().bind(channels.visibleProperty());
    numbers.grid().addEventHandler(KeyEvent.KEY_PRESSED, this::leaf);
    getStyleClass().add("gallery-part");
    channelName.getStyleClass().add("gallery-note");
    getChildren().addAll(buttons.heading(name,
        () -> saves.export().savePicture(saves.filterName() + channelSuffix(), numbers::picture),
        () -> saves.export().copy(numbers::picture)), channelName, numbers, channels);
    page.filterProperty().addListener((p, before, now) -> show());
    model.look().channelProperty().addListener((p, before, now) -> showChannel());
    show();
  }

  /** Gives the numbers the keyboard. */
  void takeFocus() {
    numbers.grid().requestFocus();
  }

  private String channelSuffix() {
    return channels.isVisible() ? "-channel-" + model.look().channelProperty().get() : "";
  }

  private FilterSheet stackSheet() {
    FilterPictures pictures = page.filterProperty().get().stack();
    return FilterSheet.of(pictures, IntStream.range(0, pictures.pictures().size()).boxed().toList());
  }

  private void leaf(KeyEvent event) {
    int by = event.getCode() == KeyCode.PAGE_DOWN ? 1 : event.getCode() == KeyCode.PAGE_UP ? -1 : 0;
    if (by != 0) {
      model.look().leaf(by);
      event.consume();
    }
  }

  private void show() {
    GalleryFilter filter = page.filterProperty().get();
    if (filter == null) {
      return;
    }
    GalleryLayer layer = filter.contents().layer();
    channels.setVisible(layer.channels() > 1);
    channel.setLimits(0, layer.channels() - 1);
    List<FilterPicture> pictures = filter.stack().pictures();
    stack.show(List.of(new GalleryTile.Group("", IntStream.range(0, pictures.size())
        .mapToObj(c -> new GalleryTile(c, pictures.get(c), "", "", words.channel(layer, c))).toList())));
    showChannel();
  }

  private void showChannel() {
    GalleryFilter filter = page.filterProperty().get();
    int now = model.look().channelProperty().get();
    channel.valueProperty().set(now);
    if (filter == null || now >= filter.contents().layer().channels()) {
      return;
    }
    Filters filters = filter.contents().filters();
    channelName.setText(texts.get("filters.gallery.numbers.channel", words.channel(filter.contents().layer(), now)));
    channelName.setVisible(channels.isVisible());
    channelName.setManaged(channels.isVisible());
    numbers.show(new GalleryValues.Shown(filters.spec().filter().rows(), filters.spec().filter().columns(),
        FilterSlice.channel(now).of(filters, filter.filter()), filter.stack().pictures().get(now).argb(),
        filter.stack().scaling().colours(), filter.stack().ranges().get(now)));
  }
}
