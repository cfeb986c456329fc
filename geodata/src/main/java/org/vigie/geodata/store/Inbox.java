package org.vigie.geodata.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;

/**
 * What waits for somebody: features in a state that should be left, reports that nobody linked.
 *
 * <p>The order: first by severity, where an unknown one counts as {@value #UNKNOWN_SEVERITY}; then
 * by how long it has waited against the time its state may take; then by when it happened.
 *
 * @param counts how many wait, by queue; queues where nothing waits are left out
 * @param items one page, the most pressing first
 */
public record Inbox(LogPosition asOf, Map<String, Long> counts, List<Waiting> items) {

  /** Queue of reports that are linked to nothing. */
  public static final String REPORTS = "REPORT";

  /** Queue of such reports that correct another. */
  public static final String CORRECTIONS = "CORRECTION";

  /** What nobody has judged yet stands in the middle, not at the end. */
  public static final int UNKNOWN_SEVERITY = 3;

  /**
   * Whose inbox.
   *
   * @param layer one with a workflow
   * @param queue a state, {@link #REPORTS} or {@link #CORRECTIONS}; empty for all
   * @param now against which waiting is measured
   */
  public record Request(Layer layer, Optional<String> queue, int limit, int offset, Instant now) {}

  /**
   * One thing that waits.
   *
   * @param queue its state, or what kind of report it is
   * @param since when it came there
   * @param target within which time it should be gone from there
   */
  public record Waiting(Feature feature, String queue, Instant since, Duration target) {}

  /** How many wait in all queues. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
