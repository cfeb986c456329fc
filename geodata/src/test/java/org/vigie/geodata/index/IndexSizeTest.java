package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the index takes, counted in the bytes of its arrays and once in those of the heap. */
class IndexSizeTest {

  private static final int EVENTS = 200_000;

  /** The different values of the layer, which do not grow with the events. */
  private static final int DICTIONARIES = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 15})
  void anEventWithAllItsCodesTakesNoMoreThanSixtyBytes(int decimals) {
    double bytes = bytesOfAnEvent(decimals);
    System.out.printf(
        "%.1f bytes an event, all codes and numbers of the layer, places of %d decimals%n",
        bytes, decimals);
    assertThat(bytes).isLessThanOrEqualTo(60);
  }

  /** The control: the count of bytes sees what is kept. */
  @Test
  void placesWithMoreThanSevenDecimalsTakeSomeBytesMore() {
    assertThat(bytesOfAnEvent(15)).isBetween(bytesOfAnEvent(7) + 5, bytesOfAnEvent(7) + 8);
    assertThat(bytesOfAnEvent(7)).isCloseTo(bytesOfAnEvent(5), within(0.5));
  }

  @Test
  void thereIsNoRoomForLessThanWhatIsThere() {
    assertThat(built(5).snapshot().count()).isEqualTo(EVENTS);
  }

  /** The count is honest: so much more is in use after a collection, and objects around it. */
  @Test
  void theHeapGrowsByNoMoreThanWhatIsCounted() {
    EventIndex first = built(15);
    long before = heapInUse();
    EventIndex second = built(15);
    double grown = heapInUse() - before;
    double counted = second.snapshot().bytes();
    System.out.printf(
        "%.1f bytes an event counted, %.1f of heap%n", counted / EVENTS, grown / EVENTS);
    assertThat(first.snapshot().count()).isEqualTo(second.snapshot().count());
    assertThat(grown).isBetween(0.95 * counted, 1.05 * counted + DICTIONARIES);
  }

  private static long heapInUse() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static double bytesOfAnEvent(int decimals) {
    Snapshot snapshot = built(decimals).snapshot();
    return (double) snapshot.bytes() / snapshot.count();
  }

  private static EventIndex built(int decimals) {
    EventIndex index = new EventIndex(new MadeUpEvents(EVENTS, decimals), RandomEvents.CATALOG);
    index.build(2);
    return index;
  }
}
