package org.vigie.server.http;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets answers that something is not there leave at whole steps of time. A row that is there and
 * hidden takes the database some microseconds longer than none, and thousands of questions would
 * tell one from the other.
 */
final class EvenPace {

  /** Longer than what is looked for nearly always takes, and too short to be felt. */
  private static final long STEP_NANOSECONDS = 2_000_000;

  private EvenPace() {}

  /**
   * Returns at the next whole step.
   *
   * @param begun when the request was taken up, by {@link System#nanoTime}
   */
  static void await(long begun) {
    long end = begun + ((System.nanoTime() - begun) / STEP_NANOSECONDS + 1) * STEP_NANOSECONDS;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
