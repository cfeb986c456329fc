package org.vigie.server.selection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.Corridor;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.geo.Surroundings;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.AreaCalls;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Json;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Schema;

/** Reads the areas of one request of one caller, in every form in which one may be asked for. */
public final class Areas {

  private static final String FORMS =
      "circle:lon,lat,metres, corridor:lon,lat,lon,lat,…,metres (to each side),"
          + " polygon:lon,lat,lon,lat,… (further rings after ';', a hole of the part before with"
          + " '!' in front), feature:layer/id, near:layer/id,metres (within so many of a feature),"
          + " or a GeoJSON Polygon or MultiPolygon";

  /** Area of a request by URL. */
  public static final Parameter<String> AREA =
      Parameter.text(
          "area",
          "Only features that have a point in common with this area, WGS 84 in degrees: "
              + FORMS
              + ".");

  /** The same in a body: a text, or GeoJSON as an object. */
  public static final Schema SCHEMA =
      new Schema(Map.of("oneOf", List.of(Schema.string(), Schema.of("object"))))
          .with("description", FORMS);

  private static final int MOST_OF_A_NAME = 200;

  private final Selections seen;
  private final FeatureStore store;
  private final Map<FeatureRef, Area.Named> named = new LinkedHashMap<>();

  /**
   * @param seen the layers that the caller may read
   * @param store as the caller sees it
   */
  public Areas(Selections seen, FeatureStore store) {
    this.seen = seen;
    this.store = store;
  }

  /** The features whose areas were read, each once. */
  public List<Area.Named> named() {
    return List.copyOf(named.values());
  }

  /** The highest of the features whose areas were read; an answer about them is no lower. */
  public Classification mark() {
    return mark(named());
  }

  /** Every compartment of the features whose areas were read. */
  public Set<String> compartments() {
    Set<String> codes = new TreeSet<>();
    named.values().forEach(each -> codes.addAll(each.feature().compartments()));
    return codes;
  }

  static Classification mark(List<Area.Named> named) {
    return named.stream()
        .map(each -> each.feature().classification())
        .reduce(Classification.UNCLASSIFIED, Classification::highest);
  }

  /**
   * Reads the areas that a filter names.
   *
   * @param knownAt a feature's area is that of this moment; empty for now
   */
  public AreaCalls.Reader inFilter(Optional<Instant> knownAt) {
    return text -> read(text, Filters.FILTER.name(), knownAt).shape();
  }

  /**
   * An area in a body.
   *
   * @param field name of the member, for faults
   * @param knownAt a feature's area is that of this moment; empty for now
   * @throws BadInputException when it is in no form, no simple shape, too large, or of a feature
   *     that the caller does not see or that has no area; says which
   */
  public Area read(JsonNode node, String field, Optional<Instant> knownAt)
      throws BadInputException {
    return node.isTextual()
        ? read(node.textValue(), field, knownAt)
        : plain(GeoJsonArea.read(node, field));
  }

