package cnnworkshop.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.PhotoFailure;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private final Messages messages = new Messages(Texts.load(Locale.ENGLISH), Runnable::run);

  @Test
  void aFailureIsASentenceWithTheCauseInItsDetails() {
    messages.report(failure(new IOException("the decoder's words")));

    Message message = messages.shown().get(0);
    assertThat(message.kind()).isEqualTo(Message.Kind.FAILURE);
    assertThat(message.sentence()).contains("holiday.jpg").doesNotContain("decoder");
    assertThat(message.details()).contains("the decoder's words");
  }

  @Test
  void aFailureThatWorkInTheBackgroundHandsOnIsStillAFailure() {
    messages.report(new CompletionException(failure(null)));

    assertThat(messages.shown().get(0).kind()).isEqualTo(Message.Kind.FAILURE);
  }

  @Test
  void whatNobodyForesawIsToldWithoutItsJargon() {
    messages.report(new IllegalStateException("index 3"));

    Message message = messages.shown().get(0);
    assertThat(message.kind()).isEqualTo(Message.Kind.FAULT);
    assertThat(message.sentence()).doesNotContain("index 3").doesNotContain("Exception");
    assertThat(message.details()).contains("IllegalStateException", "index 3", "MessagesTest");
  }

  @Test
  void theSameAgainIsCountedAndNotPiledUp() {
    PhotoFailure failure = failure(null);
    messages.show(failure);
    messages.show(failure);
    messages.show(failure);

    assertThat(messages.shown()).hasSize(1);
    assertThat(messages.shown().get(0).timesProperty().get()).isEqualTo(3);
  }

  @Test
  void theOldestMessageMakesRoom() {
    for (int i = 0; i < Messages.SHOWN + 2; i++) {
      messages.note("note " + i);
    }

    assertThat(messages.shown()).hasSize(Messages.SHOWN).first().extracting(Message::sentence).isEqualTo("note 2");
  }

  @Test
  void tooLittleMemoryIsAFailureThePersonCanActOn() {
    messages.report(new OutOfMemoryError());

    assertThat(messages.shown().get(0).kind()).isEqualTo(Message.Kind.FAILURE);
    assertThat(messages.shown().get(0).details()).isEmpty();
  }

  @Test
  void aMissingLibraryIsSaidToBeMissing() {
    messages.report(new UnsatisfiedLinkError("no jnind4jcpu in java.library.path"));

    assertThat(messages.shown().get(0).sentence()).contains("missing");
    assertThat(messages.shown().get(0).details()).contains("jnind4jcpu");
  }

  private static PhotoFailure failure(Throwable cause) {
    return new PhotoFailure(PhotoFailure.Kind.EMPTY, "holiday.jpg", "", cause);
  }
}
