package org.vigie.geodata.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/**
 * What an analysis looks at.
 *
 * @param area the area the events were selected in, Polygon or MultiPolygon in WGS 84
 *     longitude/latitude; empty when the selection has no area
 * @param period the time the events were selected in, empty when the selection has no dates; either
 *     end may be open
 * @param now moment of the last change the events are read from: what an analysis takes for today
 * @param companions features by name of the {@link Companion}, in the order of their ids; a name is
 *     absent when no layer was chosen for it
 */
public record Subject(
    Events events,
    Optional<Geometry> area,
    Optional<TimeSpan> period,
    Instant now,
    Map<String, List<Feature>> companions) {

  /** Events alone, without area, period and companions, seen at a moment. */
  public static Subject of(Events events, Instant now) {
    return new Subject(events, Optional.empty(), Optional.empty(), now, Map.of());
  }

  /** The features of a companion, none when no layer was chosen for it. */
  public List<Feature> companion(String name) {
    return companions.getOrDefault(name, List.of());
  }
}
