package org.vigie.geodata.layer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One word of a code list.
 *
 * @param code as stored
 * @param labels by language, {@code en} always present
 * @param broader code of the list that {@link Property#broader()} names, for example the category
 *     of an incident type; null for none
 */
public record Choice(String code, Map<String, String> labels, @Nullable String broader) {

  public String label() {
    return labels.getOrDefault("en", code);
  }
}
