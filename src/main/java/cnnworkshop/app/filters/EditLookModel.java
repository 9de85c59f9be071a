package cnnworkshop.app.filters;

import cnnworkshop.app.support.Latest;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Follows every edit: what the network makes of the current picture before and after. To be used on the UI thread. */
final class EditLookModel {

  private static final String CHANNEL = "filters: edited look";

  private final FiltersTools tools;
  private final EditNetworkModel network;
  private final EditModel edited;
  private final ReadOnlyObjectWrapper<EditLook> look = new ReadOnlyObjectWrapper<>(this, "look");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(this, "empty", "");
  private final Latest<Subject> subjects = new Latest<>(this::see);
  private final Latest<FilterEdits> edits = new Latest<>(this::ask);
  private EditSession session;
  private float[] seen;
  private EditLook.Answer before;

  EditLookModel(FiltersTools tools, EditNetworkModel network, EditModel edited) {
    this.tools = tools;
    this.network = network;
    this.edited = edited;
    network.sessionProperty().addListener((p, was, now) -> begin());
    network.readyProperty().addListener((p, was, now) -> begin());
    network.shownProperty().addListener((p, was, now) -> begin());
    tools.subject().addListener((p, was, now) -> lookAt());
    edited.editsProperty().addListener((p, was, now) -> follow());
    begin();
  }

  /** What is seen now; null for nothing. */
  ReadOnlyObjectProperty<EditLook> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Why nothing can be seen, as a sentence; empty if something can, or will in a moment. */
  ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  private void begin() {
    if (session != network.sessionProperty().get()) {
      forget();
      look.set(null);
      session = network.sessionProperty().get();
    }
    lookAt();
  }

  private void forget() {
    if (session != null) {
      session.cancel(CHANNEL);
    }
    edits.reset();
    seen = null;
    before = null;
  }

  private boolean isActive() {
    return session != null && session == network.sessionProperty().get() && network.readyProperty().get()
        && network.shownProperty().get();
  }

  private void lookAt() {
    Subject subject = tools.subject().get();
    if (session == null || subject != null && Subject.fits(input())) {
      empty.set("");
    } else {
      empty.set(subject == null ? tools.texts().get("filters.edit.empty.no-picture")
          : tools.texts().get("filters.edit.empty.no-view", input().toString()));
    }
    if (!empty.get().isEmpty()) {
      look.set(null);
      forget();
    } else if (isActive()) {
      subjects.ask(subject);
    }
  }

  private Shape input() {
    return session.network().spec().input();
  }

  /** Making the view of a large photo takes longer than a frame. */
  private void see(Subject subject) {
    EditSession meant = session;
    Shape input = input();
    tools.background().execute(() -> {
      float[] view;
      try {
        view = subject.seenBy(input);
      } catch (RuntimeException e) {
        tools.ui().execute(() -> {
          tools.messages().report(e);
          subjects.answered();
        });
        return;
      }
      tools.ui().execute(() -> {
        if (meant == session && empty.get().isEmpty()) {
          forget();
          seen = view;
          follow();
        }
        subjects.answered();
      });
    });
  }

  private void follow() {
    if (seen != null && isActive() && edited.editsProperty().get() != null) {
      edits.ask(edited.editsProperty().get());
    }
  }

  private void ask(FilterEdits now) {
    EditSession asked = session;
    float[] view = seen;
    EditLook.Answer known = before;
    Filters original = now.original();
    Filters filters = now.edited();
    int layer = asked.layer();
    Shape input = input();
    asked.ask(CHANNEL, filters, some -> {
      EditLook.Answer after = filters == original && known != null ? known : answer(some, layer, view);
      EditLook.Answer first = known;
      if (first == null && filters == original) {
        first = after;
      } else if (first == null) {
        some.setWeights(layer, original.weights(), original.biases());
        first = answer(some, layer, view);
      }
      return new EditLook(input, view, first, after);
    }, seenNow -> {
      before = seenNow.before();
      look.set(seenNow);
      edits.answered();
    }, failure -> {
      tools.messages().report(failure);
      edits.answered();
    });
  }

  private static EditLook.Answer answer(Network network, int layer, float[] view) {
    return new EditLook.Answer(network.featureMaps(layer, view), network.predict(view, 1));
  }
}
