package org.vigie.geodata.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.Corridor;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.ClockHours;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.Summary;

/** Made-up features, queries and callers, from small pools so that they often meet. */
final class RandomEvents {

  static final LayerCatalog CATALOG = LayerFiles.read();
  private static final List<String> ZONES =
      List.of(
          "+00:00",
          "-01:00",
          "+05:45",
          "Asia/Beirut",
          "Europe/Athens",
          "Africa/Casablanca",
          "America/Bogota");
  static final Instant EPOCH = Instant.parse("2025-03-01T00:00:00Z");

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final List<String> PLACES = List.of("bridge", "market", "river", "road");
  private static final List<String> TYPES = List.of("BATTLES", "PROTESTS", "RIOTS", "CRIME");
  private static final List<String> LAYERS = List.of("incident", "base", "place", "poc-alert");
  private static final List<Set<String>> COMPARTMENTS =
      List.of(Set.of(), Set.of(), Set.of("POC"), Set.of("C-IED"), Set.of("POC", "C-IED"));
  private static final List<String> CONDITIONS =
      List.of(
          "type = 'BATTLES'",
          "type IN ('RIOTS', 'CRIME')",
          "NOT (type = 'PROTESTS')",
          "severity >= 3",
          "NOT (severity < 4 OR killed_best > 2)",
          "severity IS NULL",
          "killed_best BETWEEN 1 AND 6",
          "killed_best > severity",
          "killed_best * 2 = severity + 1 OR type LIKE '%T%'",
          "CASEI(admin1) LIKE casei('province 1%')",
          "A_OVERLAPS(flags, ('CLIMATE_LINK', 'HATE_SPEECH_LINK'))",
          "flags IS NULL",
          "classification = 'UNCLASSIFIED'",
          "A_CONTAINS(compartments, ('POC'))",
          "compartments IS NULL",
          "location_class <> 'GPS'",
          "radius_m < 1000",
          "geom IS NULL",
          "S_INTERSECTS(geom, BBOX(1, 1, 3, 4))",
          "S_DISJOINT(geom, POLYGON((0 0, 4 1, 3 5, 0 0)))",
          "NOT S_WITHIN(geom, POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)))",
          "S_INTERSECTS(geom, POLYGON((0 0, 5 0, 5 5, 0 5, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1)))",
          "T_AFTER(valid_from, TIMESTAMP('2025-03-03T00:00:00Z'))",
          "T_INTERSECTS(INTERVAL(valid_from, valid_to), INTERVAL('2025-03-02', '2025-03-04'))",
          "valid_to IS NULL",
          "valid_from < TIMESTAMP('2025-03-02T12:00:00Z')",
          "civilian_targeting = TRUE",
          "title LIKE '%7%'",
          "summary IS NULL",
          "summary LIKE '%bridge%'",
          "CASEI(summary) LIKE casei('A%MARKET%')",
          "NOT (summary LIKE '%river%')",
          "summary LIKE '%river%' OR severity > 3",
          "version = 1",
          "recorded_at > TIMESTAMP('2025-01-01T00:00:00Z')",
          "source_id IS NULL",
          "source_id LIKE 'n1%' OR summary LIKE '%road%'",
          "id LIKE '%a7%'",
          "id > '8'");

  /** Of properties that few may read. */
  private static final List<String> PROTECTED =
      List.of(
          "restricted_narrative LIKE '%north%'",
          "restricted_narrative IS NULL OR type = 'RIOTS'",
          "NOT (restricted_narrative LIKE '%south%')");

