package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkDraftTest {

  private final NetworkDraft draft = new NetworkDraft(Presets.cnn());

  @Test
  void aDraftStartsAsItsNetwork() {
    assertThat(draft.spec()).isEqualTo(Presets.cnn());
    assertThat(draft.canUndo()).isFalse();
    assertThat(draft.canRedo()).isFalse();
  }

  @Test
  void anAddedLayerIsNumberedAndThoseBehindItMoveOn() {
    draft.add(1, conv(""));

    assertThat(names()).containsExactly("conv1", "conv2", "pool2", "hidden3", "output");
    assertThat(draft.layers().get(1)).isEqualTo(conv("conv2"));
  }

  @Test
  void theWorkshopsOwnNumbersStay() {
    for (String name : Presets.names()) {
      NetworkSpec spec = Presets.byName(name).orElseThrow();
      NetworkDraft edited = new NetworkDraft(spec);
      edited.add(spec.layers().size(), new Dropout("mine", 0.5));

      assertThat(edited.layers().subList(0, spec.layers().size())).as(name).isEqualTo(spec.layers());
    }
  }

  @Test
  void aNameAPersonGaveStays() {
    draft.replace(0, conv("edges"));
    draft.add(0, conv("conv1"));

    assertThat(names()).containsExactly("conv1", "edges", "pool2", "hidden3", "output");
  }

  @Test
  void aNameAPersonGaveStaysEvenIfItLooksAutomatic() {
    draft.replace(0, conv("conv7"));
    draft.add(0, conv(""));

    assertThat(names()).startsWith("conv1", "conv7", "pool2");
  }

  @Test
  void aNameThatIsTakenGetsASecondNumber() {
    draft.replace(1, Pooling.max("dropout1", 2));
    draft.add(2, new Dropout("", 0.1));
    draft.add(3, new Dropout("", 0.2));

    assertThat(names()).containsExactly("conv1", "dropout1", "dropout1-2", "dropout1-3", "hidden2", "output");
  }

  @Test
  void anEmptiedNameBecomesAutomaticAgain() {
    draft.replace(0, conv("edges"));
    draft.replace(0, conv(""));

    assertThat(names()).startsWith("conv1", "pool1");
  }

  @Test
  void anotherKindInAPlaceGetsItsOwnName() {
    draft.replace(1, conv("pool1"));

    assertThat(names()).containsExactly("conv1", "conv2", "hidden3", "output");
  }

  @Test
  void layersAreRemovedMovedAndChanged() {
    draft.remove(1);
    assertThat(names()).containsExactly("conv1", "hidden2", "output");
    draft.move(0, 1);
    assertThat(names()).containsExactly("hidden2", "conv1", "output");
    draft.move(2, 0);
    assertThat(names()).containsExactly("output", "hidden2", "conv1");
    draft.replace(1, new Dense("hidden2", 7, Activation.TANH));
    assertThat(draft.layers().get(1)).isEqualTo(new Dense("hidden2", 7, Activation.TANH));
  }

  @Test
  void everyChangeIsUndoneAndRedone() {
    Random random = new Random(5);
    List<NetworkSpec> seen = new ArrayList<>(List.of(draft.spec()));
    for (int i = 0; i < 300; i++) {
      int size = draft.layers().size();
      switch (size < 2 ? 0 : random.nextInt(4)) {
        case 0 -> draft.add(random.nextInt(size + 1), random.nextBoolean() ? conv("") : new Dropout("", 0.5));
        case 1 -> draft.remove(random.nextInt(size));
        case 2 -> draft.move(random.nextInt(size), random.nextInt(size));
        default -> draft.replace(random.nextInt(size), conv(random.nextBoolean() ? "" : "name" + i));
      }
      if (!draft.spec().equals(seen.get(seen.size() - 1))) {
        seen.add(draft.spec());
      }
    }

    for (int i = seen.size() - 1; i > 0; i--) {
      assertThat(draft.spec()).isEqualTo(seen.get(i));
      draft.undo();
    }
    assertThat(draft.spec()).isEqualTo(Presets.cnn());
    assertThat(draft.canUndo()).isFalse();
    for (int i = 1; i < seen.size(); i++) {
      draft.redo();
      assertThat(draft.spec()).isEqualTo(seen.get(i));
    }
    assertThat(draft.canRedo()).isFalse();
  }

  @Test
  void aNewChangeEndsRedoing() {
    draft.remove(0);
    draft.undo();
    assertThat(draft.canRedo()).isTrue();
    draft.remove(1);

    assertThat(draft.canRedo()).isFalse();
    draft.redo();
    assertThat(names()).containsExactly("conv1", "hidden2", "output");
  }

  @Test
  void whatChangesNothingLeavesNothingToUndo() {
    draft.replace(0, draft.layers().get(0));
    draft.move(1, 1);
    draft.become(Presets.cnn());

    assertThat(draft.canUndo()).isFalse();
  }

  @Test
  void anotherNetworkIsUndoneLikeAChange() {
    draft.become(Presets.keypoints(0.1, 0.2, 0.3, 0.5));
    assertThat(draft.spec().input()).isEqualTo(new Shape(1, 96, 96));
    draft.undo();

    assertThat(draft.spec()).isEqualTo(Presets.cnn());
  }

  @Test
  void aListHandedOutStaysAsItWas() {
    List<LayerSpec> before = draft.layers();
    draft.remove(0);

    assertThat(before).isEqualTo(Presets.cnn().layers());
  }

  private List<String> names() {
    return draft.layers().stream().map(LayerSpec::name).toList();
  }

  private static Convolution conv(String name) {
    return Convolution.relu(name, 8, 3, Padding.SAME);
  }
}
