package org.vigie.geodata.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Change;

/**
 * A time that a feature spent in one state without interruption.
 *
 * @param author who brought it there
 * @param reason why, where it was said; may be empty
 * @param until empty while it goes on
 */
public record Stay(
    String state, Author author, String reason, Instant since, Optional<Instant> until) {

  /**
   * As far as it is past.
   *
   * @param now in the mission; the clock of an exercise stands still at its end, and what people
   *     try out afterwards takes no time
   */
  public Duration lasting(Instant now) {
    Instant end = until.filter(ended -> ended.isBefore(now)).orElse(now);
    return since.isBefore(end) ? Duration.between(since, end) : Duration.ZERO;
  }

  /**
   * The stays that a log tells of, oldest first; the last one goes on unless the feature is gone.
   *
   * @param history versions of one feature, oldest first
   */
  public static List<Stay> of(Workflow workflow, List<Change> history) {
    List<Stay> stays = new ArrayList<>();
    for (Change change : history) {
      Optional<String> state = change.after().map(Feature::properties).map(workflow::stateOf);
      Optional<Stay> last =
          stays.isEmpty() ? Optional.empty() : Optional.of(stays.get(stays.size() - 1));
      if (state.equals(last.filter(stay -> stay.until.isEmpty()).map(Stay::state))) {
        continue;
      }
      last.filter(stay -> stay.until.isEmpty())
          .ifPresent(stay -> stays.set(stays.size() - 1, stay.endedAt(change.committedAt())));
      state.ifPresent(
          name ->
              stays.add(
                  new Stay(
                      name,
                      change.author(),
                      change.reason(),
                      change.committedAt(),
                      Optional.empty())));
    }
    return stays;
  }

  /** Time spent in each state in all, in the order in which they were first reached. */
  public static Map<String, Duration> totals(List<Stay> stays, Instant now) {
    Map<String, Duration> totals = new LinkedHashMap<>();
    stays.forEach(stay -> totals.merge(stay.state, stay.lasting(now), Duration::plus));
    return totals;
  }

  private Stay endedAt(Instant instant) {
    return new Stay(state, author, reason, since, Optional.of(instant));
  }
}
