package org.vigie.geodata.analysis.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Feature;

/**
 * Administrative areas that events are counted in. An event on a border, or where areas overlap,
 * counts in the one with the lowest id.
 */
public final class AreaUnits implements ArealUnits {

  /** Borders this close are the same: about a metre, for borders are not always drawn once. */
  private static final double SNAP_DEGREES = 1e-5;

  private final List<Feature> areas;
  private final List<Geometry> shapes;
  private final List<IndexedPointInAreaLocator> locators;
  private final STRtree index = new STRtree();
  private final List<Events.Event> events;
  private final EqualAreaPlane plane;
  private final Coordinate[] centres;

  /**
   * @param areas with polygons, in the order of their ids; not empty
   */
  public AreaUnits(List<Feature> areas, List<Events.Event> events) {
    this.areas = areas;
    this.events = events;
    shapes = areas.stream().map(Feature::geometry).map(Objects::requireNonNull).toList();
    locators = shapes.stream().map(IndexedPointInAreaLocator::new).toList();
    for (int i = 0; i < shapes.size(); i++) {
      index.insert(shapes.get(i).getEnvelopeInternal(), i);
    }
    index.build();
    List<Coordinate> middles = shapes.stream().map(AreaUnits::centre).toList();
    plane =
        EqualAreaPlane.amid(
            middles.stream().mapToDouble(c -> c.x).toArray(),
            middles.stream().mapToDouble(c -> c.y).toArray());
    centres = middles.stream().map(c -> plane.toMetres(c.x, c.y)).toArray(Coordinate[]::new);
  }

  /** Of the largest part: the middle of what is cut at the antimeridian lies elsewhere. */
  private static Coordinate centre(Geometry shape) {
    return IntStream.range(0, shape.getNumGeometries())
        .mapToObj(shape::getGeometryN)
        .max(Comparator.comparingDouble(Geometry::getArea))
        .orElse(shape)
        .getCentroid()
        .getCoordinate();
  }

  @Override
  public int size() {
    return areas.size();
  }

  /** The feature that an area is. */
  public Feature area(int unit) {
    return areas.get(unit);
  }

  @Override
  public int[] ofEvents() {
    return IntStream.range(0, events.size())
        .parallel()
        .map(i -> of(new Coordinate(events.get(i).lon(), events.get(i).lat())))
        .toArray();
  }

  @Override
  public int[] ofEvents(double[] offsets) {
    return IntStream.range(0, events.size())
        .parallel()
        .map(
            i -> {
              Events.Event event = events.get(i);
              if (offsets[2 * i] == 0 && offsets[2 * i + 1] == 0) {
                return of(new Coordinate(event.lon(), event.lat()));
              }
              Coordinate place = plane.toMetres(event.lon(), event.lat());
              return of(plane.toDegrees(place.x + offsets[2 * i], place.y + offsets[2 * i + 1]));
            })
        .toArray();
  }

  private int of(Coordinate place) {
    int found = -1;
    for (Object each : index.query(new Envelope(place))) {
      int unit = (Integer) each;
      if ((found < 0 || unit < found) && locators.get(unit).locate(place) != Location.EXTERIOR) {
        found = unit;
      }
    }
    return found;
  }

  @Override
  public Geometry geometry(int unit) {
    return shapes.get(unit);
  }

  @Override
  public double areaKm2(int unit) {
    return Geodesy.areaSquareMetres(shapes.get(unit)) / 1e6;
  }

  @Override
  public Map<String, Object> names(int unit) {
    Map<String, Object> names = new LinkedHashMap<>();
    Feature area = areas.get(unit);
    names.put("areaId", area.id().value().toString());
    for (String name : List.of("name", "pcode", "level")) {
      if (area.properties().get(name) instanceof String text) {
        names.put(name, text);
      }
    }
    return names;
  }

  @Override
  public Neighbours contiguous() {
    List<Set<Integer>> found =
        IntStream.range(0, size()).parallel().mapToObj(this::touching).toList();
    return Neighbours.of(size(), i -> found.get(i).stream().mapToInt(Integer::intValue).toArray());
  }

  /** The areas that touch one, over the antimeridian too. */
  private Set<Integer> touching(int unit) {
    Set<Integer> found = new TreeSet<>();
    for (double shift : new double[] {0, 360, -360}) {
      Geometry shape =
          shift == 0
              ? shapes.get(unit)
              : AffineTransformation.translationInstance(shift, 0).transform(shapes.get(unit));
      Envelope near = shape.getEnvelopeInternal().copy();
      near.expandBy(SNAP_DEGREES);
      List<?> candidates = index.query(near);
      if (!candidates.isEmpty()) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
        for (Object each : candidates) {
          int other = (Integer) each;
          if (other != unit && isNear(prepared, shapes.get(other))) {
            found.add(other);
          }
        }
      }
    }
    return found;
  }

  private static boolean isNear(PreparedGeometry one, Geometry other) {
    return one.intersects(other) || one.getGeometry().isWithinDistance(other, SNAP_DEGREES);
  }

  @Override
  public Neighbours within(double metres) {
    return Neighbours.of(
        size(),
        i ->
            IntStream.range(0, size())
                .filter(other -> other != i && centres[i].distance(centres[other]) <= metres)
                .toArray());
  }

  @Override
  public Neighbours nearest(int count) {
    return Neighbours.of(
        size(),
        i ->
            IntStream.range(0, size())
                .filter(other -> other != i)
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingDouble(
                            other -> centres[i].distance(centres[other]))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray());
  }

  @Override
  public Band suggestedBand() {
    double farthest = 0;
    for (int i = 0; i < size(); i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int other = 0; other < size(); other++) {
        nearest = other == i ? nearest : Math.min(nearest, centres[i].distance(centres[other]));
      }
      farthest = Math.max(farthest, size() == 1 ? 0 : nearest);
    }
    return new Band(Math.ceil(farthest), "the least that leaves no area without a neighbour");
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cells", size());
    figures.put("cellRule", "areas of the layer, each event in the first by id that holds it");
    double reach = Arrays.stream(centres).mapToDouble(c -> Math.hypot(c.x, c.y)).max().orElse(0);
    figures.put("scaleError", EqualAreaPlane.scaleError(reach));
    return figures;
  }
}
