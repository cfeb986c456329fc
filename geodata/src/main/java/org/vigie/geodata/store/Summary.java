package org.vigie.geodata.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.model.Classification;

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
    Map<String, Double> sums) {

  /**
   * @param groupBy property to break down by; empty string for none
   * @param period length of the periods in the answer
   * @param sums numeric properties to add up
   */
  public record Request(String groupBy, Step period, List<String> sums) {

    /** Count and highest mark alone. */
    public static final Request TOTALS = new Request("", Step.NONE, List.of());
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
}
