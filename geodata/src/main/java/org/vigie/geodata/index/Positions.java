package org.vigie.geodata.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.View;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.CopySource.Touch;
import org.vigie.geodata.store.LogPosition;

/**
 * The position of every caller: the last write that touched something of what he may see, by layer,
 * marks and box of whole degrees, as the database keeps it. Immutable.
 */
final class Positions {

  private record Circle(String layer, Marking marks) {}

  private final LayerCatalog catalog;
  private final Map<Circle, Map<Optional<Geometry>, LogPosition>> latest;
  private final Map<View, LogPosition> known = new ConcurrentHashMap<>();

  private Positions(
      LayerCatalog catalog, Map<Circle, Map<Optional<Geometry>, LogPosition>> latest) {
    this.catalog = catalog;
    this.latest = latest;
  }

  static Positions none(LayerCatalog catalog) {
    return new Positions(catalog, Map.of());
  }

  Positions after(Collection<Touch> touched) {
    Map<Circle, Map<Optional<Geometry>, LogPosition>> next = new HashMap<>(latest);
    Map<Circle, Map<Optional<Geometry>, LogPosition>> changed = new HashMap<>();
    for (Touch touch : touched) {
      changed
          .computeIfAbsent(
              new Circle(touch.layer(), touch.marks()),
              circle -> new HashMap<>(latest.getOrDefault(circle, Map.of())))
          .put(touch.box(), touch.position());
    }
    next.putAll(changed);
    return new Positions(catalog, next);
  }

  /** {@link LogPosition#EMPTY} for whoever sees nothing. */
  LogPosition of(Access access) {
    return known.computeIfAbsent(access.view(), view -> compute(access));
  }

  private LogPosition compute(Access access) {
    Optional<PreparedGeometry> area = access.area().map(PreparedGeometryFactory::prepare);
    LogPosition last = LogPosition.EMPTY;
    for (Map.Entry<Circle, Map<Optional<Geometry>, LogPosition>> each : latest.entrySet()) {
      Circle circle = each.getKey();
      if (access.mayRead(circle.layer)
          && access.clears(circle.marks.classification(), circle.marks.compartments())) {
        boolean bounded =
            area.isPresent() && catalog.find(circle.layer).map(Layer::areaApplies).orElse(true);
        last = last(last, each.getValue(), bounded ? area : Optional.empty());
      }
    }
    return last;
  }

  private static LogPosition last(
      LogPosition soFar,
      Map<Optional<Geometry>, LogPosition> boxes,
      Optional<PreparedGeometry> area) {
    LogPosition last = soFar;
    for (Map.Entry<Optional<Geometry>, LogPosition> box : boxes.entrySet()) {
      if (box.getValue().sequence() > last.sequence()
          && (area.isEmpty()
              || box.getKey().isEmpty()
              || area.get().intersects(box.getKey().get()))) {
        last = box.getValue();
      }
    }
    return last;
  }
}
