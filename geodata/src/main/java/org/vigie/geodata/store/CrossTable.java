package org.vigie.geodata.store;

import java.util.List;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.LocalTimes;

/**
 * How often the values of two characteristics come together in one selection, exactly. A feature
 * with several codes counts once for each of them in rows, columns and cells, but once in the
 * total.
 *
 * @param asOf the state of the log all figures were read from
 * @param highest classification of the highest feature that was counted; UNCLASSIFIED when none was
 * @param count matching features
 * @param rows features by value of the first characteristic, in the order of their values
 * @param columns by value of the second
 * @param cells by both, those without any left out, in the order of rows and columns
 */
public record CrossTable(
    LogPosition asOf,
    Classification highest,
    long count,
    List<Count> rows,
    List<Count> columns,
    List<Cell> cells) {

  /**
   * What features are told apart by.
   *
   * @param kind a property, or a part of the moment at which the valid time starts
   * @param property name of a property with countable values; empty for parts of time
   */
  public record Dimension(Kind kind, String property) {

    public static Dimension of(String property) {
      return new Dimension(Kind.PROPERTY, property);
    }

    public static Dimension of(Kind kind) {
      return new Dimension(kind, "");
    }
  }

  /**
   * Values of time are text that sorts: months {@code 2026-04} in UTC, days of the week 1 (Monday)
   * to 7 (ISO 8601) and hours {@code 00} to {@code 23} of a local clock, as a filter's {@code
   * dayOfWeek} and {@code timeOfDay} have them: unknown where the precision of the time is not
   * stated or does not reach so far.
   */
  public enum Kind {
    PROPERTY,
    MONTH,
    WEEKDAY,
    HOUR
  }

  /**
   * @param value empty for unknown
   */
  public record Count(String value, long count) {}

  public record Cell(String row, String column, long count) {}

  /**
   * @param rows the first characteristic
   * @param columns the second
   * @param zone of the local clock of days and hours
   */
  public record Request(Dimension rows, Dimension columns, LocalTimes zone) {}
}
