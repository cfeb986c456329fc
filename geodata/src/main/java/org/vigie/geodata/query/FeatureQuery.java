package org.vigie.geodata.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.TimeSpan;

/**
 * Which features of one layer are meant. Every exit (items, counts, statistics, analyses, exports)
 * takes this, so that one selection gives one answer everywhere.
 *
 * @param bbox features whose geometry intersects the box
 * @param area features whose geometry intersects this polygon (WGS 84 longitude/latitude)
 * @param datetime features whose valid time intersects the half-open span; timeless features always
 *     pass
 * @param asKnownAt the state of the log at this moment; empty for now
 */
public record FeatureQuery(
    Layer layer,
    Optional<BoundingBox> bbox,
    Optional<Geometry> area,
    TimeSpan datetime,
    Filter filter,
    List<SortKey> sort,
    Optional<Instant> asKnownAt) {

  public static FeatureQuery of(Layer layer) {
    return new FeatureQuery(
        layer,
        Optional.empty(),
        Optional.empty(),
        TimeSpan.ALWAYS,
        Filter.ALL,
        List.of(),
        Optional.empty());
  }

  /** The same question of another view of the layer. */
  public FeatureQuery withLayer(Layer newLayer) {
    return new FeatureQuery(newLayer, bbox, area, datetime, filter, sort, asKnownAt);
  }

  public FeatureQuery withBbox(BoundingBox box) {
    return new FeatureQuery(layer, Optional.of(box), area, datetime, filter, sort, asKnownAt);
  }

  public FeatureQuery withArea(Geometry newArea) {
    return new FeatureQuery(layer, bbox, Optional.of(newArea), datetime, filter, sort, asKnownAt);
  }

  public FeatureQuery withDatetime(TimeSpan span) {
    return new FeatureQuery(layer, bbox, area, span, filter, sort, asKnownAt);
  }

  public FeatureQuery withFilter(Filter newFilter) {
    return new FeatureQuery(layer, bbox, area, datetime, newFilter, sort, asKnownAt);
  }

  public FeatureQuery withSort(List<SortKey> keys) {
    return new FeatureQuery(layer, bbox, area, datetime, filter, List.copyOf(keys), asKnownAt);
  }

  public FeatureQuery withAsKnownAt(Instant instant) {
    return new FeatureQuery(layer, bbox, area, datetime, filter, sort, Optional.of(instant));
  }
}
