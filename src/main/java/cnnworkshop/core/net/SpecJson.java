package cnnworkshop.core.net;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A network's settings as JSON and back. Fields are named as the records' components, a layer has its {@code kind}
 * beside them. Reading is strict: a field that is missing, unknown or of another type is an error.
 */
public final class SpecJson {

  private static final String SCALE = "scale";

  private final ObjectMapper mapper = JsonMapper.builder()
      .addMixIn(LayerSpec.class, Kinds.class)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .build();

  /** The kinds by the names they have in files, which stay when classes are renamed. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
      @JsonSubTypes.Type(name = "convolution", value = LayerSpec.Convolution.class),
      @JsonSubTypes.Type(name = "pooling", value = LayerSpec.Pooling.class),
      @JsonSubTypes.Type(name = "global-pooling", value = LayerSpec.GlobalPooling.class),
      @JsonSubTypes.Type(name = "batch-normalization", value = LayerSpec.BatchNormalization.class),
      @JsonSubTypes.Type(name = "activation", value = LayerSpec.ActivationOnly.class),
      @JsonSubTypes.Type(name = "dropout", value = LayerSpec.Dropout.class),
      @JsonSubTypes.Type(name = "dense", value = LayerSpec.Dense.class)})
  private interface Kinds {}

  /** Whether it can be written: not with a layer that only DL4J's own files hold. */
  public boolean canWrite(NetworkSpec spec) {
    return spec.layers().stream().noneMatch(layer -> layer instanceof LayerSpec.Other);
  }

  /** @throws IllegalArgumentException if it can't be written */
  public JsonNode write(NetworkSpec spec) {
    if (!canWrite(spec)) {
      throw new IllegalArgumentException("a layer of another kind in " + spec);
    }
    return mapper.valueToTree(spec);
  }

  /** @throws JsonProcessingException if the tree is not a network's */
  public NetworkSpec read(JsonNode tree) throws JsonProcessingException {
    JsonNode whole = tree;
    if (tree instanceof ObjectNode object && !object.has(SCALE)) {
      // Files from before networks could scale their inputs: they take them as they are.
      whole = object.deepCopy().set(SCALE, mapper.valueToTree(InputScale.NONE));
    }
    return mapper.treeToValue(whole, NetworkSpec.class);
  }
}
