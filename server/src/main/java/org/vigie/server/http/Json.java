package org.vigie.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** JSON as the server reads and writes it: times as RFC 3339 text, depth and size bounded. */
public final class Json {

  public static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(HttpLimits.JSON_DEPTH)
                          .maxStringLength(HttpLimits.JSON_TEXT)
                          .maxNumberLength(HttpLimits.JSON_DIGITS)
                          .maxNameLength(HttpLimits.JSON_NAME)
                          .maxTokenCount(HttpLimits.JSON_TOKENS)
                          .build())
                  .build())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("cannot write " + value.getClass(), ours);
    }
  }

  /**
   * @throws BadInputException when the bytes are not one JSON document
   */
  public static JsonNode read(byte[] bytes) throws BadInputException {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node == null || node.isMissingNode()) {
        throw new BadInputException(Fault.of(null, "the body is empty", "Send one JSON document"));
      }
      return node;
    } catch (JsonProcessingException wrong) {
      throw notJson(wrong);
    } catch (java.io.IOException fromMemory) {
      throw new IllegalStateException(fromMemory);
    }
  }

  /** The bytes as a value of the type; unknown members are refused by name. */
  public static <T> T read(byte[] bytes, Class<T> type) throws BadInputException {
    JsonNode node = read(bytes);
    if (node.isNull()) {
      throw new BadInputException(Fault.of("body", "is null", "Send an object"));
    }
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException wrong) {
      throw notJson(wrong);
    }
  }

  private static BadInputException notJson(JsonProcessingException wrong) {
    var location = wrong.getLocation();
    String where =
        location == null || location.getLineNr() < 1
            ? ""
            : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    return new BadInputException(
        Fault.of(
            null,
            Message.of(
                "the body is not the JSON that is asked for{where}: {reason}",
                where,
                wrong.getOriginalMessage()),
            "See the API description at /api for what to send"));
  }
}
