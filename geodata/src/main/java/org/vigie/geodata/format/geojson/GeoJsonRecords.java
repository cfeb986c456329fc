package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** The features of a file before they are understood, one JSON value at a time. */
interface GeoJsonRecords extends AutoCloseable {

  /**
   * One value, or why there is none.
   *
   * @param text the record as it stood where it could not be parsed, else empty
   */
  record Item(long line, Optional<JsonNode> node, String text, List<Fault> faults) {

    static Item of(long line, JsonNode node) {
      return new Item(line, Optional.of(node), "", List.of());
    }

    static Item refused(long line, String text, Fault fault) {
      return new Item(line, Optional.empty(), text, List.of(fault));
    }
  }

  /** The next; empty after the last. */
  Optional<Item> next() throws IOException, BadInputException;

  @Override
  void close() throws IOException;
}