  /** An area in a URL. */
  public Area read(String text, String field, Optional<Instant> knownAt) throws BadInputException {
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1);
    return switch (text.substring(0, Math.max(0, colon)).strip()) {
      case "circle" -> circle(numbers(rest, field), field);
      case "corridor" -> corridor(numbers(rest, field), field);
      case "polygon" -> plain(polygon(rest, field));
      case "feature" -> feature(rest, field, knownAt);
      case "near" -> near(rest, field, knownAt);
      default -> {
        if (text.stripLeading().startsWith("{")) {
          yield plain(GeoJsonArea.read(json(text, field), field));
        }
        throw wrong(
            field,
            Message.of("'{text}' is no area", shown(text)),
            Message.of("Give {forms}", FORMS));
      }
    };
  }

  private static Area plain(Geometry shape) {
    return new Area(shape, 0, Optional.empty());
  }

  private static Area circle(double[] numbers, String field) throws BadInputException {
    if (numbers.length != 3) {
      throw wrong(
          field,
          Message.of("a circle has three numbers, not {length}", numbers.length),
          Message.of("Give circle:lon,lat,metres, for example circle:20.55,4.36,25000"));
    }
    Circle circle = Circle.of(numbers[0], numbers[1], numbers[2], field);
    return new Area(circle.toPolygon(), circle.deviationMetres(), Optional.empty());
  }

  private static Area corridor(double[] numbers, String field) throws BadInputException {
    if (numbers.length < 5 || numbers.length % 2 == 0) {
      throw wrong(
          field,
          Message.of(
              "a corridor has two numbers for each position and one more, not {length}",
              numbers.length),
          Message.of(
              "Give corridor:lon,lat,lon,lat,…,metres, for example"
                  + " corridor:20.1,5.2,20.4,5.3,2000"));
    }
    List<LonLat> line =
        positions(numbers, numbers.length - 1).stream().map(p -> new LonLat(p[0], p[1])).toList();
    Corridor corridor = Corridor.of(line, numbers[numbers.length - 1], field);
    return new Area(corridor.toPolygon(), corridor.deviationMetres(), Optional.empty());
  }

  /** Rings divided by ';': each a part, or with '!' in front a hole of the part before. */
  private static Geometry polygon(String text, String field) throws BadInputException {
    List<List<List<double[]>>> parts = new ArrayList<>();
    for (String ring : text.split(";", -1)) {
      boolean isHole = ring.startsWith("!");
      List<double[]> corners = ring(numbers(isHole ? ring.substring(1) : ring, field), field);
      if (isHole && parts.isEmpty()) {
        throw wrong(
            field,
            Message.of("begins with a hole"),
            Message.of("Give the part first, then its holes: polygon:lon,lat,…;!lon,lat,…"));
      }
      if (isHole) {
        parts.get(parts.size() - 1).add(corners);
      } else {
        parts.add(new ArrayList<>(List.of(corners)));
      }
    }
    return GeoJsonArea.read(parts, field);
  }

  private static List<double[]> ring(double[] numbers, String field) throws BadInputException {
    if (numbers.length < 6 || numbers.length % 2 != 0) {
      throw wrong(
          field,
          Message.of(
              "a polygon has two numbers for each of at least three corners, not {length}",
              numbers.length),
          Message.of(
              "Give polygon:lon,lat,lon,lat,lon,lat,…; the last corner is joined to the first"));
    }
    List<double[]> corners = positions(numbers, numbers.length);
    if (!Arrays.equals(corners.get(0), corners.get(corners.size() - 1))) {
      corners.add(corners.get(0));
    }
    return corners;
  }

  private Area feature(String text, String field, Optional<Instant> knownAt)
      throws BadInputException {
    Area.Named found = named(text, field, knownAt);
    Geometry shape = found.feature().geometry();
    if (shape instanceof Polygon || shape instanceof MultiPolygon) {
      return new Area(shape, 0, Optional.of(remembered(found)));
    }
    throw wrong(
        field,
        Message.of("this feature of {layer} has no area", found.layer().name()),
        Message.of("Name a feature whose geometry is a polygon, or use near:layer/id,metres"));
  }

  private Area near(String text, String field, Optional<Instant> knownAt) throws BadInputException {
    int comma = text.lastIndexOf(',');
    if (comma < 0) {
      throw wrong(
          field,
          Message.of("has no distance"),
          Message.of(
              "Give near:layer/id,metres or near:layer/name,metres, for example near:road/RN"
                  + " 2,2000"));
    }
    double metres = numbers(text.substring(comma + 1), field)[0];
    List<Area.Named> found = allNamed(text.substring(0, comma), field, knownAt);
    List<Geometry> shapes = new ArrayList<>();
    for (Area.Named each : found) {
      Geometry place = each.feature().geometry();
      if (place != null && !place.isEmpty()) {
        shapes.add(Surroundings.of(place, metres, field));
        remembered(each);
      }
    }
    if (shapes.isEmpty()) {
      throw wrong(
          field,
          Message.of("this feature of {layer} has no place", found.get(0).layer().name()),
          Message.of("Name a feature that is on the map"));
    }
    return new Area(
        shapes.size() == 1 ? shapes.get(0) : OverlayNGRobust.union(shapes),
        Surroundings.deviationMetres(metres),
        Optional.of(found.get(0)));
  }

  /** One by its id, or all of a name: a road is often on record as several stretches. */
  private List<Area.Named> allNamed(String text, String field, Optional<Instant> knownAt)
      throws BadInputException {
    int slash = text.indexOf('/');
    String name = text.substring(slash + 1);
    Layer layer = seen.layer(field, text.substring(0, Math.max(0, slash)));
    Optional<String> title = layer.titleProperty();
    if (FeatureId.find(name).isPresent() || title.isEmpty()) {
      return List.of(named(text, field, knownAt));
    }
    FeatureQuery query =
        FeatureQuery.of(layer)
            .withFilter(
                new Filter.Comparison(
                    ComparisonOperator.EQUAL,
                    new Expression.Property(title.get()),
                    new Expression.TextLiteral(name)));
    FeaturePage page =
        store.page(
            knownAt.isPresent() ? query.withAsKnownAt(knownAt.get()) : query,
            MOST_OF_A_NAME,
            Optional.empty());
    if (page.features().isEmpty()) {
      throw absent(layer, field);
    }
    if (page.next().isPresent()) {
      throw wrong(
          field,
          Message.of(
              "more than {mostOfAName} features of {layer} have this name",
              MOST_OF_A_NAME,
              layer.name()),
          Message.of("Name one by its id: near:layer/id,metres"));
    }
    return page.features().stream().map(each -> new Area.Named(layer, each)).toList();
  }

  private Area.Named remembered(Area.Named read) {
    named.put(FeatureRef.of(read.feature()), read);
    return read;
  }

  /** What the caller may not see is answered as what is not there. */
  private Area.Named named(String text, String field, Optional<Instant> knownAt)
      throws BadInputException {
    int slash = text.indexOf('/');
    Layer layer = seen.layer(field, text.substring(0, Math.max(0, slash)));
    String name = text.substring(slash + 1);
    Optional<FeatureId> id = FeatureId.find(name);
    Optional<Feature> found =
        id.isEmpty()
            ? Optional.empty()
            : knownAt.isPresent()
                ? store.find(layer.name(), id.get(), knownAt.get())
                : store.find(layer.name(), id.get());
    if (found.isEmpty()) {
      throw absent(layer, field);
    }
    return new Area.Named(layer, found.get());
  }

  private static BadInputException absent(Layer layer, String field) {
    return wrong(
        field,
        Message.of("there is no such feature of {layer}", layer.name()),
        Message.of("Give the layer and id of a feature that is there: feature:layer/id"));
  }

  private static List<double[]> positions(double[] numbers, int end) {
    List<double[]> positions = new ArrayList<>();
    for (int i = 0; i < end; i += 2) {
      positions.add(new double[] {numbers[i], numbers[i + 1]});
    }
    return positions;
  }

  private static double[] numbers(String text, String field) throws BadInputException {
    String[] parts = text.split(",", -1);
    if (parts.length > 2 * GeoJsonArea.MAX_VERTICES) {
      throw wrong(
          field,
          Message.of("has more than {maxVertices} positions", GeoJsonArea.MAX_VERTICES),
          Message.of("Simplify the area before asking"));
    }
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException notANumber) {
        throw wrong(
            field,
            Message.of("'{value}' is not a number", shown(parts[i])),
            Message.of("Divide numbers by commas, with a point before decimals"));
      }
    }
    return numbers;
  }

  private static JsonNode json(String text, String field) throws BadInputException {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException notJson) {
      throw wrong(field, Message.of("is not JSON"), Message.of("Give {forms}", FORMS));
    }
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static BadInputException wrong(String field, Message what, Message fix) {
    return new BadInputException(Fault.of(field, what, fix));
  }
}
