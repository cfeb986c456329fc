package org.vigie.geodata.analysis.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/**
 * Patrols as tracks on a plane: which can be used, where they were broken, what their times are
 * worth. Positions carry the time when the line has a measure (M, seconds since 1970 UTC) at each;
 * else time is spread evenly over the length between departure and return, so that a place far from
 * the base is not taken for seen on the day of the return.
 */
final class PatrolTracks {

  /** A shorter time for a whole line is a missing duration rather than a short patrol. */
  private static final double LEAST_SECONDS = 60;

  private final EqualAreaPlane plane;
  private final double now;
  private final double gapSeconds;
  private final double metresPerSecond;

  private final List<Track> parts = new ArrayList<>();
  private final Map<String, Long> dropped = new LinkedHashMap<>();
  private int patrols;
  private int gaps;
  private int impossible;
  private int untimed;
  private double longestSeconds;
  private double first = Double.POSITIVE_INFINITY;

  PatrolTracks(EqualAreaPlane plane, Instant now, double gapMinutes, double maxSpeedKmh) {
    this.plane = plane;
    this.now = now.toEpochMilli() / 1e3;
    gapSeconds = gapMinutes * 60;
    metresPerSecond = maxSpeedKmh / 3.6;
  }

  PatrolTracks addAll(List<Feature> features) {
    features.forEach(this::add);
    return this;
  }

  private void add(Feature patrol) {
    Geometry line = patrol.geometry();
    TimeSpan time = patrol.validTime();
    Instant start = time == null ? null : time.start();
    if ("CANCELLED".equals(patrol.properties().get("result"))) {
      drop("the patrol was cancelled");
    } else if (line == null || line.isEmpty()) {
      drop("the patrol has no track");
    } else if (time == null || start == null) {
      drop("the patrol has no time");
    } else if (start.toEpochMilli() / 1e3 >= now) {
      drop("the patrol lies after today");
    } else {
      Instant end = time.end();
      double from = start.toEpochMilli() / 1e3;
      take(line, from, end == null ? now : Math.max(from, Math.min(now, end.toEpochMilli() / 1e3)));
    }
  }

  private void take(Geometry line, double from, double to) {
    double length = 0;
    boolean timed = true;
    for (int i = 0; i < line.getNumGeometries(); i++) {
      length += Leg.length(line.getGeometryN(i).getCoordinates());
      for (Coordinate c : line.getGeometryN(i).getCoordinates()) {
        timed &= !Double.isNaN(c.getM());
      }
    }
    boolean lasting = to - from >= LEAST_SECONDS;
    if (!timed && lasting && length > metresPerSecond * (to - from)) {
      drop("the patrol was faster on the whole than the highest speed: an aircraft or wrong times");
      return;
    }
    patrols++;
    untimed += timed ? 0 : 1;
    longestSeconds = Math.max(longestSeconds, timed ? 0 : to - from);
    first = Math.min(first, from);
    double done = 0;
    for (int i = 0; i < line.getNumGeometries(); i++) {
      Coordinate[] degrees = line.getGeometryN(i).getCoordinates();
      double[] seconds = new double[degrees.length];
      double latest = Double.NEGATIVE_INFINITY;
      for (int v = 0; v < degrees.length; v++) {
        done += v == 0 ? 0 : Leg.metres(degrees[v - 1], degrees[v]);
        double at =
            timed ? degrees[v].getM() : from + (length == 0 ? 0 : done / length) * (to - from);
        latest = Math.min(now, Math.max(latest, at));
        seconds[v] = latest;
      }
      breakUp(degrees, seconds, timed);
    }
  }

  /** Broken between the positions that were given, and only then made of short straight pieces. */
  private void breakUp(Coordinate[] degrees, double[] seconds, boolean timed) {
    double[] x = new double[degrees.length];
    double[] y = new double[degrees.length];
    double[] lon = new double[degrees.length];
    double[] lat = new double[degrees.length];
    for (int v = 0; v < degrees.length; v++) {
      Coordinate metres = plane.toMetres(degrees[v].x, degrees[v].y);
      x[v] = metres.x;
      y[v] = metres.y;
      lon[v] = degrees[v].x;
      lat[v] = degrees[v].y;
    }
    Track.Parts broken = new Track(x, y, seconds, timed).broken(gapSeconds, metresPerSecond);
    gaps += broken.gaps();
    impossible += broken.impossible();
    int at = 0;
    for (Track part : broken.tracks()) {
      parts.add(Leg.fine(part, lon, lat, at, plane));
      at += part.size();
    }
  }

  private void drop(String reason) {
    dropped.merge(reason, 1L, Long::sum);
  }

  /** Unbroken parts in the order of the patrols and of time. */
  List<Track> parts() {
    return parts;
  }

  /** Patrols left out, by reason. */
  Map<String, Long> dropped() {
    return dropped;
  }

  int patrols() {
    return patrols;
  }

  int gaps() {
    return gaps;
  }

  int impossible() {
    return impossible;
  }

  /** Patrols of which only departure and return are known. */
  int untimed() {
    return untimed;
  }

  /** Longest time between departure and return where no more is known: how wrong a time can be. */
  double longestSeconds() {
    return longestSeconds;
  }

  /** Departure of the first patrol, in seconds since 1970; infinite without any. */
  double first() {
    return first;
  }
}
