package org.vigie.server.exercise;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells how far a long load is, how fast it goes, and how long it will still take. */
final class Pace {

  private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final long all;
  private final long before;
  private final Consumer<String> progress;
  private final long start = System.nanoTime();
  private long done;
  private long told = start;

  /**
   * @param all how many there will be in the end
   * @param before how many were there at the beginning
   * @param progress told at most every two seconds
   */
  Pace(long all, long before, Consumer<String> progress) {
    this.all = all;
    this.before = before;
    this.progress = progress;
  }

  /** One more is on its way. */
  void count() {
    done++;
    if (done % 1_000 == 0 && System.nanoTime() - told > EVERY_NANOS) {
      tell();
    }
  }

  /** Says it now. */
  void tell() {
    told = System.nanoTime();
    double seconds = (told - start) / 1e9;
    double rate = done / Math.max(seconds, 1e-3);
    progress.accept(
        String.format(
            Locale.ROOT,
            "%,d of %,d incidents, %,.0f a second, %s",
            before + done,
            all,
            rate,
            before + done == all
                ? String.format(Locale.ROOT, "%.0f s in all", seconds)
                : left((all - before - done) / rate)));
  }

  private static String left(double seconds) {
    return seconds < 90
        ? String.format(Locale.ROOT, "%.0f s left", seconds)
        : String.format(Locale.ROOT, "%.0f min left", seconds / 60);
  }
}
