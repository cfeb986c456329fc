package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Ground;

/** What a basemap holds, or why it was refused, as text in its row. */
final class GroundJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GroundJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Optional<Ground> ground(String text) {
    return read(text, Ground.class);
  }

  static Optional<Fault> fault(String text) {
    return read(text, Fault.class);
  }

  private static <T> Optional<T> read(String text, Class<T> type) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(MAPPER.readValue(text, type));
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("vigie.basemap holds what was not written here", notOurs);
    }
  }
}
