package org.vigie.geodata.format;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user declares about a file. Everything left open is detected or refused, never guessed.
 *
 * @param format name of the format
 * @param delimiter between the cells of a CSV file
 * @param encoding of the text
 * @param decimalComma whether numbers are written 1,5
 * @param dateOrder of dates written in numbers
 * @param zone time zone of times that name none
 * @param header whether the first line names the columns; without one they are named 1, 2, 3…
 * @param sourceSystem the system that named the records
 * @param identity columns that together name a record in that system
 * @param columns target by column name; a column not named is matched by its heading, and one
 *     mapped to {@code -} is kept as provenance only
 * @param constants value by target, for what no column says
 * @param values by target, the value to take for a word of the file
 */
public record Mapping(
    Optional<String> format,
    Optional<Character> delimiter,
    Optional<Charset> encoding,
    Optional<Boolean> decimalComma,
    Optional<DateOrder> dateOrder,
    ZoneId zone,
    boolean header,
    Optional<String> sourceSystem,
    List<String> identity,
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, Map<String, String>> values) {

  /** Target of a column that fills nothing. */
  public static final String NOWHERE = "-";

  public static final Mapping NONE =
      new Mapping(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ZoneId.of("UTC"),
          true,
          Optional.empty(),
          List.of(),
          Map.of(),
          Map.of(),
          Map.of());

  public Mapping withFormat(String name) {
    return new Mapping(
        Optional.of(name),
        delimiter,
        encoding,
        decimalComma,
        dateOrder,
        zone,
        header,
        sourceSystem,
        identity,
        columns,
        constants,
        values);
  }
}
