package org.vigie.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failures by key within a sliding window; bounded in memory, the keys longest unused go first. All
 * times in milliseconds since the epoch.
 */
final class FailureCounts {

  private static final int MAX_KEYS = 50_000;
  private static final int MAX_DOUBLINGS = 5;

  private final Clock clock;
  private final int allowed;
  private final long window;
  private final boolean growing;
  private final Map<String, Failures> byKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MAX_KEYS;
        }
      };

  private static final class Failures {
    final Deque<Long> times = new ArrayDeque<>();
    int beyond;
    long closedUntil;
  }

  /**
   * @param growing whether further ones go through after a wait that doubles each time, from a
   *     thirty-second part of the window to the whole; else nothing does until the oldest failure
   *     leaves the window
   */
  FailureCounts(Clock clock, int allowed, Duration window, boolean growing) {
    this.clock = clock;
    this.allowed = allowed;
    this.window = window.toMillis();
    this.growing = growing;
  }

  /** Counts an attempt as failed and answers zero; or counts nothing and says how long to wait. */
  synchronized Duration reserve(String key) {
    long now = clock.millis();
    Failures failures = byKey.computeIfAbsent(key, k -> new Failures());
    while (!failures.times.isEmpty() && failures.times.peekFirst() <= now - window) {
      failures.times.removeFirst();
    }
    if (failures.times.isEmpty()) {
      failures.beyond = 0;
    }
    if (now < failures.closedUntil) {
      return Duration.ofMillis(failures.closedUntil - now);
    }
    if (failures.times.size() >= allowed) {
      if (!growing) {
        return Duration.ofMillis(failures.times.getFirst() + window - now);
      }
      // One more goes through, and the next must wait twice as long as this one had to.
      long step = window / 32;
      failures.closedUntil = now + (step << Math.min(failures.beyond, MAX_DOUBLINGS));
      failures.beyond++;
      failures.times.removeFirst();
    }
    failures.times.addLast(now);
    return Duration.ZERO;
  }

  /**
   * Forgets what was counted until a moment.
   *
   * @param until milliseconds since the epoch
   */
  synchronized void forget(String key, long until) {
    Failures failures = byKey.get(key);
    if (failures != null) {
      failures.times.removeIf(time -> time <= until);
    }
  }

  synchronized void takeBack(String key) {
    Failures failures = byKey.get(key);
    if (failures != null) {
      failures.times.pollLast();
    }
  }
}
