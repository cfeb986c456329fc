package org.vigie.server.collections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Summary;
import org.vigie.server.selection.ViewCache;

/** Where and when the features of a layer lie. */
final class Extents {

  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";
  private static final int KEPT = 1_000;
  private static final BoundingBox WORLD = new BoundingBox(-180, -90, 180, 90);

  /**
   * @param extent the member {@code extent} of a collection; an empty layer spans the world
   * @param crs URIs of the reference systems that suit the box
   * @param mark the highest classification of the features that the extent is around
   */
  record Known(Map<String, Object> extent, List<String> crs, Classification mark) {}

  private final GuardedStore store;
  private final ViewCache<Known> known;

  Extents(GuardedStore store) {
    this.store = store;
    this.known = new ViewCache<>(store, KEPT);
  }

  /** Of what a caller may see. */
  Known get(Access access, Layer layer) {
    return known.get(access, layer.name(), () -> read(store.as(access), layer));
  }

  private static Known read(FeatureStore store, Layer layer) {
    FeatureQuery all = FeatureQuery.of(layer);
    BoundingBox box = store.extent(all).orElse(WORLD);
    Map<String, Object> spatial = new LinkedHashMap<>();
    spatial.put("bbox", List.of(List.of(box.west(), box.south(), box.east(), box.north())));
    spatial.put("crs", Crs.CRS84.uri());
    Map<String, Object> extent = new LinkedHashMap<>();
    extent.put("spatial", spatial);
    Optional<TimeSpan> span = store.timeExtent(all);
    if (span.isPresent()) {
      Map<String, Object> temporal = new LinkedHashMap<>();
      temporal.put("interval", List.of(ends(span.get())));
      temporal.put("trs", GREGORIAN);
      extent.put("temporal", temporal);
    }
    List<String> crs = Crs.list().stream().filter(c -> c.suits(box)).map(Crs::uri).toList();
    return new Known(extent, crs, store.summarise(all, Summary.Request.TOTALS).highest());
  }

  private static List<@Nullable String> ends(TimeSpan span) {
    List<@Nullable String> ends = new ArrayList<>();
    ends.add(span.start() == null ? null : span.start().toString());
    ends.add(span.end() == null ? null : span.end().toString());
    return ends;
  }
}
