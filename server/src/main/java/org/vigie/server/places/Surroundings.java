package org.vigie.server.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.geo.CompassPoint;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;

/** What lies around a point: the areas that hold it, the nearest named place, the mission area. */
final class Surroundings {

  private static final double SEARCH_DEGREES = 0.4;
  private static final int MOST_PLACES = 2_000;
  private static final double IN_THE_PLACE_METRES = 1_000;

  private final List<Layer> areas;
  private final List<Layer> places;
  private final List<Layer> reference;

  Surroundings(LayerCatalog catalog) {
    reference =
        catalog.list().stream()
            .filter(l -> l.group().equals("reference") && l.time() == TimeModel.NONE)
            .toList();
    areas = reference.stream().filter(l -> l.geometry() == GeometryKind.POLYGON).toList();
    places =
        reference.stream()
            .filter(l -> l.geometry() == GeometryKind.POINT && l.titleProperty().isPresent())
            .toList();
  }

  /**
   * Whether a point lies in an area of the reference layers, or within their box when there are no
   * areas; empty when nothing says where the mission is.
   */
  Optional<Boolean> isInMission(FeatureStore seen, LonLat at) {
    boolean anyArea = false;
    for (Layer layer : areas) {
      if (seen.count(FeatureQuery.of(layer).withBbox(box(at, 0))) > 0) {
        return Optional.of(true);
      }
      anyArea = anyArea || seen.extent(FeatureQuery.of(layer)).isPresent();
    }
    if (anyArea) {
      return Optional.of(false);
    }
    List<BoundingBox> boxes =
        reference.stream().flatMap(l -> seen.extent(FeatureQuery.of(l)).stream()).toList();
    return boxes.isEmpty()
        ? Optional.empty()
        : Optional.of(boxes.stream().anyMatch(box -> holds(box, at)));
  }

  private static boolean holds(BoundingBox box, LonLat at) {
    boolean lon =
        box.crossesAntimeridian()
            ? at.lon() >= box.west() || at.lon() <= box.east()
            : at.lon() >= box.west() && at.lon() <= box.east();
    return lon && at.lat() >= box.south() && at.lat() <= box.north();
  }

  /** Names for the form's fields: {@code admin1} … {@code admin3} and {@code place_name}. */
  Map<String, String> names(FeatureStore seen, LonLat at) throws BadInputException {
    Map<String, String> names = new LinkedHashMap<>();
    for (Layer layer : areas) {
      for (Feature area : page(seen, layer, box(at, 0))) {
        String level = text(area, "level");
        if (level.matches("ADM[123]")) {
          names.put("admin" + level.charAt(3), text(area, layer.titleProperty().orElse("name")));
        }
      }
    }
    nearest(seen, at).ifPresent(name -> names.put("place_name", name));
    return names;
  }

  private Optional<String> nearest(FeatureStore seen, LonLat at) throws BadInputException {
    String nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Layer layer : places) {
      for (Feature place : page(seen, layer, box(at, SEARCH_DEGREES))) {
        if (place.geometry() instanceof Point point) {
          LonLat there = new LonLat(point.getX(), point.getY());
          double metres = Geodesy.distanceMetres(at.lon(), at.lat(), there.lon(), there.lat());
          if (metres < least) {
            least = metres;
            nearest = said(text(place, layer.titleProperty().orElseThrow()), there, at, metres);
          }
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String said(String name, LonLat place, LonLat at, double metres) {
    return metres <= IN_THE_PLACE_METRES
        ? name
        : Math.round(metres / 1000)
            + " km "
            + CompassPoint.of(Geodesy.azimuthDegrees(place, at)).word()
            + " of "
            + name;
  }

  private static List<Feature> page(FeatureStore seen, Layer layer, BoundingBox box)
      throws BadInputException {
    return seen.page(FeatureQuery.of(layer).withBbox(box), MOST_PLACES, Optional.empty())
        .features();
  }

  private static BoundingBox box(LonLat at, double degrees) {
    double west = wrapped(at.lon() - degrees);
    double east = wrapped(at.lon() + degrees);
    return new BoundingBox(
        west, Math.max(-90, at.lat() - degrees), east, Math.min(90, at.lat() + degrees));
  }

  private static double wrapped(double lon) {
    return lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon;
  }

  private static String text(Feature feature, String property) {
    return feature.properties().get(property) instanceof String text ? text : "";
  }
}
