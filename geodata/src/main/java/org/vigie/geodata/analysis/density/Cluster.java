package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LocalProjection;
import org.vigie.geodata.model.Classification;

/** The members of one cluster and the area drawn around them. */
final class Cluster {

  private final List<Events.Event> members;
  private final EventFigures figures;
  private final long cores;
  private final long ambiguous;
  private final int places;
  private final Coordinate centre;
  private final double radius;
  private final double inside;
  private final HullShape.Hull hull;
  private final Geometry degrees;
  private final HullShape shape;

  Cluster(
      List<Events.Event> events,
      Clustering clustering,
      List<Integer> numbers,
      Parameters.Values values) {
    members = numbers.stream().map(events::get).toList();
    cores = numbers.stream().filter(i -> clustering.core()[i]).count();
    ambiguous = numbers.stream().filter(i -> clustering.ambiguous()[i]).count();
    figures = new EventFigures(members);
    centre = figures.centre();
    shape = HullShape.valueOf(values.word("hull").toUpperCase(Locale.ROOT));
    LocalProjection projection = new LocalProjection(centre.x, centre.y);
    List<Coordinate> distinct = new ArrayList<>();
    for (Coordinate place :
        new TreeSet<>(members.stream().map(e -> new Coordinate(e.lon(), e.lat())).toList())) {
      distinct.add(projection.toMetres(place.x, place.y));
    }
    places = distinct.size();
    radius = distinct.stream().mapToDouble(c -> Math.hypot(c.x, c.y)).max().orElse(0);
    double eps = values.number("epsM");
    hull = shape.draw(distinct, eps, values.number("ratio"), uncertainty(members, eps));
    inside = hull.share(distinct);
    degrees = projection.toDegrees(hull.geometry());
  }

  /** Greatest relative error of a length in the projection the hull was drawn in. */
  double scaleError() {
    return LocalProjection.scaleError(radius);
  }

  AnalysisResult.Finding finding(int number, int used, Classification classification) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("cluster", number);
    properties.put("count", members.size());
    properties.put("share", (double) members.size() / used);
    properties.put("core", cores);
    properties.put("border", members.size() - cores);
    properties.put("ambiguous", ambiguous);
    properties.put("places", places);
    properties.put("inside", inside);
    properties.put("areaKm2", Geodesy.areaSquareMetres(degrees) / 1e6);
    properties.put("centre", List.of(centre.x, centre.y));
    figures.first().ifPresent(t -> properties.put("first", t));
    figures.last().ifPresent(t -> properties.put("last", t));
    properties.put("groups", figures.groups());
    properties.put("sums", figures.sums());
    properties.put("hull", shape.word());
    if (hull.widenedMetres() > 0) {
      properties.put("widenedByM", hull.widenedMetres());
    }
    properties.put("classification", classification.name());
    return new AnalysisResult.Finding(degrees, properties);
  }

  /** Median uncertainty of the members' places; half eps when none of them states any. */
  private static double uncertainty(List<Events.Event> members, double eps) {
    double[] known =
        members.stream()
            .flatMap(e -> e.uncertaintyMetres().stream())
            .mapToDouble(Objects::requireNonNull)
            .filter(r -> r > 0)
            .sorted()
            .toArray();
    return known.length == 0 ? eps / 2 : known[known.length / 2];
  }
}
