package org.vigie.geodata.store.postgis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.Queryables;

/**
 * Everything that the text of a statement about one layer may be put together from, written down
 * apart from the code that puts it together.
 */
final class StatementAlphabet {

  /** Stands for the expression of a property. */
  private static final String PROPERTY = "\u00A7";

  private static final Set<String> WORDS =
      Set.of(
          ("select count from where and or not is null true false like in any array case when then"
                  + " else end coalesce greatest extract at time zone interval date text bigint"
                  + " float8 boolean timestamp timestamptz uuid jsonb collate year month day hour"
                  + " isodow to_char exists abs floor ceil char_length jsonb_array_elements_text"
                  + " jsonb_build_array st_dump member geom geometrytype st_geomfromewkb"
                  + " st_intersects st_equals st_touches st_within st_overlaps st_crosses"
                  + " st_contains vigie casei accenti arithmetic feature f id layer valid_from"
                  + " valid_to 1 make_interval secs int width_bucket epoch numeric")
              .split(" "));

  private static final Set<String> TEXTS =
      Set.of(
          "UTC",
          "infinity",
          "-infinity",
          "1 microsecond",
          "GEOMETRYCOLLECTION",
          "EXACT_MINUTE",
          "EXACT_DAY",
          "HH24:MI",
          "C",
          "PLUS",
          "MINUS",
          "TIMES",
          "DIVIDE",
          "DIV",
          "MODULO",
          "POWER");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|[a-zA-Z_0-9]+|'([^']*)'|\"C\"|\\?\\?\\||::|<@|@>|&&|<>|<=|>=|[-+<>=?*.,()\\[\\]]|"
              + PROPERTY);

  private final List<String> properties = new ArrayList<>();

  StatementAlphabet(Layer layer) {
    Queryables.of(layer)
        .list()
        .forEach(q -> Columns.find(layer, q.name()).ifPresent(c -> properties.add(c.expression())));
    properties.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** The statement with a sign for each property, numbers of equal parts kept. */
  String shape(String statement) {
    String shape = statement;
    for (String property : properties) {
      shape = shape.replace(property, PROPERTY);
    }
    return shape;
  }

  /**
   * The first place of a shape that is none of this.
   *
   * @param values how many values were bound to it
   */
  Optional<String> stranger(String shape, int values) {
    Matcher token = TOKEN.matcher(shape);
    int at = 0;
    int depth = 0;
    int placeholders = 0;
    while (at < shape.length()) {
      if (!token.find(at) || token.start() != at) {
        return Optional.of(shape.substring(at));
      }
      String word = token.group();
      boolean known =
          token.group(1) != null
              ? TEXTS.contains(token.group(1))
              : !Character.isLetterOrDigit(word.codePointAt(0)) || WORDS.contains(word);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      placeholders += word.equals("?") ? 1 : 0;
      if (!known || depth < 0) {
        return Optional.of(shape.substring(at));
      }
      at = token.end();
    }
    return depth != 0 || placeholders != values
        ? Optional.of(placeholders + " places for " + values + " values in " + shape)
        : Optional.empty();
  }
}
