package org.vigie.server.exercise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that one officer takes within an hour, in one transaction, as far as the order in which the
 * features are written stays the same and none is written twice.
 */
final class Sittings {

  private final List<List<Step>> done = new ArrayList<>();
  private final List<List<Step>> open = new ArrayList<>();

  private Sittings() {}

  /**
   * @param steps in the order of their times
   */
  static List<List<Step>> of(List<Step> steps) {
    Sittings sittings = new Sittings();
    Instant hour = Instant.MIN;
    for (Step step : steps) {
      Instant now = step.at().truncatedTo(ChronoUnit.HOURS);
      if (!now.equals(hour)) {
        sittings.close();
        hour = now;
      }
      sittings.add(step);
    }
    sittings.close();
    return sittings.done;
  }

  private void close() {
    done.addAll(open);
    open.clear();
  }

  private void add(Step step) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).stream().anyMatch(other -> meets(other, step))) {
        break;
      }
      Step first = open.get(i).get(0);
      if (first.author().equals(step.author()) && first.reason().equals(step.reason())) {
        open.get(i).add(step);
        return;
      }
    }
    open.add(new ArrayList<>(List.of(step)));
  }

  private static boolean meets(Step one, Step other) {
    return one.about().stream().anyMatch(other.about()::contains);
  }
}
