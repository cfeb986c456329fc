package org.vigie.geodata.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.ClockHours;

/**
 * Exact figures of one selection.
 *
 * @param asOf the state of the log all figures were read from
 * @param highest classification of the highest feature that was counted, as it was then or as it is
 *     now when that is higher; UNCLASSIFIED when none was
 * @param compartments every compartment of a feature that was counted, then or now
 * @param count matching features
 * @param unmapped of these, features without a geometry (never inside an area)
 * @param groups count and sums by value of the request's property, largest first; the empty string
 *     stands for unknown. A feature with several codes counts once for each
 * @param periods count by period (UTC) in which the valid time starts, in order, gaps left out
 * @param byHours counts by the hours of a clock, when the request has them
 * @param sums total of each requested numeric property
 */
public record Summary(
    LogPosition asOf,
    Classification highest,
    Set<String> compartments,
    long count,
    long unmapped,
    List<Group> groups,
    List<Period> periods,
    Optional<ByHours> byHours,
    Map<String, Double> sums) {

  /**
   * @param groupBy property to break down by; empty string for none
   * @param period length of the periods in the answer
   * @param hours stretches of a clock to count by instead of periods
   * @param sums numeric properties to add up
   */
  public record Request(
      String groupBy, Step period, Optional<ClockHours> hours, List<String> sums) {

    /** Count and highest mark alone. */
    public static final Request TOTALS = new Request("", Step.NONE, List.of());

    public Request(String groupBy, Step period, List<String> sums) {
      this(groupBy, period, Optional.empty(), sums);
    }

    public Request(String groupBy, ClockHours hours, List<String> sums) {
      this(groupBy, Step.NONE, Optional.of(hours), sums);
    }
  }

  /** Length of a period. Weeks start on Monday (ISO 8601). */
  public enum Step {
    NONE,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /** Count and sums of one value. */
  public record Group(String value, long count, Map<String, Double> sums) {}

  /** Counts of one period, in all and by group value. */
  public record Period(LocalDate start, long count, Map<String, Long> byGroup) {}

  /**
   * Counts by the hour of the start. What is known to the day or less well has no hour: its
   * midnight is an artefact. What starts after the last stretch, or at no known time, is in none.
   *
   * @param stretches one for each of the request's, empty ones too
   * @param before what starts before the first
   * @param unknown what starts before the end, but nobody knows at what hour
   */
  public record ByHours(List<Counted> stretches, Counted before, Counted unknown) {}

  /** A count, in all and by group value. */
  public record Counted(long count, Map<String, Long> byGroup) {

    public static final Counted NONE = new Counted(0, Map.of());
  }
}
