package cnnworkshop.app.support;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person is told beside what they see: quiet notes, what could not be done, faults of the program. The person
 * gets a sentence, the log gets the stack trace. Methods may be called on any thread.
 */
public final class Messages {

  /** How many messages stand there at most; the oldest goes first. */
  public static final int SHOWN = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  private final Texts texts;
  private final Executor ui;
  private final ObservableList<Message> shown = FXCollections.observableArrayList();

  /** @param ui where the list of messages is changed */
  public Messages(Texts texts, Executor ui) {
    this.texts = texts;
    this.ui = ui;
  }

  /** The messages that stand there now, the oldest first. Changed on the UI thread. */
  public ObservableList<Message> shown() {
    return shown;
  }

  /** Tells something that is good to know. */
  public void note(String sentence) {
    add(new Message(Message.Kind.NOTE, sentence, ""), null);
  }

  /** Tells what could not be done. */
  public void show(UserFailure failure) {
    String details = failure.getCause() == null ? "" : stackTrace(failure);
    add(new Message(Message.Kind.FAILURE, texts.sentence(failure), details), failure);
  }

  /** Tells whatever went wrong: a failure as such, anything else as a fault of the program. */
  public void report(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    if (cause instanceof UserFailure failure) {
      show(failure);
    } else {
      unexpected(cause);
    }
  }

  /** Tells of a fault nobody foresaw. */
  public void unexpected(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      // Spelling out a stack trace needs memory, and says nothing: whoever asked last is rarely who took it all.
      add(new Message(Message.Kind.FAILURE, texts.get("app.failure.memory", maximumMegabytes()), ""), thrown);
    } else if (thrown instanceof LinkageError) {
      add(new Message(Message.Kind.FAULT, texts.get("app.failure.incomplete"), stackTrace(thrown)), thrown);
    } else {
      add(new Message(Message.Kind.FAULT, texts.get("app.failure.unexpected"), stackTrace(thrown)), thrown);
    }
  }

  /** Takes a message away. On the UI thread. */
  public void dismiss(Message message) {
    shown.remove(message);
  }

  private void add(Message message, Throwable thrown) {
    ui.execute(() -> {
      for (Message old : shown) {
        if (old.saysTheSame(message)) {
          // Not logged again either: what fails at every frame would fill the disk.
          old.again();
          return;
        }
      }
      if (thrown != null) {
        log(message, thrown);
      }
      if (shown.size() == SHOWN) {
        shown.remove(0);
      }
      shown.add(message);
    });
  }

  private static void log(Message message, Throwable thrown) {
    if (message.kind() == Message.Kind.FAULT || thrown instanceof Error) {
      LOG.error("unexpected", thrown);
    } else {
      LOG.info("could not be done: {}", thrown.getMessage(), thrown);
    }
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static long maximumMegabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
