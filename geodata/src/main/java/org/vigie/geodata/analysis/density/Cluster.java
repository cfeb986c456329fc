package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /** Whoever draws a cluster of one place needs some distance to draw it by. */
  private static final double LEAST_REACH = 100;

  private final int label;
  private final Found found;
  private final List<Integer> numbers;
  private final boolean hasBorders;
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

  /**
   * @param label of the cluster among those found
   * @param numbers of its events
   */
  Cluster(
      List<Events.Event> events,
      Found found,
      int label,
      List<Integer> numbers,
      Method method,
      Parameters.Values values) {
    this.label = label;
    this.found = found;
    this.numbers = numbers;
    hasBorders = method.hasEps();
    Clustering clustering = found.clustering();
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
    double eps = Math.max(LEAST_REACH, found.reachM()[label - 1]);
    hull = shape.draw(distinct, eps, values.number("ratio"), uncertainty(members, eps));
    inside = hull.share(distinct);
    degrees = projection.toDegrees(hull.geometry());
  }

  /** Greatest relative error of a length in the projection the hull was drawn in. */
  double scaleError() {
    return LocalProjection.scaleError(radius);
  }

  int label() {
    return label;
  }

  /**
   * What is said of the cluster.
   *
   * @param number in the list of findings, from 1
   * @param months calendar months that all events span, 0 when none has a time
   */
  AnalysisResult.Finding finding(
      int number, int used, long months, Optional<Redraws> redraws, Classification classification) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("cluster", number);
    properties.put("count", members.size());
    properties.put("share", (double) members.size() / used);
    if (hasBorders) {
      properties.put("core", cores);
      properties.put("border", members.size() - cores);
    }
    properties.put("ambiguous", ambiguous);
    redraws.ifPresent(
        r -> {
          properties.put("stability", r.stability(label));
          properties.put("similarity", r.similarity(label));
          properties.put("shareInJitter", r.shareInJitter(label));
        });
    found
        .hierarchy()
        .ifPresent(
            h -> {
              properties.put("excessOfMass", h.stability()[label - 1]);
              properties.put(
                  "membership",
                  numbers.stream().mapToDouble(i -> h.membership()[i]).average().orElse(0));
              properties.put("reachM", h.reachM()[label - 1]);
            });
    properties.put("places", places);
    properties.put("inside", inside);
    properties.put("areaKm2", Geodesy.areaSquareMetres(degrees) / 1e6);
    properties.put("centre", List.of(centre.x, centre.y));
    figures.first().ifPresent(t -> properties.put("first", t));
    figures.last().ifPresent(t -> properties.put("last", t));
    if (months > 0) {
      properties.put("persistence", (double) EventDays.months(members).size() / months);
    }
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
