package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Goes through the rows of a layer that fulfil all conditions. In each segment the cheaper way is
 * taken: all zones that the places do not rule out, or the rows that the order of the times or of
 * the ids offers.
 */
final class Scan {

  /** Takes what was found, zone by zone. */
  interface Found {
    /**
     * @param rows one bit each; not kept by the scan
     */
    void take(Segment segment, int zone, long[] rows);
  }

  private final List<Condition> conditions;

  /** Whatever a box around a zone can rule out comes first: mostly that is nearly all zones. */
  private final List<Condition> byBox;

  private final List<Offer> offers;

  Scan(List<Condition> all) {
    conditions = new ArrayList<>(all);
    conditions.sort(Comparator.comparing(Condition::cost));
    byBox = new ArrayList<>(conditions);
    byBox.sort(Comparator.comparing(each -> !(each instanceof PlaceCondition)));
    offers = all.stream().filter(Scan::isSelective).map(each -> (Offer) each).toList();
  }

  private static boolean isSelective(Condition condition) {
    return condition instanceof DatetimeCondition window
        ? window.isSelective()
        : condition instanceof Offer;
  }

  /** Whether place or time leave few rows to look at, so that more threads would not help. */
  private boolean isNarrow() {
    return offers.stream().anyMatch(DatetimeCondition.class::isInstance)
        || conditions.stream().anyMatch(PlaceCondition.class::isInstance);
  }

  /** Goes through all parts, on several cores when there are many. */
  <T extends Found> T of(List<Part> parts, Supplier<T> empty, BiConsumer<T, T> join) {
    return Shares.over(parts, isNarrow() ? 64 : 8, empty, (found, part) -> of(part, found), join);
  }

  void of(Part part, Found found) {
    Segment segment = part.segment();
    long[] rows = new long[segment.zoneCount() * Zones.WORDS];
    int openZones = 0;
    for (int zone = 0; zone < segment.zoneCount(); zone++) {
      if (isOpen(segment, zone)) {
        part.live(zone, rows);
        openZones++;
      }
    }
    if (openZones == 0) {
      return;
    }
    narrowToOffer(segment, openZones, rows);
    for (Condition condition : conditions) {
      condition.narrow(segment, rows);
    }
    long[] ofZone = new long[Zones.WORDS];
    for (int zone = 0; zone < segment.zoneCount(); zone++) {
      System.arraycopy(rows, zone * Zones.WORDS, ofZone, 0, Zones.WORDS);
      if (!Truth.isEmpty(ofZone)) {
        found.take(segment, zone, ofZone);
      }
    }
  }

  private boolean isOpen(Segment segment, int zone) {
    for (Condition condition : byBox) {
      if (condition.ofZone(segment, zone) < 0) {
        return false;
      }
    }
    return true;
  }

  private void narrowToOffer(Segment segment, int openZones, long[] rows) {
    long least = (long) openZones * Zones.ROWS;
    Optional<Offer> cheapest = Optional.empty();
    for (Offer offer : offers) {
      long price = offer.price(segment);
      if (price < least) {
        least = price;
        cheapest = Optional.of(offer);
      }
    }
    if (cheapest.isPresent()) {
      long[] offered = new long[rows.length];
      cheapest.get().mark(segment, offered);
      for (int word = 0; word < rows.length; word++) {
        rows[word] &= offered[word];
      }
    }
  }
}
