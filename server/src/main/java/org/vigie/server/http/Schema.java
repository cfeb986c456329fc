package org.vigie.server.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema in the dialect of OpenAPI 3.0, built by copying: every {@code with} returns another
 * schema.
 */
public record Schema(@JsonValue Map<String, Object> keywords) {

  public Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  public static Schema of(String type) {
    return new Schema(Map.of("type", type));
  }

  public static Schema string() {
    return of("string");
  }

  public static Schema number() {
    return of("number");
  }

  public static Schema integer() {
    return of("integer");
  }

  public static Schema integer(long minimum, long maximum, long standard) {
    return integer().with("minimum", minimum).with("maximum", maximum).with("default", standard);
  }

  public static Schema bool() {
    return of("boolean");
  }

  public static Schema array(Schema items) {
    return of("array").with("items", items);
  }

  public static Schema words(List<String> words) {
    return string().with("enum", List.copyOf(words));
  }

  /** An object with these properties; others are allowed. */
  public static Schema object(Map<String, Schema> properties) {
    return of("object").with("properties", properties);
  }

  /** An object with these properties, named and given by turns; others are allowed. */
  public static Schema object(Object... namesAndSchemas) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.put((String) namesAndSchemas[i], (Schema) namesAndSchemas[i + 1]);
    }
    return object(properties);
  }

  /** A schema kept under this name in the document's components. */
  public static Schema ref(String name) {
    return new Schema(Map.of("$ref", "#/components/schemas/" + name));
  }

  public Schema with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }

  public Schema requiring(String... names) {
    return with("required", List.of(names));
  }

  public Schema titled(String title) {
    return with("title", title);
  }

  public Schema described(String description) {
    return with("description", description);
  }
}
