package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** The one JSON parser set-up for files from outside. */
final class Json {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.TEXT_CHARACTERS)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .build();

  /** For answers that are small. */
  static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

  private Json() {}

  static Fault fault(JsonProcessingException bad) {
    return Fault.of(
        null,
        "the JSON is broken: " + bad.getOriginalMessage().lines().findFirst().orElse("no reason"),
        "Export the file again, or check it with a JSON validator");
  }

  static BadInputException broken(String file, JsonProcessingException bad) {
    long line = bad.getLocation() == null ? 0 : Math.max(0, bad.getLocation().getLineNr());
    return new BadInputException(fault(bad).at(file, line));
  }
}
