package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.Difference.Entry;
import org.vigie.geodata.store.Difference.Kind;
import org.vigie.geodata.store.LogPosition;

/** Reads what differs for the caller of the open transaction since a position of the log. */
final class Differences {

  private record Version(long number, Optional<BoundingBox> box) {}

  private final Connection connection;
  private final Set<String> layers = new HashSet<>();

  /**
   * @param catalog the layers that the caller reads
   */
  Differences(Connection connection, LayerCatalog catalog) {
    this.connection = connection;
    catalog.list().stream().map(Layer::name).forEach(layers::add);
  }

  /** Needs a transaction whose statements all see one snapshot. */
  List<Difference> read(List<Long> positions, int most) throws SQLException {
    long last = last();
    LogPosition seen = Revisions.position(connection);
    List<Difference> differences = new ArrayList<>();
    for (long after : positions) {
      differences.add(read(after, Math.max(after, last), seen, most));
    }
    return differences;
  }

  private Difference read(long after, long until, LogPosition seen, int most) throws SQLException {
    if (seen.sequence() <= after) {
      // nothing that is or was the caller's to see
      return new Difference(until, seen, List.of(), Set.of());
    }
    Map<FeatureRef, Version> before = side("seen-at", after, until, most);
    Map<FeatureRef, Version> now =
        before == null ? null : side("touched-features", after, until, most);
    return before == null || now == null
        ? new Difference(until, seen, List.of(), touchedLayers(after))
        : new Difference(until, seen, entries(before, now), Set.of());
  }

  private static List<Entry> entries(
      Map<FeatureRef, Version> before, Map<FeatureRef, Version> now) {
    Map<FeatureRef, Entry> entries =
        new TreeMap<>(
            Comparator.comparing(FeatureRef::layer).thenComparing(ref -> ref.id().value()));
    before.forEach(
        (feature, was) ->
            entries.put(
                feature,
                new Entry(feature, Kind.REMOVED, was.number(), was.box(), Optional.empty())));
    now.forEach(
        (feature, is) ->
            entries.compute(
                feature,
                (key, gone) ->
                    new Entry(
                        feature,
                        gone == null ? Kind.ADDED : Kind.CHANGED,
                        is.number(),
                        gone == null ? Optional.empty() : gone.before(),
                        is.box())));
    return new ArrayList<>(entries.values());
  }

  private long last() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(Statements.file("last-revision"));
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** One side of the difference; null when there is too much to tell one by one. */
  private @Nullable Map<FeatureRef, Version> side(String file, long after, long until, int most)
      throws SQLException {
    Map<FeatureRef, Version> versions = new HashMap<>();
    int touched = 0;
    try (PreparedStatement statement =
            Statements.prepare(connection, Sql.of(Statements.file(file), after, until, most + 1));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        touched = rows.getInt(1);
        String layer = rows.getString(2);
        if (layer != null && layers.contains(layer)) {
          versions.put(
              new FeatureRef(layer, new FeatureId(FeatureRow.uuid(rows, 3))),
              new Version(rows.getLong(4), box(rows)));
        }
      }
    }
    return touched > most ? null : versions;
  }

  private static Optional<BoundingBox> box(ResultSet rows) throws SQLException {
    double west = rows.getDouble(5);
    return rows.wasNull()
        ? Optional.empty()
        : Optional.of(
            new BoundingBox(west, rows.getDouble(6), rows.getDouble(7), rows.getDouble(8)));
  }

  private Set<String> touchedLayers(long after) throws SQLException {
    Set<String> touched = new TreeSet<>();
    try (PreparedStatement statement =
            Statements.prepare(connection, Sql.of(Statements.file("touched-layers"), after));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        touched.add(rows.getString(1));
      }
    }
    touched.retainAll(layers);
    return touched;
  }
}