  private final Random random;
  private final List<FeatureId> made = new ArrayList<>();

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  <T> T one(List<T> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  /** Every way to complete an answer must give the same, whatever it costs. */
  Plan choose(long candidates, long inExtent, long all) {
    return chance(0.4) ? Plan.CANDIDATES : Plan.MATCHES;
  }

  String layer() {
    return chance(0.7) ? "incident" : one(LAYERS);
  }

  Feature feature(String layer) {
    return feature(layer, new FeatureId(new UUID(random.nextLong(), random.nextLong())));
  }

  /** Another version of a feature; marks only ever rise. */
  Feature after(Feature old) {
    Feature other = feature(old.layer(), old.id());
    Set<String> compartments = new HashSet<>(old.compartments());
    compartments.addAll(other.compartments());
    Classification classification = old.classification().highest(other.classification());
    return (chance(0.3) ? old : other).withMarks(classification, compartments);
  }

  Feature feature(String layer, FeatureId id) {
    made.add(id);
    Geometry place = geometry(layer);
    boolean timeless = layer.equals("place");
    return new Feature(
        id,
        layer,
        place,
        timeless ? null : time(),
        timeless
            ? null
            : one(List.of(TimePrecision.EXACT_DAY, TimePrecision.EXACT_MINUTE, TimePrecision.WEEK)),
        place == null ? null : chance(0.5) ? LocationClass.GPS : LocationClass.VILLAGE,
        place == null || chance(0.2) ? null : (double) one(List.of(30, 250, 3_000)),
        one(List.of(Classification.values())),
        one(COMPARTMENTS),
        properties(layer),
        Provenance.own(),
        0,
        null);
  }

  private Map<String, Object> properties(String layer) {
    Map<String, Object> values = new HashMap<>();
    switch (layer) {
      case "incident" -> {
        values.put("type", one(TYPES));
        values.put("status", "REPORTED");
        put(values, "severity", 1L + upTo(5));
        put(values, "killed_best", (long) upTo(8));
        put(values, "injured", (long) upTo(8));
        put(values, "admin1", "Province " + upTo(15));
        put(values, "title", "Clash " + upTo(90));
        put(values, "flags", List.of("MALICIOUS_ACT", "HATE_SPEECH_LINK").subList(0, 1 + upTo(2)));
        put(values, "civilian_targeting", chance(0.5));
        put(values, "summary", "At the " + one(PLACES) + " and a " + one(PLACES));
        put(values, "restricted_narrative", "From the " + one(List.of("north", "south")));
      }
      case "base" -> {
        values.put("name", "Base " + upTo(20));
        values.put("base_type", one(choices("base", "base_type")));
      }
      default -> {
        for (Property each : CATALOG.get(layer).properties()) {
          if (each.required()) {
            values.put(each.name(), sample(each));
          }
        }
      }
    }
    return values;
  }

  private Object sample(Property property) {
    return switch (property.type()) {
      case CODE -> one(property.choices()).code();
      case CODES -> List.of(one(property.choices()).code());
      case TEXTS -> List.of("text " + upTo(20));
      case INTEGER -> (long) upTo(20);
      case NUMBER -> (double) upTo(20);
      case BOOLEAN -> chance(0.5);
      case DATE -> LocalDate.of(2025, 3, 1 + upTo(20));
      case TIMESTAMP -> EPOCH;
      default -> "text " + upTo(20);
    };
  }

  private static List<String> choices(String layer, String property) {
    return CATALOG.get(layer).findProperty(property).orElseThrow().choices().stream()
        .map(each -> each.code())
        .toList();
  }

  private void put(Map<String, Object> values, String name, Object value) {
    if (chance(0.8)) {
      values.put(name, value);
    }
  }

  private @Nullable Geometry geometry(String layer) {
    if (layer.equals("incident") && chance(0.1)) {
      return null;
    }
    if (layer.equals("poc-alert") && chance(0.02)) {
      return WGS84.toGeometry(new Envelope(1, 2, 1, 2));
    }
    return WGS84.createPoint(position());
  }

  /** On borders of the areas, with few decimals, with all of them, and at the ends of the world. */
  private Coordinate position() {
    return switch (upTo(8)) {
      case 0 -> new Coordinate(upTo(6), upTo(6));
      case 1 -> new Coordinate(upTo(60) / 10.0, upTo(60) / 10.0);
      case 2 -> new Coordinate(one(List.of(-180.0, 180.0, 179.9)), one(List.of(-90.0, 90.0, 86.0)));
      case 3, 4 -> new Coordinate(random.nextDouble() * 6, random.nextDouble() * 6);
      default ->
          new Coordinate(
              Math.rint(random.nextDouble() * 6e7) / 1e7,
              Math.rint(random.nextDouble() * 6e7) / 1e7);
    };
  }

  private TimeSpan time() {
    Instant start = instant();
    Instant end =
        chance(0.5) ? null : start.plus(one(List.of(0, 1, 24, 24 * 40)), ChronoUnit.HOURS);
    return new TimeSpan(start, end);
  }

  private Instant instant() {
    Instant day = EPOCH.plus(upTo(60) - 50, ChronoUnit.DAYS);
    return switch (upTo(4)) {
      case 0 -> day;
      case 1 -> day.minus(1, ChronoUnit.MICROS);
      default -> day.plusSeconds(60L * upTo(1_440));
    };
  }

  Access access() {
    return new Access(
        new Author(one(List.of("one", "two"))),
        one(List.of(Classification.values())),
        chance(0.3) ? Access.ALL : one(COMPARTMENTS),
        chance(0.8) ? Access.ALL : Set.of("incident", "place"),
        Access.ALL,
        chance(0.5) ? Set.of() : Set.of(Protection.values()),
        chance(0.5) ? Optional.empty() : Optional.of(area()));
  }

  Polygon area() {
    if (chance(0.4)) {
      int west = upTo(4);
      int south = upTo(4);
      return (Polygon)
          WGS84.toGeometry(new Envelope(west, west + 1.0 + upTo(3), south, south + 1.0 + upTo(3)));
    }
    Coordinate[] corners = new Coordinate[upTo(12) + 4];
    for (int i = 0; i < corners.length - 1; i++) {
      double angle = 2 * Math.PI * i / (corners.length - 1);
      double radius = 1 + 2 * random.nextDouble();
      corners[i] = new Coordinate(3 + radius * Math.cos(angle), 3 + radius * Math.sin(angle));
    }
    corners[corners.length - 1] = corners[0];
    return WGS84.createPolygon(corners);
  }

  /** A polygon, a circle or a corridor, some at the ends of the world. */
  Geometry shape() throws BadInputException {
    double metres = 1_000 * Math.pow(300, random.nextDouble());
    LonLat centre =
        chance(0.2)
            ? new LonLat(one(List.of(-180.0, 179.5, 90.0)), one(List.of(-89.0, 86.0, 0.0)))
            : new LonLat(6 * random.nextDouble(), 6 * random.nextDouble());
    return switch (upTo(3)) {
      case 0 -> Circle.of(centre.lon(), centre.lat(), metres, "area").toPolygon();
      case 1 -> {
        List<LonLat> line = new ArrayList<>();
        for (int i = 0; i < 2 + upTo(4); i++) {
          line.add(new LonLat(6 * random.nextDouble(), 6 * random.nextDouble()));
        }
        double half = Math.min(metres, Corridor.MOST_METRES);
        yield new Corridor(line, half).toPolygon();
      }
      default -> area();
    };
  }

  FeatureQuery query(Access access) throws Exception {
    Layer layer = CATALOG.get(layer()).visibleTo(access);
    FeatureQuery query = FeatureQuery.of(layer);
    if (chance(0.3)) {
      query = query.withBbox(box());
    }
    if (chance(0.3)) {
      query = query.withArea(shape());
    }
    if (chance(0.5)) {
      Instant from = instant();
      query =
          query.withDatetime(
              switch (upTo(4)) {
                case 0 -> new TimeSpan(from, null);
                case 1 -> new TimeSpan(null, from);
                case 2 -> new TimeSpan(from, from);
                default -> new TimeSpan(from, from.plus(upTo(72), ChronoUnit.HOURS));
              });
    }
    if (layer.name().equals("incident") && chance(0.7)) {
      query = query.withFilter(Queryables.of(layer).check(Cql2Text.parse(conditions(layer))));
    }
    return query;
  }

  private String conditions(Layer layer) {
    String one = condition(layer);
    return switch (upTo(6)) {
      case 0, 1 -> "(" + one + ") AND (" + condition(layer) + ")";
      case 2 -> "(" + one + ") AND (" + condition(layer) + ") AND (" + condition(layer) + ")";
      case 3 -> "NOT ((" + one + ") OR (" + condition(layer) + "))";
      default -> one;
    };
  }

  private String condition(Layer layer) {
    if (chance(0.1)) {
      return "id IN (" + ids(1 + upTo(40)) + ")";
    }
    boolean trusted = layer.findProperty("restricted_narrative").isPresent();
    return trusted && chance(0.1) ? one(PROTECTED) : one(CONDITIONS);
  }

  /** Of features that are there, of some that are not, and what is no id. */
  private String ids(int count) {
    return Stream.generate(
            () ->
                switch (upTo(10)) {
                  case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
                  case 1 -> one(made).toString().toUpperCase(Locale.ROOT);
                  default -> one(made).toString();
                })
        .limit(count)
        .collect(Collectors.joining("', '", "'", "'"));
  }

  private BoundingBox box() {
    if (chance(0.2)) {
      return new BoundingBox(179.9, -90, -179, 90);
    }
    double west = upTo(5) + (chance(0.5) ? 0 : random.nextDouble());
    double south = upTo(5) + (chance(0.5) ? 0 : random.nextDouble());
    return new BoundingBox(west, south, west + upTo(3), south + upTo(3) + random.nextDouble());
  }

  /** Of any zoom; often with fewer features allowed than there are. */
  PictureRequest pictureRequest(FeatureQuery query) {
    PictureRequest request =
        new PictureRequest(
            upTo(PictureRequest.MAX_ZOOM + 1), one(List.of(1, 7, 60, 20_000)), chance(0.3));
    if (query.bbox().isEmpty() || query.bbox().get().crossesAntimeridian() || chance(0.3)) {
      return request;
    }
    BoundingBox box = query.bbox().get();
    return request.countedIn(
        new BoundingBox(
            box.west(),
            box.south(),
            chance(0.5) ? Math.max(box.west(), Math.nextDown(box.east())) : box.east(),
            (box.south() + box.north()) / 2));
  }

  Summary.Request request(Layer layer) {
    boolean incident = layer.name().equals("incident");
    String groupBy =
        incident
            ? one(List.of("", "type", "severity", "flags", "admin1", "civilian_targeting"))
            : "";
    List<String> sums = incident && chance(0.5) ? List.of("killed_best", "injured") : List.of();
    return chance(0.3)
        ? new Summary.Request(groupBy, hours(), sums)
        : new Summary.Request(groupBy, one(List.of(Summary.Step.values())), sums);
  }

  private ClockHours hours() {
    Instant from = instant();
    return ClockHours.between(
        from,
        from.plus(upTo(200), ChronoUnit.HOURS),
        one(List.of(1, 3, 6)),
        LocalTimes.find(one(ZONES)).orElseThrow());
  }

  CrossTable.Request crossRequest(Layer layer) {
    return new CrossTable.Request(
        dimension(layer), dimension(layer), LocalTimes.find(one(ZONES)).orElseThrow());
  }

  private CrossTable.Dimension dimension(Layer layer) {
    CrossTable.Kind kind = one(List.of(CrossTable.Kind.values()));
    return kind == CrossTable.Kind.PROPERTY && layer.name().equals("incident")
        ? CrossTable.Dimension.of(
            one(List.of("type", "severity", "flags", "admin1", "civilian_targeting")))
        : CrossTable.Dimension.of(kind == CrossTable.Kind.PROPERTY ? CrossTable.Kind.MONTH : kind);
  }
}
