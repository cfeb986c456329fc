package org.vigie.geodata.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.SortKey;

/**
 * The last row of a page: its sort values and id. Written as base64url of a check sum and JSON; the
 * check sum covers the order, so that a cursor of another layer or order, or a mangled one, is told
 * apart. It is no secret and no signature: whoever forges one can only ask for a page he could ask
 * for anyway.
 *
 * @param values text of each sort value, null for unknown
 */
public record Cursor(List<@Nullable String> values, FeatureId id) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECK_BYTES = 8;

  public String encode(String order) {
    ArrayNode array = JSON.createArrayNode().add(id.toString());
    values.forEach(array::add);
    byte[] body = array.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all =
        ByteBuffer.allocate(CHECK_BYTES + body.length).put(check(order, body)).put(body).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * What a cursor must agree with: the layer and the sort keys of its query. A query without keys
   * is in the order of the ids.
   */
  public static String order(FeatureQuery query) {
    StringBuilder words = new StringBuilder(query.layer().name());
    for (SortKey key : query.sort()) {
      words.append(key.descending() ? " -" : " +").append(key.property());
    }
    return words.toString();
  }

  /**
   * @param order of the query that it is used with
   * @param size number of sort keys
   */
  public static Cursor decode(String text, String order, int size) throws BadInputException {
    try {
      byte[] all = Base64.getUrlDecoder().decode(text);
      byte[] body = Arrays.copyOfRange(all, Math.min(all.length, CHECK_BYTES), all.length);
      if (all.length > CHECK_BYTES
          && MessageDigest.isEqual(check(order, body), Arrays.copyOf(all, CHECK_BYTES))) {
        JsonNode array = JSON.readTree(body);
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i < array.size(); i++) {
          values.add(array.get(i).isNull() ? null : array.get(i).asText());
        }
        Optional<FeatureId> id = FeatureId.find(array.path(0).asText());
        if (values.size() == size && id.isPresent()) {
          return new Cursor(values, id.get());
        }
      }
    } catch (IllegalArgumentException | IOException notOurs) {
      // the answer is the same whatever is wrong with it
    }
    throw new BadInputException(
        Fault.of(
            "cursor",
            "this is not a cursor of this query",
            "Take it from the next link, and keep the layer and the sort order"));
  }

  private static byte[] check(String order, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(order.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return Arrays.copyOf(digest.digest(body), CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
