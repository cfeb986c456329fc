package org.vigie.geodata.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Areas that a filter names instead of spelling them out: {@code S_INTERSECTS(geom,
 * area('circle:20.55,4.36,25000'))}. They become geometry literals before the filter is checked, so
 * that a filter means the same wherever it is compiled, and that what a caller may not see is
 * refused in one place.
 */
public final class AreaCalls {

  /** The name of the function; it takes one text and stands in a spatial condition only. */
  public static final String NAME = "area";

  private static final int MOST = 20;
  private static final Expression PLACE = new Expression.Property(Queryables.GEOMETRY);

  /** Reads an area for one caller. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @return Polygon or MultiPolygon, WGS 84 longitude/latitude
     * @throws BadInputException when it is none, or of something that the caller does not see
     */
    Geometry read(String text) throws BadInputException;
  }

  private final Reader reader;
  private int read;

  private AreaCalls(Reader reader) {
    this.reader = reader;
  }

  /**
   * The filter with every area in a spatial condition as its geometry. Cost: one reading for each.
   *
   * @throws BadInputException when one cannot be read, or there are more than 20
   */
  public static Filter resolve(Filter filter, Reader reader) throws BadInputException {
    return new AreaCalls(reader).resolve(filter);
  }

  /** The area that everything a resolved filter lets pass meets; empty for none, or several. */
  public static Optional<Geometry> around(Filter filter) {
    List<Geometry> areas =
        flat(filter)
            .filter(Filter.Spatial.class::isInstance)
            .map(Filter.Spatial.class::cast)
            .filter(spatial -> spatial.relation() == SpatialRelation.INTERSECTS)
            .filter(spatial -> spatial.left().equals(PLACE))
            .map(Filter.Spatial::right)
            .filter(Expression.GeometryLiteral.class::isInstance)
            .map(GeometryLiterals::geometry)
            .filter(geometry -> geometry instanceof Polygonal)
            .toList();
    return areas.size() == 1 ? Optional.of(areas.get(0)) : Optional.empty();
  }

  private static Stream<Filter> flat(Filter filter) {
    return filter instanceof Filter.And and
        ? and.parts().stream().flatMap(AreaCalls::flat)
        : Stream.of(filter);
  }

  private Filter resolve(Filter filter) throws BadInputException {
    if (filter instanceof Filter.And and) {
      return new Filter.And(resolve(and.parts()));
    }
    if (filter instanceof Filter.Or or) {
      return new Filter.Or(resolve(or.parts()));
    }
    if (filter instanceof Filter.Not not) {
      return new Filter.Not(resolve(not.part()));
    }
    if (filter instanceof Filter.Spatial spatial) {
      return new Filter.Spatial(
          spatial.relation(), resolve(spatial.left()), resolve(spatial.right()));
    }
    return filter;
  }

  private List<Filter> resolve(List<Filter> parts) throws BadInputException {
    List<Filter> resolved = new ArrayList<>();
    for (Filter part : parts) {
      resolved.add(resolve(part));
    }
    return resolved;
  }

  private Expression resolve(Expression operand) throws BadInputException {
    if (!(operand instanceof Expression.Call call) || !call.name().equalsIgnoreCase(NAME)) {
      return operand;
    }
    if (call.arguments().size() != 1
        || !(call.arguments().get(0) instanceof Expression.TextLiteral text)) {
      throw new BadInputException(
          Fault.of(
              "filter",
              "area takes one text",
              "Write area('circle:20.55,4.36,25000') or area('feature:admin-area/…')"));
    }
    if (++read > MOST) {
      throw new BadInputException(
          Fault.of(
              "filter", Message.of("names more than {most} areas", MOST), "Join them to fewer"));
    }
    return new Expression.GeometryLiteral(reader.read(text.value()));
  }
}
