package org.vigie.geodata.analysis.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/** The hotspots that stand now and how each was patrolled. */
final class Hotspots {

  private static final int PLACES_EACH = 400;

  private final List<Feature> standing = new ArrayList<>();
  private final List<Geometry> areas = new ArrayList<>();
  private int withoutArea;
  private int over;

  Hotspots(List<Feature> features, Instant now) {
    for (Feature feature : features) {
      TimeSpan time = feature.validTime();
      Instant end = time == null ? null : time.end();
      Geometry geometry = feature.geometry();
      if (geometry == null || !(geometry.getArea() > 0)) {
        withoutArea++;
      } else if (end != null && !end.isAfter(now)) {
        over++;
      } else {
        standing.add(feature);
        areas.add(geometry);
      }
    }
  }

  int size() {
    return standing.size();
  }

  /** In degrees, in the order of the hotspots' ids. */
  List<Geometry> areas() {
    return areas;
  }

  int withoutArea() {
    return withoutArea;
  }

  /** No longer valid today. */
  int over() {
    return over;
  }

  /** Never seen first, then the longest unseen; equal ones in the order of their ids. */
  List<HotspotCoverage> coverage(
      EqualAreaPlane plane,
      List<Track> tracks,
      double rangeM,
      double mergeSeconds,
      Window window,
      List<Events.Event> events,
      Progress progress) {
    SamplePoints sample = new SamplePoints();
    areas.forEach(h -> sample.add(PolygonsOnPlane.of(h, plane), PLACES_EACH));
    AreaPresence presence = new AreaPresence(sample, tracks, rangeM, window.start(), progress);
    List<HotspotCoverage> result = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      int area = i;
      Geometry geometry = areas.get(i);
      result.add(
          new HotspotCoverage(
              standing.get(i),
              geometry,
              presence.last(i),
              Arrays.stream(HotspotCoverage.DAYS)
                  .map(days -> presence.seenSince(area, window.daysAgo(days)))
                  .toArray(),
              presence.visits(i, mergeSeconds).since(window.start()),
              window,
              inside(geometry, events)));
    }
    result.sort(
        Comparator.comparing((HotspotCoverage h) -> !h.never()).thenComparing(h -> h.lastSecond()));
    return result;
  }

  private static long inside(Geometry area, List<Events.Event> events) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    return events.stream()
        .filter(e -> locator.locate(new Coordinate(e.lon(), e.lat())) != Location.EXTERIOR)
        .count();
  }
}
