package org.vigie.geodata.query.cql2;

import java.util.Locale;
import java.util.Set;
import org.vigie.geodata.query.ArrayRelation;
import org.vigie.geodata.query.SpatialRelation;
import org.vigie.geodata.query.TemporalRelation;

/** Which words may stand for a property without quotes. */
final class Names {

  private static final Set<String> OPERATORS =
      Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV");

  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "DATE",
          "TIMESTAMP",
          "INTERVAL",
          "BBOX",
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private Names() {}

  /** The ranges of rule identifierStart; surrogates never match. */
  static boolean isStart(int c) {
    return c == ':'
        || c == '_'
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
        || (c >= 0x370 && c <= 0x1FFE && c != 0x37E && !Character.isSpaceChar(c))
        || c == 0x200C
        || c == 0x200D
        || (c >= 0x2070 && c <= 0x218F)
        || (c >= 0x2C00 && c <= 0x2FEF)
        || (c >= 0x3001 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0xEFFFF);
  }

  static boolean isPart(int c) {
    return isStart(c)
        || c == '.'
        || (c >= '0' && c <= '9')
        || (c >= 0x300 && c <= 0x36F)
        || c == 0x203F
        || c == 0x2040;
  }

  /** Words that are never a property unless they stand in double quotes. */
  static boolean isOperator(String word) {
    return OPERATORS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** Whether the name must be quoted to be read back as a property. */
  static boolean needsQuotes(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return name.isEmpty()
        || !isStart(name.codePointAt(0))
        || !name.codePoints().allMatch(Names::isPart)
        || OPERATORS.contains(upper)
        || CONSTRUCTORS.contains(upper);
  }

  /** Words that CQL2 itself gives a meaning before a parenthesis, so no function may have them. */
  static boolean isReservedFunction(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return OPERATORS.contains(upper)
        || CONSTRUCTORS.contains(upper)
        || SpatialRelation.find(name).isPresent()
        || TemporalRelation.find(name).isPresent()
        || ArrayRelation.find(name).isPresent();
  }
}
