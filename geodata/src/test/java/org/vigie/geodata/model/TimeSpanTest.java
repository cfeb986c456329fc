package org.vigie.geodata.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Spans of time are half-open, and the one before another is as long. */
class TimeSpanTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-08T06:30:00Z");

  @Test
  void theSpanBeforeIsAsLongAndEndsWhereTheOtherStarts() {
    assertThat(TimeSpan.of(FIRST, LAST).before())
        .contains(TimeSpan.of(Instant.parse("2026-02-21T17:30:00Z"), FIRST));
  }

  @Test
  void theSpanBeforeThatOneFollowsWithoutGapOrOverlap() {
    TimeSpan before = TimeSpan.of(FIRST, LAST).before().orElseThrow();
    assertThat(before.before().orElseThrow().end()).isEqualTo(before.start());
  }

  @Test
  void nothingIsBeforeASpanWithoutStartOrEndOrLength() {
    assertThat(TimeSpan.ALWAYS.before()).isEmpty();
    assertThat(new TimeSpan(null, LAST).before()).isEmpty();
    assertThat(new TimeSpan(FIRST, null).before()).isEmpty();
    assertThat(TimeSpan.of(FIRST, FIRST).before()).isEmpty();
  }

  @Test
  void aSpanCannotEndBeforeItStarts() {
    assertThatThrownBy(() -> TimeSpan.of(LAST, FIRST)).hasMessageContaining("cannot end");
  }
}
