package cnnworkshop.app.train;

import cnnworkshop.core.net.Finding;
import cnnworkshop.core.net.FilterReach;
import cnnworkshop.core.net.LayerCheck;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.ReceptiveField;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Layers, and what they come to, in words. */
record LayerWords(Texts texts) {

  private static final double KILO = 1e3;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;
  private static final double TEN_SECONDS = 10;
  private static final double TWO_MINUTES = 120;

  /** The setting that matters most, such as {@code 32 filters 3×3}. */
  String summary(LayerRow row) {
    LayerSpec layer = row.listed();
    if (layer instanceof LayerSpec.Convolution c) {
      return texts.get("train.layer.summary.convolution", c.filters(), size(c.filter()));
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return texts.get("train.layer.summary.pooling", pool(p.pool()), size(p.window()));
    }
    if (layer instanceof LayerSpec.GlobalPooling g) {
      return texts.get("train.layer.summary.global-pooling", pool(g.pool()));
    }
    if (layer instanceof LayerSpec.Dense d) {
      return texts.get("train.layer.summary.dense", d.units());
    }
    if (layer instanceof LayerSpec.ActivationOnly a) {
      return activation(a.activation());
    }
    if (layer instanceof LayerSpec.Dropout d) {
      double trained = ((LayerSpec.Dropout) row.trained()).dropRate();
      return Double.compare(trained, d.dropRate()) == 0 ? texts.get("train.layer.summary.dropout", d.dropRate())
          : texts.get("train.layer.summary.dropout-scaled", d.dropRate(), trained);
    }
    return texts.get(row.kind().textKey());
  }

  /** The shape of the outputs; a dash behind a fault. */
  String output(LayerRow row) {
    return row.check().output().map(Object::toString).orElse("–");
  }

  /** How many parameters; nothing for none. */
  String parameters(LayerRow row) {
    return row.check().parameters() == 0 ? "" : count(row.check().parameters());
  }

  String count(long number) {
    return texts.get("train.network.count", number);
  }

  String finding(Finding finding) {
    return texts.get(finding.key(), finding.arguments().toArray());
  }

  /** What outputs see of the picture, as nolearn prints it; and the memory of a batch. Nothing behind a fault. */
  List<String> figures(LayerRow row) {
    LayerCheck check = row.check();
    List<String> figures = new ArrayList<>();
    // Behind dense layers and global pooling every output sees all, and neighbours are no thought of.
    check.field().filter(field -> field.jump().rows() > 0).ifPresent(field -> figures.add(field(field)));
    check.reach().ifPresent(reach -> figures.add(reach(reach)));
    if (check.output().isPresent()) {
      figures.add(texts.get("train.layer.memory", bytes(row.batchBytes())));
    }
    return figures;
  }

  private String field(ReceptiveField field) {
    return texts.get("train.layer.field", field.size().rows(), field.size().columns());
  }

  private String reach(FilterReach reach) {
    return texts.get("train.layer.reach", reach.coverage(), reach.capacity());
  }

  /** The whole row for a screen reader. */
  String aloud(LayerRow row) {
    String findings = row.findings().stream().filter(f -> f.severity() != Finding.Severity.NOTE).map(this::finding)
        .collect(Collectors.joining(" "));
    String parts = texts.get("train.layer.aloud", row.listed().name(), texts.get(row.kind().textKey()), summary(row),
        row.check().output().isPresent() ? output(row) : texts.get("train.layer.no-output"), row.check().parameters());
    return findings.isEmpty() ? parts : parts + " " + findings;
  }

  /** One number for a square. */
  static String size(Size size) {
    return size.rows() + "×" + size.columns();
  }

  String bytes(long bytes) {
    if (bytes < MEGA) {
      return texts.get("train.network.kilobytes", bytes / KILO);
    }
    return bytes < GIGA ? texts.get("train.network.megabytes", bytes / MEGA)
        : texts.get("train.network.gigabytes", bytes / GIGA);
  }

  String seconds(double seconds) {
    if (seconds < TEN_SECONDS) {
      return texts.get("train.network.short-time", seconds);
    }
    return seconds < TWO_MINUTES ? texts.get("train.network.seconds", seconds)
        : texts.get("train.network.minutes", seconds / 60);
  }

  String activation(Activation activation) {
    return texts.get(switch (activation) {
      case LINEAR -> "train.layer.activation.linear";
      case RELU -> "train.layer.activation.relu";
      case SOFTMAX -> "train.layer.activation.softmax";
      case SIGMOID -> "train.layer.activation.sigmoid";
      case TANH -> "train.layer.activation.tanh";
      case OTHER -> "train.layer.activation.other";
    });
  }

  String pool(Pool pool) {
    return texts.get(switch (pool) {
      case MAX -> "train.layer.pool.max";
      case AVERAGE -> "train.layer.pool.average";
      case OTHER -> "train.layer.pool.other";
    });
  }
}
