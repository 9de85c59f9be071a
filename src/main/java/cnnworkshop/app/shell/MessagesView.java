package cnnworkshop.app.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.Messages;
import cnnworkshop.core.text.Texts;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The messages, one card each in a corner of the window; details open in the overlay. */
final class MessagesView {

  private static final Duration NOTE_STAYS = Duration.seconds(8);

  private final Messages messages;
  private final Texts texts;
  private final Overlay overlay;
  private final VBox root = new VBox();
  private final Map<Message, Node> cards = new HashMap<>();

  MessagesView(Messages messages, Texts texts, Overlay overlay) {
    this.messages = messages;
    this.texts = texts;
    this.overlay = overlay;
    root.getStyleClass().add("messages");
    // Clicks beside the cards belong to what lies under them.
    root.setPickOnBounds(false);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    messages.shown().addListener((ListChangeListener<Message>) change -> {
      while (change.next()) {
        change.getRemoved().forEach(message -> root.getChildren().remove(cards.remove(message)));
        change.getAddedSubList().forEach(this::add);
      }
    });
    messages.shown().forEach(this::add);
  }

  Node root() {
    return root;
  }

  private void add(Message message) {
    Notification card = new Notification();
    card.messageProperty().bind(sentence(message));
    card.setGraphic(new FontIcon(icon(message.kind())));
    card.getStyleClass().addAll("message-card", style(message.kind()));
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.accessibleTextProperty().bind(card.messageProperty());
    card.setOnClose(event -> messages.dismiss(message));
    if (!message.details().isEmpty()) {
      Button details = new Button(texts.get("shell.message.details"));
      details.setOnAction(event -> showDetails(message));
      card.setPrimaryActions(details);
    }
    // The close button comes with the control's skin and has no name of its own.
    card.skinProperty().addListener(change -> card.lookupAll(".close-button")
        .forEach(button -> button.setAccessibleText(texts.get("shell.close"))));
    cards.put(message, card);
    root.getChildren().add(card);
    if (message.kind() == Message.Kind.NOTE) {
      PauseTransition stay = new PauseTransition(NOTE_STAYS);
      stay.setOnFinished(event -> {
        // Whoever is reading it or stands in it with the keys keeps it.
        if (card.isHover() || card.isFocusWithin()) {
          stay.playFromStart();
        } else {
          messages.dismiss(message);
        }
      });
      stay.play();
    }
  }

  private StringBinding sentence(Message message) {
    return Bindings.createStringBinding(() -> {
      int times = message.timesProperty().get();
      return times == 1 ? message.sentence() : texts.get("shell.message.repeated", message.sentence(), times);
    }, message.timesProperty());
  }

  private void showDetails(Message message) {
    TextArea area = new TextArea(message.details());
    area.setEditable(false);
    area.getStyleClass().add("ws-mono");
    area.setAccessibleText(texts.get("shell.message.details"));
    Button copy = new Button(texts.get("shell.copy"), new FontIcon(Material2OutlinedAL.CONTENT_COPY));
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(message.sentence() + System.lineSeparator() + message.details());
      Clipboard.getSystemClipboard().setContent(content);
    });
    VBox content = new VBox(area, copy);
    content.getStyleClass().addAll("overlay-content", "message-details");
    overlay.show(message.sentence(), content);
  }

  private static Ikon icon(Message.Kind kind) {
    return switch (kind) {
      case NOTE -> Material2OutlinedAL.INFO;
      case FAILURE -> Material2OutlinedMZ.WARNING;
      case FAULT -> Material2OutlinedAL.BUG_REPORT;
    };
  }

  private static String style(Message.Kind kind) {
    return switch (kind) {
      case NOTE -> Styles.ACCENT;
      case FAILURE -> Styles.WARNING;
      case FAULT -> Styles.DANGER;
    };
  }
}
