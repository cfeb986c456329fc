package org.vigie.geodata.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.model.BoundingBox;

/** Areas prepared for testing many points; those asked for last are kept. */
final class Regions {

  private static final int KEPT = 128;

  private final Map<Geometry, Region> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Geometry, Region> eldest) {
          return size() > KEPT;
        }
      };

  static List<Region> of(BoundingBox box) {
    return box.parts().stream()
        .map(b -> (Region) new BoxRegion(new Envelope(b.west(), b.east(), b.south(), b.north())))
        .toList();
  }

  /** Empty for what is no valid polygon and no collection of rectangles. */
  Optional<List<Region>> find(Geometry area) {
    if (area.getClass() == GeometryCollection.class) {
      boolean boxes = true;
      for (int i = 0; i < area.getNumGeometries(); i++) {
        boxes &= area.getGeometryN(i).isRectangle();
      }
      return boxes && !area.isEmpty() ? Optional.of(boxes(area)) : Optional.empty();
    }
    if (!(area instanceof Polygon || area instanceof MultiPolygon) || area.isEmpty()) {
      return Optional.empty();
    }
    return area.isRectangle() ? Optional.of(boxes(area)) : prepared(area).map(List::of);
  }

  private static List<Region> boxes(Geometry area) {
    return java.util.stream.IntStream.range(0, area.getNumGeometries())
        .mapToObj(i -> (Region) new BoxRegion(area.getGeometryN(i).getEnvelopeInternal()))
        .toList();
  }

  private synchronized Optional<Region> prepared(Geometry area) {
    Region region = known.get(area);
    if (region == null) {
      if (!area.isValid()) {
        return Optional.empty();
      }
      region = new AreaRegion(area);
      known.put(area.copy(), region);
    }
    return Optional.of(region);
  }
}
