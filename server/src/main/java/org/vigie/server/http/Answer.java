package org.vigie.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an endpoint answers with one status, for the API description.
 *
 * @param content schema by media type; empty for an answer without a body
 */
public record Answer(int status, String description, Map<String, Schema> content) {

  public static Answer ok(String description, String mediaType, Schema schema) {
    return new Answer(200, description, Map.of(mediaType, schema));
  }

  public static Answer ok(String description, Schema json) {
    return ok(description, MediaTypes.JSON, json);
  }

  public static Answer empty(int status, String description) {
    return new Answer(status, description, Map.of());
  }

  public Answer or(String mediaType, Schema schema) {
    Map<String, Schema> more = new LinkedHashMap<>(content);
    more.put(mediaType, schema);
    return new Answer(status, description, more);
  }
}
