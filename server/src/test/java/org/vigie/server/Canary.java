package org.vigie.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/**
 * A feature that is nowhere else: a word of its own in every text that it has, another in what is
 * protected, another in what it said before, and a place that no other has.
 *
 * @param feature as it is now, or was before it was deleted
 * @param words what it says openly, before ("old") and protected, by what protects them
 */
record Canary(Feature feature, Layer layer, Map<String, String> words, boolean deleted) {

  static final String OPEN = "open";
  static final String OLD = "old";

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

  String id() {
    return feature.id().toString();
  }

  /** Whether a caller may see that it is there. */
  boolean isVisibleTo(Access access) {
    Geometry place = feature.geometry();
    boolean inArea =
        access.area().isEmpty()
            || !layer.areaApplies()
            || place == null
            || place.intersects(access.area().get());
    return access.mayRead(layer.name())
        && access.clears(feature.classification(), feature.compartments())
        && inArea;
  }

  /** What must be in no answer to the caller. */
  List<String> hiddenFrom(Access access) {
    List<String> hidden = new ArrayList<>();
    boolean visible = isVisibleTo(access);
    words.forEach(
        (kind, word) -> {
          Optional<Protection> protection = Protection.find(kind);
          if (!visible
              || protection.isPresent() && !access.protections().contains(protection.get())) {
            hidden.add(word);
          }
        });
    if (!visible) {
      hidden.add(id());
    }
    return hidden;
  }

  /** Longitude and latitude to three decimals, some hundred metres. */
  List<String> place() {
    Coordinate at = feature.geometry() == null ? null : feature.geometry().getCoordinate();
    return at == null ? List.of() : List.of(decimals(at.x), decimals(at.y));
  }

  private static String decimals(double degrees) {
    return String.format(java.util.Locale.ROOT, "%.3f", degrees);
  }

  /** Makes features whose words and places no other has. */
  static final class Maker {
    private final Random random = new Random(20_26);
    private int made;

    /**
     * @param east whether it lies east of 22.5 degrees
     */
    Canary make(
        Layer layer, Classification classification, Set<String> compartments, boolean east) {
      Map<String, String> words = new LinkedHashMap<>();
      words.put(OPEN, word());
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Property property : layer.properties()) {
        String kind = property.protection().map(Protection::word).orElse(OPEN);
        Object value = value(property, words.computeIfAbsent(kind, k -> word()));
        if (value != null) {
          properties.put(property.name(), value);
        }
      }
      Instant start = Instant.parse("2025-03-01T06:00:00Z").plusSeconds(3_600L * made);
      Feature feature =
          new Feature(
              FeatureId.random(),
              layer.name(),
              place(layer, east),
              layer.time() == org.vigie.geodata.layer.TimeModel.NONE
                  ? null
                  : TimeSpan.of(start, start.plusSeconds(3_600)),
              TimePrecision.EXACT_MINUTE,
              LocationClass.GPS,
              50.0,
              classification,
              compartments,
              properties,
              new Provenance("canary", word(), null, Map.of()),
              0,
              null);
      words.put("source", String.valueOf(feature.provenance().sourceId()));
      return new Canary(feature, layer, words, false);
    }

    String word() {
      StringBuilder word = new StringBuilder("zq");
      for (int i = 0; i < 12; i++) {
        word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return word.toString();
    }

    private Geometry place(Layer layer, boolean east) {
      made++;
      double x = (east ? 23 : 20) + made * 0.00731;
      double y = 4 + made * 0.00917;
      Coordinate at = new CoordinateXY(x, y);
      Coordinate north = new CoordinateXY(x, y + 0.0011);
      Coordinate away = new CoordinateXY(x + 0.0011, y);
      return switch (layer.geometry()) {
        case LINE -> WGS84.createLineString(new Coordinate[] {at, north});
        case POLYGON -> WGS84.createPolygon(new Coordinate[] {at, away, north, at});
        default -> WGS84.createPoint(at);
      };
    }

    private static Object value(Property property, String word) {
      return switch (property.type()) {
        case TEXT, LONG_TEXT -> word;
        case TEXTS -> List.of(word);
        case CODE -> required(property, property.choices().isEmpty() ? word : first(property));
        case CODES -> required(property, List.of(first(property)));
        case INTEGER -> required(property, (long) least(property));
        case NUMBER -> required(property, least(property));
        case BOOLEAN -> required(property, Boolean.FALSE);
        case DATE -> required(property, java.time.LocalDate.of(2025, 3, 1));
        case TIMESTAMP -> required(property, Instant.parse("2025-03-01T00:00:00Z"));
        case TABLE -> null;
      };
    }

    private static Object required(Property property, Object value) {
      return property.required() ? value : null;
    }

    private static String first(Property property) {
      return property.choices().isEmpty() ? "" : property.choices().get(0).code();
    }

    private static double least(Property property) {
      Double minimum = property.minimum();
      return minimum == null ? 1 : minimum;
    }
  }
}
