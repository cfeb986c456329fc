package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the index takes, counted in the bytes of its arrays. */
class IndexSizeTest {

  private static final int EVENTS = 200_000;

  @Test
  void anEventWithAllItsCodesTakesNoMoreThanSixtyBytes() {
    double bytes = bytesOfAnEvent(5);
    System.out.printf("%.1f bytes an event, all codes and numbers of the layer%n", bytes);
    assertThat(bytes).isLessThanOrEqualTo(60);
  }

  /** The control: the count of bytes sees what is kept. */
  @Test
  void placesWithMoreThanSevenDecimalsTakeSixteenMore() {
    assertThat(bytesOfAnEvent(9)).isBetween(bytesOfAnEvent(5) + 15.9, bytesOfAnEvent(5) + 16.1);
  }

  @Test
  void thereIsNoRoomForLessThanWhatIsThere() {
    assertThat(built(5).snapshot().count()).isEqualTo(EVENTS);
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
