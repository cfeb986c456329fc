package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.CrossTable.Dimension;
import org.vigie.geodata.store.postgis.Columns.Column;

/**
 * Counts by two characteristics. One pass gives all of them by grouping sets; lists of codes are
 * taken apart in passes of their own, so that no feature counts twice where it stands once.
 */
final class CrossTables {

  private final Connection connection;
  private final FeatureQuery query;
  private final Axis row;
  private final Axis column;

  private long count;
  private Classification highest = Classification.UNCLASSIFIED;
  private final List<CrossTable.Count> rows = new ArrayList<>();
  private final List<CrossTable.Count> columns = new ArrayList<>();
  private final List<CrossTable.Cell> cells = new ArrayList<>();

  private CrossTables(Connection connection, FeatureQuery query, CrossTable.Request request) {
    this.connection = connection;
    this.query = query;
    this.row = axis(query, request.rows(), request.zone());
    this.column = axis(query, request.columns(), request.zone());
  }

  /**
   * @param isList whether the expression is a JSON list of codes
   */
  private record Axis(Sql expression, boolean isList) {

    Axis(String expression, boolean isList) {
      this(Sql.of(expression), isList);
    }

    Sql value(String name) {
      return Sql.of("").add(expression).add(" as " + name + (isList ? "s" : ""));
    }

    String elements(String name) {
      return isList
          ? " left join lateral jsonb_array_elements_text(f."
              + name
              + "s) as of_"
              + name
              + "("
              + name
              + ") on true"
          : "";
    }
  }

  static CrossTable read(Connection connection, FeatureQuery query, CrossTable.Request request)
      throws SQLException {
    return new CrossTables(connection, query, request).read();
  }

  private CrossTable read() throws SQLException {
    if (row.isList || column.isList) {
      add("()", false, false);
      add("(a)", true, false);
      add("(b)", false, true);
      add("(a, b)", true, true);
    } else {
      add("(), (a), (b), (a, b)", true, true);
    }
    rows.sort(Comparator.comparing(CrossTable.Count::value));
    columns.sort(Comparator.comparing(CrossTable.Count::value));
    cells.sort(Comparator.comparing(CrossTable.Cell::row).thenComparing(CrossTable.Cell::column));
    return new CrossTable(Revisions.position(connection), highest, count, rows, columns, cells);
  }

  /**
   * @param sets grouping sets over a, the row, and b, the column
   */
  private void add(String sets, boolean ofRow, boolean ofColumn) throws SQLException {
    String a = ofRow ? "grouping(a), coalesce(a, '')" : "1, ''";
    String b = ofColumn ? "grouping(b), coalesce(b, '')" : "1, ''";
    Sql sql =
        Sql.of("select " + a + ", " + b + ", count(*), max(level) from (select ")
            .add(row.value("a"))
            .add(", ")
            .add(column.value("b"))
            .add(", " + Marks.LEVEL + " as level")
            .add(Selection.of(query))
            .add(
                ") f"
                    + (ofRow ? row.elements("a") : "")
                    + (ofColumn ? column.elements("b") : "")
                    + " group by grouping sets ("
                    + sets
                    + ")");
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        take(result);
      }
    }
  }

  private void take(ResultSet result) throws SQLException {
    boolean ofRow = result.getInt(1) == 0;
    boolean ofColumn = result.getInt(3) == 0;
    long n = result.getLong(5);
    if (ofRow && ofColumn) {
      cells.add(new CrossTable.Cell(result.getString(2), result.getString(4), n));
    } else if (ofRow) {
      rows.add(new CrossTable.Count(result.getString(2), n));
    } else if (ofColumn) {
      columns.add(new CrossTable.Count(result.getString(4), n));
    } else {
      count = n;
      highest = Marks.read(result, 6);
    }
  }

  private static Axis axis(FeatureQuery query, Dimension dimension, LocalTimes zone) {
    String start = "f.valid_from at time zone 'UTC'";
    return switch (dimension.kind()) {
      case MONTH -> new Axis("to_char(" + start + ", 'YYYY-MM')", false);
      case WEEKDAY ->
          new Axis(
              Sql.of("case f.time_precision when 'EXACT_MINUTE' then extract(isodow from ")
                  .add(LocalTimeSql.of(Sql.of("f.valid_from"), zone))
                  .add(") when 'EXACT_DAY' then extract(isodow from " + start + ") end::text"),
              false);
      case HOUR ->
          new Axis(
              Sql.of("case when f.time_precision = 'EXACT_MINUTE' then to_char(")
                  .add(LocalTimeSql.of(Sql.of("f.valid_from"), zone))
                  .add(", 'HH24') end"),
              false);
      case PROPERTY -> ofProperty(Columns.get(query.layer(), dimension.property()));
    };
  }

  private static Axis ofProperty(Column column) {
    return switch (column.type()) {
      case CODES, TEXTS -> new Axis(column.expression(), true);
      case TABLE -> throw new IllegalArgumentException("a table has no single value");
      default -> new Axis(column.expression() + "::text", false);
    };
  }
}
