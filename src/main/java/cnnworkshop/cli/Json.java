package cnnworkshop.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Results for other programs: JSON with numbers that no locale changes. */
final class Json {

  /** Thousandths of a pixel or millisecond are beyond what anything here can tell apart. */
  private static final double STEPS = 1000;

  private final ObjectMapper mapper = new ObjectMapper();

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  /** Whole numbers. */
  ArrayNode whole(int... numbers) {
    ArrayNode array = mapper.createArrayNode();
    for (int number : numbers) {
      array.add(number);
    }
    return array;
  }

  /** Numbers, rounded to thousandths. */
  ArrayNode array(double... numbers) {
    ArrayNode array = mapper.createArrayNode();
    for (double number : numbers) {
      array.add(rounded(number));
    }
    return array;
  }

  /** On one line. */
  String line(ObjectNode object) {
    return write(object, false);
  }

  /** On as many lines as a person likes to read. */
  String page(ObjectNode object) {
    return write(object, true);
  }

  /** To thousandths; null, as JSON says it, for what is no number. */
  static Double rounded(double number) {
    return Double.isFinite(number) ? Math.round(number * STEPS) / STEPS : null;
  }

  private String write(ObjectNode object, boolean indented) {
    try {
      return (indented ? mapper.writerWithDefaultPrettyPrinter() : mapper.writer()).writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
