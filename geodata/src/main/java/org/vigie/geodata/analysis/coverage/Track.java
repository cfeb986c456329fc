package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Positions in the order of time, on a plane.
 *
 * @param x metres east
 * @param y metres north
 * @param seconds since 1970 UTC at each position, never falling
 * @param timed whether these times were measured; else they are spread evenly along the way between
 *     departure and return
 */
@SuppressWarnings("ArrayRecordComponent") // one element a position; boxes would outweigh them
record Track(double[] x, double[] y, double[] seconds, boolean timed) {

  int size() {
    return x.length;
  }

  double start() {
    return seconds[0];
  }

  double end() {
    return seconds[seconds.length - 1];
  }

  /** The parts of a track that may be joined by straight legs, and why it was broken. */
  record Parts(List<Track> tracks, int gaps, int impossible) {}

  /**
   * Breaks the track where nothing is known of the way: between positions that are further apart in
   * time than a gap, or further apart in space than anybody travels in the time. Where times were
   * not measured, a leg that takes longer than the gap even at the highest speed is one. A position
   * with a break on both sides stays, as a place where somebody was.
   *
   * @param gapSeconds longest time between positions that still tells the way
   * @param metresPerSecond highest possible speed
   */
  Parts broken(double gapSeconds, double metresPerSecond) {
    List<Track> parts = new ArrayList<>();
    int from = 0;
    int gaps = 0;
    int impossible = 0;
    for (int i = 1; i < size(); i++) {
      double time = seconds[i] - seconds[i - 1];
      double metres = Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
      boolean tooFast = timed && metres > metresPerSecond * time;
      boolean gap = timed ? time > gapSeconds : metres > metresPerSecond * gapSeconds;
      if (tooFast || gap) {
        parts.add(part(from, i));
        from = i;
        impossible += tooFast ? 1 : 0;
        gaps += tooFast ? 0 : 1;
      }
    }
    parts.add(part(from, size()));
    return new Parts(parts, gaps, impossible);
  }

  private Track part(int from, int to) {
    return new Track(
        Arrays.copyOfRange(x, from, to),
        Arrays.copyOfRange(y, from, to),
        Arrays.copyOfRange(seconds, from, to),
        timed);
  }
}
