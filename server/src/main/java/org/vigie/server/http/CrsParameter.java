package org.vigie.server.http;

import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Parameters that name a coordinate reference system. */
public final class CrsParameter {

  public static final Parameter<Crs> CRS =
      of("crs", "Coordinate reference system of the answer, by its URI.");
  public static final Parameter<Crs> BBOX_CRS =
      of("bbox-crs", "Coordinate reference system of bbox, by its URI.");
  public static final Parameter<Crs> FILTER_CRS =
      of("filter-crs", "Coordinate reference system of geometries in filter, by its URI.");

  private CrsParameter() {}

  private static Parameter<Crs> of(String name, String help) {
    return Parameter.query(
            name,
            help,
            Schema.string().with("format", "uri").with("default", Crs.CRS84.uri()),
            text -> read(name, text))
        .orElse(Crs.CRS84);
  }

  /** The CRS of this name, or what is wrong with it. */
  public static Crs read(String name, String text) throws BadInputException {
    return Crs.find(text)
        .orElseThrow(
            () ->
                new BadInputException(
                    Fault.of(
                        name,
                        Message.of("'{text}' is not offered here", text),
                        Message.of(
                            "Use one of the list 'crs' of the collection, for example {uri}",
                            Crs.CRS84.uri()))));
  }
}
