package org.vigie.geodata.query.cql2;

import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Filter;

/** CQL2 text (media type {@code text/cql2-text}). */
public final class Cql2Text {

  private Cql2Text() {}

  /** Reads a filter whose geometries are WGS 84 longitude/latitude. */
  public static Filter parse(String source) throws BadInputException {
    return parse(source, UnaryOperator.identity());
  }

  /**
   * Reads a filter; cost is linear in its length.
   *
   * @param toWgs84 carries a geometry from the request's filter-crs, in the axis order of that
   *     system, into WGS 84 longitude/latitude; it tells by IllegalArgumentException that a
   *     coordinate is outside the system
   * @throws BadInputException with position, what was found and what is allowed, or when the filter
   *     exceeds {@link Cql2Limits}
   */
  public static Filter parse(String source, UnaryOperator<Geometry> toWgs84)
      throws BadInputException {
    Cql2Limits.checkLength(source);
    return Cql2Limits.check(new TextParser(source, new Geometries(toWgs84)).filter());
  }

  /**
   * Writes a filter so that it reads back as the same tree.
   *
   * @throws BadInputException when a text has a backslash directly before a quote or at its end:
   *     CQL2 text cannot say that, CQL2 JSON can
   */
  public static String print(Filter filter) throws BadInputException {
    return new TextPrinter().print(filter);
  }
}
