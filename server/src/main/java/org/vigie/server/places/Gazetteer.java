package org.vigie.server.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.geo.Spot;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;

/**
 * The names of the mission's reference layers and of its bases and facilities. Asked of the store
 * each time, as the caller, so that a name that somebody may not see is never suggested to him.
 */
final class Gazetteer {

  private static final int MOST_CANDIDATES = 400;
  private static final double LEAST_SCORE = 0.45;

  private final List<Layer> layers;

  Gazetteer(LayerCatalog catalog) {
    layers = catalog.list().stream().filter(Gazetteer::hasNames).toList();
  }

  /**
   * Places and areas that stay: no events, and of the mission's own things only what has a point.
   */
  private static boolean hasNames(Layer layer) {
    boolean isReference = layer.group().equals("reference");
    boolean isFacility = layer.time() == TimeModel.STATE && layer.geometry() == GeometryKind.POINT;
    return layer.titleProperty().isPresent()
        && layer.time() != TimeModel.EVENT
        && layer.geometry() != GeometryKind.LINE
        && (isReference || isFacility);
  }

  /**
   * The best matches, best first. Two reads a layer, each of at most {@value #MOST_CANDIDATES}
   * rows.
   *
   * @param near where the asker looks; what is near comes first among equals
   */
  List<NamedPlace> search(FeatureStore seen, String typed, Optional<LonLat> near, int limit)
      throws BadInputException {
    if (NameMatch.fold(typed).replace(" ", "").length() < 2) {
      return List.of();
    }
    List<NamedPlace> found = new ArrayList<>();
    for (Layer layer : layers) {
      for (Feature feature : candidates(seen, layer, typed)) {
        NamedPlace place = place(layer, feature, typed, near);
        if (place.score() >= LEAST_SCORE) {
          found.add(place);
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(NamedPlace::score)
            .reversed()
            .thenComparing(NamedPlace::name)
            .thenComparing(NamedPlace::id));
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  private static Iterable<Feature> candidates(FeatureStore seen, Layer layer, String typed)
      throws BadInputException {
    List<String> pieces = NameMatch.pieces(typed);
    Map<String, Feature> found = new LinkedHashMap<>();
    // What begins as typed must not be crowded out by what only holds a piece of it.
    for (Filter filter :
        List.of(like(layer, List.of(pieces.get(0) + "%")), like(layer, contained(pieces)))) {
      seen.page(FeatureQuery.of(layer).withFilter(filter), MOST_CANDIDATES, Optional.empty())
          .features()
          .forEach(feature -> found.put(feature.id().toString(), feature));
    }
    return found.values().stream().filter(f -> f.geometry() != null).toList();
  }

  private static List<String> contained(List<String> pieces) {
    return pieces.stream().map(piece -> "%" + piece + "%").toList();
  }

  private static Filter like(Layer layer, List<String> patterns) {
    Expression name =
        new Expression.Call(
            "accenti",
            List.of(
                new Expression.Call(
                    "casei",
                    List.of(new Expression.Property(layer.titleProperty().orElseThrow())))));
    List<Filter> any = new ArrayList<>();
    patterns.forEach(p -> any.add(new Filter.Like(name, new Expression.TextLiteral(p))));
    return any.size() == 1 ? any.get(0) : new Filter.Or(any);
  }

  private static NamedPlace place(
      Layer layer, Feature feature, String typed, Optional<LonLat> near) {
    String name = text(feature, layer.titleProperty().orElseThrow());
    Spot spot = spot(layer, feature);
    double score = NameMatch.score(typed, name);
    if (feature.properties().get("population") instanceof Number people) {
      score += Math.min(0.01, Math.log10(1 + people.doubleValue()) / 700);
    }
    if (near.isPresent()) {
      double km =
          Geodesy.distanceMetres(
                  near.get().lon(), near.get().lat(), spot.position().lon(), spot.position().lat())
              / 1000;
      score += 0.02 / (1 + km / 50);
    }
    return new NamedPlace(
        layer.name(),
        feature.id().toString(),
        name,
        kind(layer, feature),
        within(feature),
        spot,
        score);
  }

  /** The label of the code that chooses the mark, or the layer's title. */
  private static String kind(Layer layer, Feature feature) {
    return layer
        .drawnBy()
        .flatMap(layer::findProperty)
        .flatMap(p -> p.findChoice(text(feature, p.name())))
        .map(choice -> choice.label())
        .orElse(layer.title());
  }

  private static List<String> within(Feature feature) {
    return Stream.of("admin3", "admin2", "admin1", "sector", "parent")
        .map(name -> text(feature, name))
        .filter(text -> !text.isBlank())
        .limit(2)
        .toList();
  }

  private static Spot spot(Layer layer, Feature feature) {
    Geometry geometry = java.util.Objects.requireNonNull(feature.geometry());
    if (geometry instanceof Point point) {
      LocationClass standard =
          layer.time() == TimeModel.STATE ? LocationClass.SITE : LocationClass.VILLAGE;
      Double stated = feature.radiusMetres();
      double radius = stated == null ? standard.radiusMetres() : stated;
      String reason = stated == null ? "usual extent of a place" : "extent of the place";
      return new Spot(new LonLat(point.getX(), point.getY()), standard, radius, reason);
    }
    Coordinate inside = geometry.getInteriorPoint().getCoordinate();
    double radius = 0;
    for (Coordinate corner : geometry.getCoordinates()) {
      radius = Math.max(radius, Geodesy.distanceMetres(inside, corner));
    }
    LocationClass level =
        switch (text(feature, "level")) {
          case "ADM0" -> LocationClass.COUNTRY;
          case "ADM1" -> LocationClass.ADM1;
          case "ADM2" -> LocationClass.ADM2;
          case "ADM3" -> LocationClass.ADM3;
          default -> Spot.classOf(radius);
        };
    return new Spot(new LonLat(inside.x, inside.y), level, radius, "the whole area");
  }

  private static String text(Feature feature, String property) {
    Object value = feature.properties().get(property);
    return value instanceof String text ? text : "";
  }
}
