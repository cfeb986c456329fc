package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.Filter;

/** CQL2 JSON (media type {@code application/cql2+json}). */
public final class Cql2Json {

  /** Each level of the tree is an object and an array; coordinates nest four deeper. */
  private static final int MAX_JSON_DEPTH = 2 * Cql2Limits.MAX_DEPTH + 8;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_JSON_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Cql2Json() {}

  /** Reads a filter whose geometries are WGS 84 longitude/latitude. */
  public static Filter parse(String source) throws BadInputException {
    return parse(source, UnaryOperator.identity());
  }

  /**
   * Reads a filter; cost is linear in its length.
   *
   * @param toWgs84 as for {@link Cql2Text#parse(String, UnaryOperator)}
   * @throws BadInputException with the path to the member that is wrong and what is allowed, or
   *     when the filter exceeds {@link Cql2Limits}
   */
  public static Filter parse(String source, UnaryOperator<Geometry> toWgs84)
      throws BadInputException {
    Cql2Limits.checkLength(source);
    JsonNode root;
    try {
      root = JSON.readTree(source);
    } catch (NumberFormatException outOfRange) {
      // of an exponent with more than ten digits Jackson lets the exception of BigDecimal through
      throw new BadInputException(
          Fault.of("filter", "a number in it is out of range", "Send numbers below 1e308"));
    } catch (JsonProcessingException notJson) {
      throw new BadInputException(
          Fault.of(
              "filter",
              Message.of("the filter is not JSON: {reason}", notJson.getOriginalMessage()),
              "Send one JSON object such as {\"op\":\"=\",\"args\":[{\"property\":\"status\"},"
                  + "\"VERIFIED\"]}"));
    }
    return parse(root, toWgs84);
  }

  /** Reads a filter that stands inside a larger document. */
  public static Filter parse(JsonNode root, UnaryOperator<Geometry> toWgs84)
      throws BadInputException {
    return Cql2Limits.check(new JsonParser(new Geometries(toWgs84)).filter(root));
  }

  /** Writes a filter so that it reads back as the same tree. */
  public static JsonNode print(Filter filter) {
    return new JsonPrinter().node(filter);
  }
}
