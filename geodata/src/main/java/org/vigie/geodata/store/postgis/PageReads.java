package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Counted;
import org.vigie.geodata.store.Cursor;

/** Reads one page of features, on a connection whose transaction is one snapshot. */
final class PageReads {

  private static final Logger LOG = LoggerFactory.getLogger(PageReads.class);

  private final Connection connection;
  private final FeatureQuery query;
  private final int limit;
  private final Ordering ordering;

  PageReads(Connection connection, FeatureQuery query, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
    this.connection = connection;
    this.query = query;
    this.limit = limit;
    this.ordering = new Ordering(query);
  }

  /**
   * @param counted of what is known already; regarded when nothing was written since that the
   *     caller sees
   */
  FeaturePage read(Optional<String> cursor, Optional<Counted> counted)
      throws SQLException, BadInputException {
    Optional<Counted> known =
        counted.isPresent() && counted.get().asOf().equals(Revisions.position(connection))
            ? counted
            : Optional.empty();
    Optional<Rows> rows = chosen(known.flatMap(Counted::first));
    if (rows.isEmpty()) {
      rows = Optional.of(ordered(cursor));
    }
    long count =
        known.isPresent() ? known.get().count() : new FeatureReads(connection).count(query);
    return new FeaturePage(rows.get().features, count, rows.get().next);
  }

  /** The features of a page, and where the next begins. */
  private record Rows(List<Feature> features, Optional<String> next) {}

  /**
   * The rows of these ids, as far as the policies let them through. They let all through, or the
   * ids were not those of the page: then the database finds them itself.
   */
  private Optional<Rows> chosen(Optional<List<FeatureId>> ids) throws SQLException {
    if (ids.isEmpty() || ids.get().isEmpty()) {
      return ids.map(none -> new Rows(List.of(), Optional.empty()));
    }
    int size = ids.get().size();
    Sql sql =
        Sql.of("select " + FeatureRow.columns(query.layer()) + ordering.valuesAsText())
            .add(Selection.of(FeatureQuery.of(query.layer())))
            .add(FeatureReads.AMONG, (Object) FeatureReads.texts(ids.get()))
            .add(ordering.orderBy());
    // to begin workers takes longer than to look up some thousand ids; a statement that is read in
    // parts has none, though here all rows are in the first
    Rows rows = read(sql, size + 1);
    int found = rows.features.size() + (rows.next.isPresent() ? 1 : 0);
    if (found != size) {
      LOG.error("{} of {} ids of a page of {} were found", found, size, query.layer().name());
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  private Rows ordered(Optional<String> cursor) throws SQLException, BadInputException {
    // the page first, then what its rows hold: PostgreSQL would look up what is kept apart for
    // every row that matches before it sorts them
    Sql sql =
        Sql.of(
                "select "
                    + FeatureRow.columns(query.layer())
                    + ordering.valuesAsText()
                    + " from (select f.*")
            .add(Selection.of(query));
    if (cursor.isPresent()) {
      sql.add(
          ordering.behind(Cursor.decode(cursor.get(), ordering.description(), ordering.size())));
    }
    sql.add(ordering.orderBy()).add(" limit ?", limit + 1L).add(") f").add(ordering.orderBy());
    try {
      return read(sql, 0);
    } catch (SQLException e) {
      throw cursor.isEmpty() ? e : unlessForged(e);
    }
  }

  /**
   * @param fetchSize rows that are fetched at once; 0 for all
   */
  private Rows read(Sql sql, int fetchSize) throws SQLException {
    List<Feature> features = new ArrayList<>();
    Optional<String> next = Optional.empty();
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.setFetchSize(fetchSize);
      try (ResultSet rows = statement.executeQuery()) {
        FeatureRow reader = new FeatureRow(query.layer());
        Cursor last = null;
        while (rows.next()) {
          if (features.size() == limit && last != null) {
            next = Optional.of(last.encode(ordering.description()));
            break;
          }
          Feature feature = reader.read(rows);
          features.add(feature);
          if (features.size() == limit) {
            last = placeOf(rows, feature.id());
          }
        }
      }
    }
    return new Rows(features, next);
  }

  private Cursor placeOf(ResultSet row, FeatureId id) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < ordering.size(); i++) {
      values.add(row.getString(FeatureRow.SIZE + 1 + i));
    }
    return new Cursor(values, id);
  }

  /** A cursor that passes the check sum but whose values have the wrong type was made by hand. */
  private static SQLException unlessForged(SQLException e) throws BadInputException {
    if (e.getSQLState() != null && e.getSQLState().startsWith("22")) {
      throw new BadInputException(
          Fault.of("cursor", "this is not a cursor of this query", "Take it from the next link"));
    }
    return e;
  }
}
