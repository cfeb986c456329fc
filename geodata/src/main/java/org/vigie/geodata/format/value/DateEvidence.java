package org.vigie.geodata.format.value;

import java.time.LocalTime;
import java.util.Optional;
import org.vigie.geodata.format.DateOrder;

/**
 * What all dates of one column say about how they are written. It takes a value that cannot be a
 * month to tell day from month; without one, or with some that speak for either order, it refuses
 * to guess.
 */
public final class DateEvidence {

  private long onlyDayFirst;
  private long onlyMonthFirst;
  private long either;
  private boolean timeOfDay;
  private String example = "";

  public void see(String text) {
    DateParts.find(text.strip()).ifPresent(parts -> see(text, parts));
  }

  private void see(String text, DateParts parts) {
    timeOfDay |= parts.time().filter(t -> !t.equals(LocalTime.MIDNIGHT)).isPresent();
    if (!parts.needsOrder() || parts.first() == parts.second()) {
      return;
    }
    if (parts.first() > 12) {
      onlyDayFirst++;
    } else if (parts.second() > 12) {
      onlyMonthFirst++;
    } else {
      example = either == 0 ? text.strip() : example;
      either++;
    }
  }

  /** The order, once it is certain; empty when no date needs one or it stays open. */
  public Optional<DateOrder> order() {
    if (onlyDayFirst > 0 && onlyMonthFirst == 0) {
      return Optional.of(DateOrder.DAY_MONTH_YEAR);
    }
    if (onlyMonthFirst > 0 && onlyDayFirst == 0) {
      return Optional.of(DateOrder.MONTH_DAY_YEAR);
    }
    return Optional.empty();
  }

  /** Whether some date could be read in two ways and nothing in the column settles it. */
  public boolean isOpen() {
    return order().isEmpty() && (either > 0 || (onlyDayFirst > 0 && onlyMonthFirst > 0));
  }

  /** Whether the column speaks for both orders at once. */
  public boolean isContradictory() {
    return onlyDayFirst > 0 && onlyMonthFirst > 0;
  }

  /** A date that could be read in two ways. */
  public String example() {
    return example;
  }

  /** Whether every time of day is midnight, so that the column holds dates. */
  public boolean allMidnight() {
    return !timeOfDay;
  }
}
