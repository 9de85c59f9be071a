package cnnworkshop.app.train;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TemplateFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The networks one can start from: those of the program, then those a person saved, as far as they are made for the
 * task. Saved ones are read once; a damaged one is listed all the same, so that it can be deleted. A saved one never
 * hides one of the program's.
 */
final class NetworkShelf {

  private final NetworkTemplates templates;
  private final Consumer<Throwable> failures;
  private final Map<String, Optional<NetworkSpec>> saved = new HashMap<>();
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObservableList<String> readOnly = FXCollections.unmodifiableObservableList(names);
  private Loss loss = Loss.CROSS_ENTROPY;

  NetworkShelf(NetworkTemplates templates, Consumer<Throwable> failures) {
    this.templates = templates;
    this.failures = failures;
    list();
  }

  /** The names there are for the task. */
  ObservableList<String> names() {
    return readOnly;
  }

  /** Another task. */
  void suit(Loss newLoss) {
    if (loss != newLoss) {
      loss = newLoss;
      list();
    }
  }

  /** The network of that name; empty if there is none, or none that can be read. */
  Optional<NetworkSpec> spec(String name) {
    return Presets.byName(name).or(() -> saved.getOrDefault(name, Optional.empty()));
  }

  /** The network of that name. What is wrong with its file is said. */
  Optional<NetworkSpec> take(String name) {
    if (saved.containsKey(name)) {
      try {
        saved.put(name, Optional.of(templates.load(name).named(name)));
      } catch (UserFailure e) {
        saved.put(name, Optional.empty());
        failures.accept(e);
      }
    }
    return spec(name);
  }

  /** Whether a person may save under that name. */
  boolean mayBe(String name) {
    return !name.isBlank() && Presets.byName(name.strip()).isEmpty();
  }

  boolean has(String name) {
    return !name.isBlank() && templates.has(name.strip());
  }

  /** Whether it was saved; if not, the reason was said. */
  boolean save(String name, NetworkSpec spec) {
    try {
      templates.save(name, spec.named(name));
      list();
      return true;
    } catch (TemplateFailure e) {
      failures.accept(e);
      return false;
    }
  }

  void delete(String name) {
    try {
      templates.delete(name);
    } catch (TemplateFailure e) {
      failures.accept(e);
    }
    list();
  }

  private void list() {
    List<String> all = new ArrayList<>(Presets.names().stream()
        .filter(name -> Presets.byName(name).orElseThrow().loss() == loss).toList());
    saved.clear();
    try {
      for (String name : templates.names()) {
        if (mayBe(name)) {
          saved.put(name, read(name));
        }
      }
    } catch (IOException e) {
      failures.accept(e);
    }
    saved.keySet().stream().filter(name -> spec(name).map(spec -> spec.loss() == loss).orElse(true))
        .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo)).forEach(all::add);
    if (!names.equals(all)) {
      names.setAll(all);
    }
  }

  /** Nothing is said of a damaged one before somebody wants it. */
  private Optional<NetworkSpec> read(String name) {
    try {
      return Optional.of(templates.load(name).named(name));
    } catch (TemplateFailure e) {
      return Optional.empty();
    }
  }
}
