package cnnworkshop.core.net;

import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A layer's settings in words. */
public final class SpecWords {

  private final Texts texts;

  /** @param texts what it says */
  public SpecWords(Texts texts) {
    this.texts = texts;
  }

  /** What kind of layer it is. */
  public String kind(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution) {
      return texts.get("cli.layer.convolution");
    }
    if (layer instanceof LayerSpec.Pooling || layer instanceof LayerSpec.GlobalPooling) {
      return texts.get("cli.layer.pooling");
    }
    if (layer instanceof LayerSpec.BatchNormalization) {
      return texts.get("cli.layer.normalization");
    }
    if (layer instanceof LayerSpec.ActivationOnly) {
      return texts.get("cli.layer.activation");
    }
    if (layer instanceof LayerSpec.Dropout) {
      return texts.get("cli.layer.dropout");
    }
    if (layer instanceof LayerSpec.Dense) {
      return texts.get("cli.layer.dense");
    }
    return ((LayerSpec.Other) layer).kind();
  }

  /** Its settings; those that are as usual are left out. */
  public String settings(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution c) {
      return convolution(c);
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return pooling(p);
    }
    if (layer instanceof LayerSpec.GlobalPooling p) {
      return texts.get("cli.layer.settings.global", lower(p.pool()));
    }
    if (layer instanceof LayerSpec.ActivationOnly a) {
      return lower(a.activation());
    }
    if (layer instanceof LayerSpec.Dropout d) {
      return texts.get("cli.layer.settings.dropout", d.dropRate());
    }
    if (layer instanceof LayerSpec.Dense d) {
      return texts.get("cli.layer.settings.dense", d.units(), lower(d.activation()));
    }
    return "";
  }

  private String convolution(LayerSpec.Convolution c) {
    List<String> words = new ArrayList<>();
    words.add(texts.get("cli.layer.settings.filters", c.filters(), size(c.filter())));
    addWindow(words, c.stride(), LayerSpec.Size.of(1), c.padding());
    if (!c.dilation().equals(LayerSpec.Size.of(1))) {
      words.add(texts.get("cli.layer.settings.dilation", size(c.dilation())));
    }
    if (!c.bias()) {
      words.add(texts.get("cli.layer.settings.no-bias"));
    }
    words.add(lower(c.activation()));
    return String.join(", ", words);
  }

  private String pooling(LayerSpec.Pooling p) {
    List<String> words = new ArrayList<>();
    words.add(texts.get("cli.layer.settings.window", lower(p.pool()), size(p.window())));
    addWindow(words, p.stride(), p.window(), p.padding());
    return String.join(", ", words);
  }

  private void addWindow(List<String> words, LayerSpec.Size stride, LayerSpec.Size usualStride,
      LayerSpec.Padding padding) {
    if (!stride.equals(usualStride)) {
      words.add(texts.get("cli.layer.settings.stride", size(stride)));
    }
    if (padding.same()) {
      words.add(texts.get("cli.layer.settings.same"));
    } else if (!padding.equals(LayerSpec.Padding.VALID)) {
      words.add(texts.get("cli.layer.settings.padding", size(padding.size())));
    }
  }

  private static String size(LayerSpec.Size size) {
    return size.rows() + "×" + size.columns();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
