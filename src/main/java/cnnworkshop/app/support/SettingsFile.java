package cnnworkshop.app.support;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Named JavaFX properties that are kept in a plain JSON file: read once, written a second after the last change, to
 * a temporary name first. Properties are made and changed on one thread.
 *
 * <p>A value of the wrong type gives way to its default. A file that is no JSON is moved aside, nothing of it is
 * lost. Names this version does not know stay in the file, so an older version does not rob a newer one.
 */
public final class SettingsFile implements AutoCloseable {

  private static final int QUIET_SECONDS = 1;

  private final ObjectMapper json = new ObjectMapper();
  private final Path file;
  private final ScheduledExecutorService timer;
  private final Consumer<IOException> onFailure;
  private final ObjectNode values;
  private final Object writing = new Object();
  private Path keptAside;
  private Future<?> pending;

  /**
   * Reads the file if there is one.
   *
   * @param timer writes the file
   * @param onFailure told if it could not be read or written, on whichever thread found out
   */
  public SettingsFile(Path file, ScheduledExecutorService timer, Consumer<IOException> onFailure) {
    this.file = file;
    this.timer = timer;
    this.onFailure = onFailure;
    this.values = read();
  }

  private ObjectNode read() {
    if (!Files.exists(file)) {
      return json.createObjectNode();
    }
    try {
      if (json.readTree(file.toFile()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      // Damaged: as if it held something else than an object.
    } catch (IOException e) {
      onFailure.accept(e);
      return json.createObjectNode();
    }
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      keptAside = aside;
    } catch (IOException e) {
      onFailure.accept(e);
    }
    return json.createObjectNode();
  }

  /** Where a damaged file was put when this one was read. */
  public Optional<Path> keptAside() {
    return Optional.ofNullable(keptAside);
  }

  /** A text. */
  public StringProperty text(String name, String initial) {
    JsonNode node = values.path(name);
    StringProperty property = new SimpleStringProperty(this, name, node.isTextual() ? node.textValue() : initial);
    property.addListener((p, old, now) -> {
      values.put(name, now);
      changed();
    });
    return property;
  }

  /** On or off. */
  public BooleanProperty flag(String name, boolean initial) {
    JsonNode node = values.path(name);
    BooleanProperty property = new SimpleBooleanProperty(this, name, node.isBoolean() ? node.booleanValue() : initial);
    property.addListener((p, old, now) -> {
      values.put(name, now);
      changed();
    });
    return property;
  }

  /** A finite number; NaN stands for none and is not written. */
  public DoubleProperty number(String name, double initial) {
    JsonNode node = values.path(name);
    DoubleProperty property = new SimpleDoubleProperty(this, name, node.isNumber() ? node.doubleValue() : initial);
    property.addListener((p, old, now) -> {
      if (Double.isFinite(now.doubleValue())) {
        values.put(name, now.doubleValue());
      } else {
        values.remove(name);
      }
      changed();
    });
    return property;
  }

  /** One of an enum's values. */
  public <E extends Enum<E>> ObjectProperty<E> choice(String name, E initial) {
    String written = values.path(name).asText();
    E read = Arrays.stream(initial.getDeclaringClass().getEnumConstants()).filter(e -> e.name().equals(written))
        .findFirst().orElse(initial);
    ObjectProperty<E> property = new SimpleObjectProperty<>(this, name, read);
    property.addListener((p, old, now) -> {
      values.put(name, now.name());
      changed();
    });
    return property;
  }

  /** Some texts, in order. */
  public ObservableList<String> texts(String name) {
    List<String> read = StreamSupport.stream(values.path(name).spliterator(), false)
        .filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    ObservableList<String> list = FXCollections.observableArrayList(read);
    list.addListener((ListChangeListener<String>) change -> {
      var array = values.putArray(name);
      list.forEach(array::add);
      changed();
    });
    return list;
  }

  private void changed() {
    if (pending != null) {
      pending.cancel(false);
    }
    // A copy of now, because the property's thread goes on changing values while the timer writes.
    ObjectNode now = values.deepCopy();
    pending = timer.schedule(() -> write(now), QUIET_SECONDS, TimeUnit.SECONDS);
  }

  private void write(ObjectNode now) {
    try {
      synchronized (writing) {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(folder, "settings", ".part");
        try {
          json.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), now);
          move(unfinished);
        } finally {
          Files.deleteIfExists(unfinished);
        }
      }
    } catch (IOException e) {
      onFailure.accept(e);
    }
  }

  private void move(Path unfinished) throws IOException {
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes what has not been written yet. */
  @Override
  public void close() {
    // A write that has begun is finished first (same lock); one that has not is done here.
    if (pending != null && pending.cancel(false)) {
      write(values);
    }
  }
}
