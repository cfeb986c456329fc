package org.vigie.geodata.query.ecql;

import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.cql2.Cql2Limits;

/**
 * ECQL for those who come from GeoServer. Only its grammar is GeoTools': names are never looked up
 * and nothing is evaluated there, because its property paths and functions reach into Java.
 */
public final class Ecql {

  private Ecql() {}

  /**
   * Reads a filter whose geometries are WGS 84 longitude/latitude.
   *
   * @throws BadInputException when it is not ECQL, uses what CQL2 has no word for, or exceeds
   *     {@link Cql2Limits}
   */
  public static Filter parse(String source) throws BadInputException {
    Cql2Limits.checkLength(source);
    refuseDeepNesting(source);
    return Cql2Limits.check(new EcqlFilters().filter(read(source)));
  }

  // The reader of GeoTools meets some texts with whatever breaks first: class casts, empty stacks,
  // failed assertions.
  private static org.geotools.api.filter.Filter read(String source) throws BadInputException {
    try {
      return ECQL.toFilter(source, new NamedFunctions());
    } catch (CQLException notEcql) {
      throw notEcql(String.valueOf(notEcql.getMessage()).split("\n", 2)[0].strip());
    } catch (RuntimeException | AssertionError notEcql) {
      throw notEcql("a literal or a geometry is broken");
    }
  }

  private static BadInputException notEcql(String why) {
    return bad(
        Message.of("the filter is not ECQL: {reason}", why),
        Message.of("Correct it, or write CQL2 and say filter-lang=cql2-text"));
  }

  /** The generated parser recurses, so depth is bounded before it starts. */
  private static void refuseDeepNesting(String source) throws BadInputException {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      quoted ^= c == '\'';
      if (!quoted && (c == '(' || c == '[')) {
        depth++;
      } else if (!quoted && (c == ')' || c == ']')) {
        depth--;
      }
      if (depth > Cql2Limits.MAX_DEPTH) {
        throw Cql2Limits.tooDeep("at position " + (i + 1));
      }
    }
  }

  static BadInputException bad(Message what, Message fix) {
    return new BadInputException(Fault.of("filter", what, fix));
  }
}
