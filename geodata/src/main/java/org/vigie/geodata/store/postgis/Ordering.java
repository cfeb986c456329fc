package org.vigie.geodata.store.postgis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.SortKey;
import org.vigie.geodata.store.Cursor;
import org.vigie.geodata.store.postgis.Columns.Column;

/**
 * The total order of a query and the place of a row in it. An unknown value is greater than every
 * known one, as in PostgreSQL, so that an index can be read in either direction. The id comes last.
 */
final class Ordering {

  private record Key(Column column, boolean descending) {}

  private final List<Key> keys = new ArrayList<>();
  private final String description;

  Ordering(FeatureQuery query) {
    for (SortKey key : query.sort()) {
      Column column = Columns.get(query.layer(), key.property());
      if (!column.sortable()) {
        throw new IllegalArgumentException(key.property() + " cannot be sorted by");
      }
      keys.add(new Key(column, key.descending()));
    }
    description = Cursor.order(query);
  }

  /** What a cursor must agree with: the layer and the sort keys. */
  String description() {
    return description;
  }

  int size() {
    return keys.size();
  }

  /** Extra columns of a page: the sort values as text, exactly as PostgreSQL reads them back. */
  String valuesAsText() {
    StringBuilder text = new StringBuilder();
    for (Key key : keys) {
      text.append(", ").append(key.column.expression()).append("::text");
    }
    return text.toString();
  }

  String orderBy() {
    StringBuilder text = new StringBuilder(" order by ");
    for (Key key : keys) {
      text.append(key.column.expression()).append(key.descending ? " desc, " : ", ");
    }
    return text.append("f.id").toString();
  }

  /** The rows strictly behind a place: k1 behind v1, or k1 equal and (k2 behind v2, or …). */
  Sql behind(Cursor place) {
    Sql sql = Sql.of(" and ");
    bound(sql, place);
    sql.add("(");
    for (int i = 0; i < keys.size(); i++) {
      addBehind(sql, keys.get(i), place.values().get(i));
      sql.add(" or (");
      addEqual(sql, keys.get(i), place.values().get(i));
      sql.add(" and (");
    }
    sql.add("f.id > ?", place.id().value());
    return sql.add("))".repeat(keys.size())).add(")");
  }

  /**
   * Follows from the rest, but is a plain range that an index scan can start from. Ascending over a
   * column that may be unknown has none, because the unknown come last.
   */
  private void bound(Sql sql, Cursor place) {
    if (keys.isEmpty()) {
      return;
    }
    Key first = keys.get(0);
    String value = place.values().get(0);
    if (value != null && (first.descending || !first.column.nullable())) {
      sql.add(
          first.column.expression()
              + (first.descending ? " <= " : " >= ")
              + cast(first.column)
              + " and ",
          value);
    }
  }

  private static void addBehind(Sql sql, Key key, @Nullable String value) {
    String column = key.column.expression();
    if (value == null) {
      sql.add(key.descending ? column + " is not null" : "false");
    } else if (key.descending) {
      sql.add(column + " < " + cast(key.column), value);
    } else {
      sql.add("(" + column + " > " + cast(key.column), value);
      sql.add(key.column.nullable() ? " or " + column + " is null)" : ")");
    }
  }

  private static void addEqual(Sql sql, Key key, @Nullable String value) {
    if (value == null) {
      sql.add(key.column.expression() + " is null");
    } else {
      sql.add(key.column.expression() + " = " + cast(key.column), value);
    }
  }

  private static String cast(Column column) {
    return "cast(? as " + column.sqlType() + ")";
  }
}
