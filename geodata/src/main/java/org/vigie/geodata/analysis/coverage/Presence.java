package org.vigie.geodata.analysis.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.analysis.Progress;

/**
 * When places had somebody within a range: {@code tsp(u, t) = t - max{t_k : d(u, track_k) <= r}}
 * needs the last of these times, presence their sum. Time runs evenly along a leg. A place that
 * nobody came near has no time at all, which is not 0 and not safe.
 *
 * <p>Places lie in buckets about as wide as the range; cost: the legs times the places in the
 * buckets they pass, some 0.1 µs each.
 */
final class Presence {

  /** Narrower buckets would be many that hold nothing along each leg. */
  private static final double LEAST_WIDTH = 1_000;

  private static final int[] NONE = {};

  private final double[] x;
  private final double[] y;
  private final double range;
  private final double width;
  private final Map<Long, int[]> buckets = new HashMap<>();

  /**
   * @param x metres east of each place
   * @param y metres north
   * @param range metres, more than 0
   */
  Presence(double[] x, double[] y, double range) {
    this.x = x;
    this.y = y;
    this.range = range;
    width = Math.max(range, LEAST_WIDTH);
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      counts.merge(key(bucket(x[i]), bucket(y[i])), 1, Integer::sum);
    }
    counts.forEach((key, count) -> buckets.put(key, new int[count]));
    for (int i = x.length - 1; i >= 0; i--) {
      long key = key(bucket(x[i]), bucket(y[i]));
      int left = counts.merge(key, -1, Integer::sum);
      buckets.getOrDefault(key, new int[0])[left] = i;
    }
  }

  /** Hears of every leg that passes a place. */
  @FunctionalInterface
  interface Heard {

    /** From one moment to the other, in seconds since 1970, the place was within the range. */
    void near(int place, double from, double to);
  }

  /** Tells of every leg of every track, in their order. */
  void along(List<Track> tracks, Progress progress, Heard heard) {
    for (int t = 0; t < tracks.size(); t++) {
      progress.at((double) t / tracks.size(), "following patrol " + (t + 1));
      Track track = tracks.get(t);
      if (track.size() == 1) {
        leg(track, 0, 0, heard);
      }
      for (int i = 1; i < track.size(); i++) {
        leg(track, i - 1, i, heard);
      }
    }
  }

  private void leg(Track track, int from, int to, Heard heard) {
    double x1 = track.x()[from];
    double y1 = track.y()[from];
    double x2 = track.x()[to];
    double y2 = track.y()[to];
    long left = bucket(Math.min(x1, x2) - range);
    long right = bucket(Math.max(x1, x2) + range);
    long low = bucket(Math.min(y1, y2) - range);
    long high = bucket(Math.max(y1, y2) + range);
    for (long column = left; column <= right; column++) {
      for (long row = low; row <= high; row++) {
        for (int place : buckets.getOrDefault(key(column, row), NONE)) {
          pass(place, track, from, to, heard);
        }
      }
    }
  }

  /**
   * The part of the leg inside the circle around the place: a quadratic in the share of the leg.
   */
  private void pass(int place, Track track, int from, int to, Heard heard) {
    double dx = track.x()[to] - track.x()[from];
    double dy = track.y()[to] - track.y()[from];
    double fx = track.x()[from] - x[place];
    double fy = track.y()[from] - y[place];
    double a = dx * dx + dy * dy;
    double c = fx * fx + fy * fy - range * range;
    double enter = 0;
    double exit = 1;
    if (a == 0) {
      if (c > 0) {
        return;
      }
    } else {
      double half = fx * dx + fy * dy;
      double root = half * half - a * c;
      if (root < 0) {
        return;
      }
      enter = Math.max(0, (-half - Math.sqrt(root)) / a);
      exit = Math.min(1, (-half + Math.sqrt(root)) / a);
      if (enter > exit) {
        return;
      }
    }
    double start = track.seconds()[from];
    double time = track.seconds()[to] - start;
    heard.near(place, start + enter * time, start + exit * time);
  }

  private long bucket(double metres) {
    return (long) Math.floor(metres / width);
  }

  private static long key(long column, long row) {
    return (column << 32) ^ (row & 0xFFFF_FFFFL);
  }
}
