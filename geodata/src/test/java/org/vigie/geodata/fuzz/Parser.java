package org.vigie.geodata.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.geodata.model.BadInputException;

/**
 * Something that reads what comes from outside.
 *
 * @param seeds input that it reads
 */
public record Parser(String name, List<byte[]> seeds, Reading reading) {

  /** Reads or refuses; anything else that it throws is a finding. */
  @FunctionalInterface
  public interface Reading {
    void read(byte[] input) throws BadInputException, IOException;
  }

  /** Reads text. */
  @FunctionalInterface
  public interface TextReading {
    void read(String input) throws BadInputException, IOException;
  }

  public static Parser ofText(String name, TextReading reading, String... seeds) {
    return new Parser(
        name,
        Arrays.stream(seeds).map(s -> s.getBytes(StandardCharsets.UTF_8)).toList(),
        input -> reading.read(new String(input, StandardCharsets.UTF_8)));
  }

  /**
   * Whether the input could be read.
   *
   * @throws AssertionError when it was refused without saying why and what to do
   */
  public boolean reads(byte[] input) throws IOException {
    try {
      reading.read(input);
      return true;
    } catch (BadInputException refused) {
      if (refused.faults().isEmpty()
          || refused.faults().get(0).what().isBlank()
          || refused.faults().get(0).fix().isBlank()) {
        throw new AssertionError("refused without a reason: " + refused.faults(), refused);
      }
      return false;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
