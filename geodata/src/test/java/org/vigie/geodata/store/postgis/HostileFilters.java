package org.vigie.geodata.store.postgis;

import java.util.List;
import java.util.Random;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.cql2.Cql2Json;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.query.ecql.Ecql;

/**
 * Random filters as they are sent: in one of the three languages, with statements of SQL in their
 * literals, and now and then in place of a name or of a function. Everything made up carries {@link
 * #MARKER}.
 */
final class HostileFilters {

  /** What no statement text has. */
  static final String MARKER = "zq7";

  private static final List<String> SQL =
      List.of(
          "'; update shadow set secret = 'gone'; --",
          "''; update shadow set secret = ''gone''; --",
          "\\'; update shadow set secret = 0; --",
          "') or ('1'='1",
          "' or true --",
          "\"; drop table shadow; --",
          "$$; delete from shadow; $$",
          "$1",
          "?",
          "??",
          "{fn now()}",
          "{d '2024-01-01'}",
          "/*+ x */",
          "*/ or 1=1 /*",
          "\u02BC; drop table shadow",
          "\uFF07 or 1=1",
          "%' union select secret from shadow --",
          "\nselect pg_sleep(9)",
          "E'\\x27'",
          "'::text collate \"C\") is null or (true",
          "f.properties ->> 'name'",
          "] || (select secret from shadow) || [",
          "%s${jndi}#{x}");

  private static final List<String> FUNCTIONS =
      List.of(
          "pg_sleep",
          "pg_read_file",
          "vigie.casei",
          "lo_import",
          "dblink",
          "set_config",
          "query_to_xml",
          "coalesce",
          "st_asmvt",
          "java.lang.Runtime.exec");

  private static final List<String> NAMES =
      List.of(
          "f.geom",
          "properties",
          "NAME",
          "name'",
          "name\" or 1=1 --",
          "shadow",
          "layer",
          "ctid",
          "xmin",
          "vigie.feature",
          "name ->> 'x'",
          "batch",
          "__proto__",
          "class");

  private final Random random;
  private final RandomThings things;
  private final RandomFilters trees;

  HostileFilters(Random random) {
    this.random = random;
    this.things =
        new RandomThings(random) {
          @Override
          String text() {
            return literal();
          }
        };
    this.trees = new RandomFilters(things);
  }

  String literal() {
    String piece = things.one(SQL);
    return switch (random.nextInt(3)) {
      case 0 -> MARKER + piece;
      case 1 -> piece + MARKER;
      default -> MARKER + piece + random.nextInt(1000);
    };
  }

  /**
   * @throws BadInputException when it is refused as text
   */
  Filter next() throws BadInputException {
    boolean foul = things.chance(0.15);
    return switch (random.nextInt(3)) {
      case 0 -> {
        String text = Cql2Text.print(trees.filter(3));
        yield Cql2Text.parse(foul ? fouled(text, "\"", "\"\"") : text);
      }
      case 1 -> {
        String json = Cql2Json.print(trees.filter(3)).toString();
        yield Cql2Json.parse(foul ? fouled(json, "", "\\\\\"") : json);
      }
      default -> {
        String ecql = ecql(2);
        yield Ecql.parse(foul ? fouled(ecql, "\"", "\"\"") : ecql);
      }
    };
  }

  /** One property or function replaced by what is none, quoted as the language wants it or not. */
  private String fouled(String text, String quote, String quoteInside) {
    if (things.chance(0.4)) {
      return text.replaceFirst(
          "\\b(casei|accenti|abs|floor|ceil|length|year)\\b", things.one(FUNCTIONS));
    }
    String name = things.one(NAMES) + (things.chance(0.5) ? MARKER : "");
    String written = things.chance(0.7) ? quote + name.replace("\"", quoteInside) + quote : name;
    return text.replaceFirst(
        "\\b(name|note|source_id|n|x|ok|day|at|flags|geom|valid_from|version)\\b",
        java.util.regex.Matcher.quoteReplacement(written));
  }

  private String ecql(int depth) {
    if (depth > 0 && things.chance(0.5)) {
      return switch (random.nextInt(3)) {
        case 0 -> "(" + ecql(depth - 1) + " AND " + ecql(depth - 1) + ")";
        case 1 -> "(" + ecql(depth - 1) + " OR " + ecql(depth - 1) + ")";
        default -> "NOT (" + ecql(depth - 1) + ")";
      };
    }
    String text = things.one(List.of("name", "note", "source_id", "source_system"));
    return switch (random.nextInt(10)) {
      case 0 -> text + " LIKE " + quoted();
      case 1 -> text + " ILIKE " + quoted();
      case 2 -> text + " IN (" + quoted() + ", " + quoted() + ")";
      case 3 -> "id = " + quoted();
      case 4 -> "n BETWEEN " + things.whole() + " AND " + things.whole();
      case 5 -> "abs(x) > " + things.whole() + " - n";
      case 6 -> "valid_from DURING " + things.date() + "T00:00:00Z/P1D";
      case 7 -> "INTERSECTS(geom, " + things.geometry(false).toText() + ")";
      case 8 -> "casei(" + text + ") = casei(" + quoted() + ")";
      default -> text + things.one(List.of(" = ", " <> ", " < ", " >= ")) + quoted();
    };
  }

  private String quoted() {
    return "'" + literal().replace("'", "''") + "'";
  }
}
