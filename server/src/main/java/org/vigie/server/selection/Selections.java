package org.vigie.server.selection;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.server.http.Datetimes;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Schema;

/** Turns requests into queries, whether they stand in a URL or in a body. */
public final class Selections {

  /** The members of a body that say where, when and as known at which moment. */
  private static final Map<String, Schema> AROUND =
      Map.of(
          "area", Areas.SCHEMA,
          "bbox", Schema.array(Schema.number()),
          "datetime", Schema.string(),
          "as-known-at", Schema.string());

  /** Those of a body that choose among the features of one layer. */
  private static final Map<String, Schema> OF_A_LAYER =
      with(AROUND, "layer", Schema.string(), "filter", Schema.string());

  private final LayerCatalog catalog;

  public Selections(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  /** The names of what {@link #of(Members, Areas)} reads, and more. */
  public static Set<String> membersAnd(String... more) {
    return with(OF_A_LAYER.keySet(), more);
  }

  /** The schema of what {@link #of(Members, Areas)} reads, and more members: names and schemas. */
  public static Schema schemaAnd(Object... more) {
    return Schema.object(with(OF_A_LAYER, more));
  }

  /** The names of what {@link #around} and {@link #area} read, and more. */
  public static Set<String> aroundAnd(String... more) {
    return with(AROUND.keySet(), more);
  }

  /** The schema of what {@link #around} and {@link #area} read, and more: names and schemas. */
  public static Schema aroundSchemaAnd(Object... more) {
    return Schema.object(with(AROUND, more));
  }

  private static Set<String> with(Set<String> names, String... more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(List.of(more));
    return all;
  }

  private static Map<String, Schema> with(Map<String, Schema> members, Object... more) {
    Map<String, Schema> all = new TreeMap<>(members);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], (Schema) more[i + 1]);
    }
    return all;
  }

  /** The same over the layers that a caller may read, as he sees them. */
  public Selections as(Access access) {
    return new Selections(catalog.readableFor(access));
  }

  public List<Layer> layers() {
    return catalog.list();
  }

  /**
   * @param field where the name was given, for the fault
   */
  public Layer layer(String field, String name) throws BadInputException {
    Optional<Layer> layer = catalog.find(name);
    if (layer.isEmpty()) {
      throw new BadInputException(
          Fault.of(
              field,
              Message.of("there is no layer '{name}'", name),
              Message.of(
                  "Use one of {choices}",
                  String.join(", ", catalog.list().stream().map(Layer::name).toList()))));
    }
    return layer.get();
  }

  /** What a URL asks for with bbox, datetime, filter, as-known-at and {@link Areas#AREA}. */
  public Selection of(Layer layer, Context context, Areas areas) throws BadInputException {
    FeatureQuery query = query(layer, context, areas);
    Optional<String> text = Areas.AREA.find(context);
    Optional<Area> area =
        text.isEmpty()
            ? Optional.empty()
            : Optional.of(areas.read(text.get(), Areas.AREA.name(), query.asKnownAt()));
    return Selection.of(query, area, areas);
  }

  private static FeatureQuery query(Layer layer, Context context, Areas areas)
      throws BadInputException {
    FeatureQuery query = FeatureQuery.of(layer);
    Optional<BoundingBox> bbox = Parameters.BBOX.find(context);
    query = bbox.isPresent() ? query.withBbox(bbox.get()) : query;
    var datetime = Parameters.DATETIME.find(context);
    query = datetime.isPresent() ? query.withDatetime(datetime.get()) : query;
    var asKnownAt = Parameters.AS_KNOWN_AT.find(context);
    query = asKnownAt.isPresent() ? query.withAsKnownAt(asKnownAt.get()) : query;
    return query.withFilter(
        Standing.of(layer, Filters.find(context, layer, areas.inFilter(asKnownAt))));
  }

  /** What a body asks for; {@code filter} is CQL2 text, or CQL2 JSON as an object. */
  public Selection of(Members body, Areas areas) throws BadInputException {
    Layer layer = layer(body.name("layer"), body.getText("layer"));
    FeatureQuery around = around(layer, body);
    FeatureQuery query = around.withFilter(filter(layer, body, areas, around.asKnownAt()));
    return Selection.of(query, area(body, areas), areas);
  }

  /** The area of a body, as known at the moment that it names. */
  public Optional<Area> area(Members body, Areas areas) throws BadInputException {
    Optional<JsonNode> area = body.find("area");
    return area.isEmpty()
        ? Optional.empty()
        : Optional.of(areas.read(area.get(), body.name("area"), knownAt(body)));
  }

  /** Box, dates and moment of a body; everything but its area and its filter. */
  public FeatureQuery around(Layer layer, Members body) throws BadInputException {
    FeatureQuery query = FeatureQuery.of(layer);
    Optional<JsonNode> bbox = body.find("bbox");
    query = bbox.isPresent() ? query.withBbox(box(bbox.get(), body)) : query;
    Optional<String> datetime = body.findText("datetime");
    query = datetime.isPresent() ? query.withDatetime(Datetimes.read(datetime.get())) : query;
    Optional<Instant> known = knownAt(body);
    return known.isPresent() ? query.withAsKnownAt(known.get()) : query;
  }

  private static Optional<Instant> knownAt(Members body) throws BadInputException {
    Optional<String> known = body.findText("as-known-at");
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(Datetimes.past(body.name("as-known-at"), known.get()));
  }

  /**
   * The filter of a body, without what was merged into others.
   *
   * @param knownAt the moment whose areas of features it names; empty for now
   */
  public Filter filter(Layer layer, Members body, Areas areas, Optional<Instant> knownAt)
      throws BadInputException {
    Optional<JsonNode> filter = body.find("filter");
    if (filter.isEmpty()) {
      return Standing.of(layer, Filter.ALL);
    }
    JsonNode cql2 = filter.get();
    String text = cql2.isTextual() ? cql2.textValue() : cql2.toString();
    return Standing.of(layer, Filters.parse(text, layer, areas.inFilter(knownAt)));
  }

  private static BoundingBox box(JsonNode node, Members body) throws BadInputException {
    List<String> numbers = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> numbers.add(n.asText()));
    } else if (node.isTextual()) {
      numbers.add(node.textValue());
    } else {
      throw body.wrong(
          "bbox",
          Message.of("{node} is not a box", node),
          Message.of("Send [west, south, east, north]"));
    }
    return Parameters.BBOX.reader().read(String.join(",", numbers));
  }
}
