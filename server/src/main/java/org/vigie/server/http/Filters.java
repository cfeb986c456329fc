package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.query.AreaCalls;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Json;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.query.ecql.Ecql;

/** Reads the filters of requests and checks them against the layer they are for. */
public final class Filters {

  private static final String TEXT = "cql2-text";
  private static final String JSON = "cql2-json";
  private static final String ECQL = "ecql";

  public static final Parameter<String> FILTER =
      Parameter.text("filter", "Only features that fulfil this CQL2 expression.");
  public static final Parameter<String> FILTER_LANG =
      Parameter.word("filter-lang", "Language of filter.", List.of(TEXT, JSON, ECQL)).orElse(TEXT);

  private Filters() {}

  /**
   * The filter of an endpoint that declares {@link #FILTER}, {@link #FILTER_LANG} and {@link
   * CrsParameter#FILTER_CRS}.
   *
   * @param areas reads the areas that the filter names, for whoever asks
   */
  public static Filter read(Context context, Layer layer, AreaCalls.Reader areas)
      throws BadInputException {
    String language = FILTER_LANG.get(context);
    Crs crs = CrsParameter.FILTER_CRS.get(context);
    Optional<String> text = FILTER.find(context);
    if (text.isEmpty()) {
      return Filter.ALL;
    }
    Filter filter =
        switch (language) {
          case JSON -> Cql2Json.parse(text.get(), geometry -> toWgs84(crs, geometry));
          case ECQL -> ecql(context, text.get());
          default -> Cql2Text.parse(text.get(), geometry -> toWgs84(crs, geometry));
        };
    return check(filter, layer, areas);
  }

  /**
   * The filter of an endpoint that declares {@link #FILTER} in WGS 84: in the language that {@link
   * #FILTER_LANG} names, told apart by its first character where it names none.
   */
  public static Filter find(Context context, Layer layer, AreaCalls.Reader areas)
      throws BadInputException {
    if (context.queryParam(FILTER_LANG.name()) != null) {
      return read(context, layer, areas);
    }
    Optional<String> text = FILTER.find(context);
    return text.isPresent() ? parse(text.get(), layer, areas) : Filter.ALL;
  }

  /**
   * A filter in either language, told apart by its first character; WGS 84 longitude/latitude.
   *
   * @param areas reads the areas that the filter names, for whoever asks
   */
  public static Filter parse(String text, Layer layer, AreaCalls.Reader areas)
      throws BadInputException {
    if (text.isBlank()) {
      return Filter.ALL;
    }
    Filter filter =
        text.stripLeading().startsWith("{") ? Cql2Json.parse(text) : Cql2Text.parse(text);
    return check(filter, layer, areas);
  }

  private static Filter check(Filter filter, Layer layer, AreaCalls.Reader areas)
      throws BadInputException {
    return Queryables.of(layer).check(AreaCalls.resolve(filter, areas));
  }

  private static Filter ecql(Context context, String text) throws BadInputException {
    if (context.queryParam("filter-crs") != null) {
      throw new BadInputException(
          Fault.of(
              "filter-crs",
              "ECQL is read in longitude and latitude only",
              "Leave filter-crs out, or write the filter in CQL2"));
    }
    return Ecql.parse(text);
  }

  private static Geometry toWgs84(Crs crs, Geometry geometry) {
    try {
      return crs.toWgs84(geometry);
    } catch (BadInputException outside) {
      throw new IllegalArgumentException(outside.faults().get(0).what(), outside);
    }
  }
}
