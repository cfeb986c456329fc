package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.SortKey;
import org.vigie.server.http.CrsParameter;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Standing;

/** The query parameters that select features of a collection, and what they mean together. */
final class ItemParameters {

  static final Parameter<Integer> LIMIT = Parameters.limit(10_000, 100);

  static final Parameter<String> CURSOR =
      Parameter.text("cursor", "Where the page starts; taken from a next link, never composed.");

  private static final Schema NAMES = Schema.array(Schema.string());

  private static final Parameter<String> SORTBY =
      Parameter.query(
          "sortby",
          "Order: names of sortables divided by commas, each with + (ascending, the default) or -"
              + " (descending) before it.",
          NAMES,
          text -> text);

  static final Parameter<String> PROPERTIES =
      Parameter.query(
          "properties",
          "Only these properties, divided by commas; id and geometry always come.",
          NAMES,
          text -> text);

  private static final Parameter<String> STANDING =
      Parameter.word(
          "standing",
          "Leaves out what was merged into another feature, as maps and figures do.",
          List.of("yes"));

  private ItemParameters() {}

  /** Which features: for every endpoint over a collection. */
  static Parameter<?>[] selection() {
    return new Parameter<?>[] {
      Areas.AREA,
      Parameters.BBOX_NUMBERS,
      CrsParameter.BBOX_CRS,
      Parameters.DATETIME,
      Filters.FILTER,
      Filters.FILTER_LANG,
      CrsParameter.FILTER_CRS,
      SORTBY,
      STANDING,
      Parameters.AS_KNOWN_AT
    };
  }

  /**
   * @param areas of the caller
   */
  static Selection select(Context context, Layer layer, Areas areas) throws BadInputException {
    FeatureQuery query = query(context, layer, areas);
    Optional<String> text = Areas.AREA.find(context);
    if (text.isEmpty()) {
      return Selection.of(query, Optional.empty(), areas);
    }
    if (query.area().isPresent()) {
      throw new BadInputException(
          Fault.of(
              Areas.AREA.name(),
              "goes with a box in degrees only",
              "Leave out bbox or bbox-crs, or the area"));
    }
    return Selection.of(
        query, Optional.of(areas.read(text.get(), Areas.AREA.name(), query.asKnownAt())), areas);
  }

  private static FeatureQuery query(Context context, Layer layer, Areas areas)
      throws BadInputException {
    FeatureQuery query = FeatureQuery.of(layer);
    Crs boxCrs = CrsParameter.BBOX_CRS.get(context);
    Optional<double[]> box = Parameters.BBOX_NUMBERS.find(context);
    if (box.isPresent()) {
      query = BoxSelection.apply(query, box.get(), boxCrs);
    }
    var datetime = Parameters.DATETIME.find(context);
    if (datetime.isPresent()) {
      query = query.withDatetime(datetime.get());
    }
    var sort = SORTBY.find(context);
    if (sort.isPresent()) {
      query = query.withSort(sortKeys(sort.get(), new LayerSchema(layer)));
    }
    var asKnownAt = Parameters.AS_KNOWN_AT.find(context);
    if (asKnownAt.isPresent()) {
      query = query.withAsKnownAt(asKnownAt.get());
    }
    Filter filter = Filters.read(context, layer, areas.inFilter(asKnownAt));
    return query.withFilter(
        STANDING.find(context).isPresent() ? Standing.of(layer, filter) : filter);
  }

  /** The properties that are asked for; empty for all. */
  static Optional<Set<String>> properties(Context context, Layer layer) throws BadInputException {
    Optional<String> text = PROPERTIES.find(context);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> known = new LayerSchema(layer).propertyNames();
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.get().split(",", -1)) {
      if (name.isBlank()) {
        continue;
      }
      if (!known.contains(name)) {
        throw new BadInputException(unknown("properties", name, layer, known));
      }
      names.add(name);
    }
    return Optional.of(names);
  }

  private static List<SortKey> sortKeys(String text, LayerSchema schema) throws BadInputException {
    List<SortKey> keys = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      // An unencoded plus sign arrives as a space.
      String word = part.strip();
      boolean descending = word.startsWith("-");
      String name = descending || word.startsWith("+") ? word.substring(1) : word;
      if (!schema.isSortable(name)) {
        throw new BadInputException(
            unknown("sortby", name, schema.layer(), List.copyOf(schema.sortables().keySet())));
      }
      keys.add(new SortKey(name, descending));
    }
    return keys;
  }

  private static Fault unknown(String parameter, String name, Layer layer, List<String> known) {
    return Fault.of(
        parameter,
        Message.of("'{name}' is not in collection {layer}", name, layer.name()),
        Message.of("Use {choices}", String.join(", ", known)));
  }
}
