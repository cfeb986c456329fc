package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.AppendOnlyException;
import org.vigie.geodata.store.OutOfAreaException;
import org.vigie.geodata.store.StaleVersionException;

/**
 * Features and the versions of them that go into the log, written in one transaction. What the
 * database refuses is told as the caller's fault or as ours.
 */
final class FeatureWrites {

  /** Gives the transaction its key when its first change needs one. */
  @FunctionalInterface
  interface Key {
    long get();
  }

  private final Connection connection;
  private final LayerCatalog catalog;
  private final Clock clock;
  private final Access access;
  private final Key key;
  private final GeometryCodec geometries = new GeometryCodec();
  private final Map<String, Keeping> keepings = new HashMap<>();

  FeatureWrites(Connection connection, LayerCatalog catalog, Clock clock, Access access, Key key) {
    this.connection = connection;
    this.catalog = catalog;
    this.clock = clock;
    this.access = access;
    this.key = key;
  }

  Feature insert(Feature given) throws BadInputException {
    Keeping keeping = keeping(given.layer());
    Feature feature = keeping.prepare(given);
    new Identities(connection).claim(feature);
    return store(
            keeping,
            feature,
            "insert-feature",
            statement -> {
              statement.setObject(1, feature.id().value());
              statement.setString(2, feature.layer());
              int next = bind(statement, 3, feature);
              statement.setLong(next, key.get());
            })
        .orElseThrow(() -> new IllegalStateException("nothing was inserted"));
  }

  Feature replace(Feature given, long expectedVersion)
      throws BadInputException, StaleVersionException {
    Keeping keeping = keeping(given.layer());
    Feature feature = keeping.prepare(given);
    new Identities(connection).claim(feature);
    keeping.refuseChange(connection, feature);
    boolean finer = keeping.wasFiner(connection, feature);
    Optional<Feature> stored =
        store(
            keeping,
            feature,
            "replace-feature",
            statement -> {
              int next = bind(statement, 1, feature);
              statement.setString(next, feature.layer());
              statement.setObject(next + 1, feature.id().value());
              statement.setLong(next + 2, expectedVersion);
              statement.setLong(next + 3, key.get());
            });
    if (stored.isEmpty()) {
      throw new StaleVersionException(currentVersion(feature.layer(), feature.id()));
    }
    if (finer) {
      keeping.hideOlder(connection, stored.get(), key.get());
    }
    return stored.get();
  }

  void delete(String layer, FeatureId id, long expectedVersion) throws StaleVersionException {
    if (keeping(layer).layer().appendOnly()) {
      throw new AppendOnlyException(layer);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(Statements.file("delete-feature"))) {
      statement.setString(1, layer);
      statement.setObject(2, id.value());
      statement.setLong(3, expectedVersion);
      statement.setLong(4, key.get());
      if (statement.executeUpdate() == 0) {
        throw new StaleVersionException(currentVersion(layer, id));
      }
      new LinkWrites(connection).endAllOf(new FeatureRef(layer, id), key.get());
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private Keeping keeping(String layer) {
    return keepings.computeIfAbsent(layer, name -> new Keeping(catalog.get(name), access, clock));
  }

  private Optional<Feature> store(Keeping keeping, Feature given, String file, Binding binding)
      throws BadInputException {
    try (PreparedStatement statement =
        connection.prepareStatement(Statements.file(file) + FeatureRow.COLUMNS)) {
      binding.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        Feature stored = new FeatureRow(keeping.layer()).read(rows);
        return Optional.of(keeping.apart().keep(connection, stored, given.properties(), key.get()));
      }
    } catch (SQLException e) {
      Optional<Fault> fault = SqlErrors.faultOf(e);
      if (fault.isPresent()) {
        throw new BadInputException(fault.get());
      }
      // Marks are compared before; what is left for the policies to refuse is the place.
      if (access.area().isPresent() && SqlErrors.isRefusedByPolicy(e)) {
        throw new OutOfAreaException(e);
      }
      throw SqlErrors.translate(e);
    }
  }

  /** Binds everything but id and layer; returns the index behind. */
  private int bind(PreparedStatement statement, int first, Feature feature) throws SQLException {
    Map<String, Object> open = keeping(feature.layer()).apart().open(feature.properties());
    TimeSpan span = feature.validTime() == null ? TimeSpan.ALWAYS : feature.validTime();
    int i = first;
    statement.setBytes(
        i++, feature.geometry() == null ? null : geometries.encode(feature.geometry()));
    setInstant(statement, i++, span.start());
    setInstant(statement, i++, span.end());
    statement.setString(
        i++, feature.timePrecision() == null ? null : feature.timePrecision().code());
    statement.setString(
        i++, feature.locationClass() == null ? null : feature.locationClass().name());
    statement.setObject(i++, feature.radiusMetres(), Types.DOUBLE);
    statement.setString(i++, feature.classification().name());
    String[] compartments = FeatureRow.compartments(feature);
    statement.setArray(
        i++, compartments == null ? null : connection.createArrayOf("text", compartments));
    statement.setString(i++, feature.provenance().sourceSystem());
    statement.setString(i++, feature.provenance().sourceId());
    statement.setObject(i++, feature.provenance().batch());
    statement.setString(i++, Documents.encodeOriginal(feature.provenance().original()));
    statement.setString(i++, Documents.encodeProperties(open));
    return i;
  }

  private static void setInstant(PreparedStatement statement, int index, @Nullable Instant instant)
      throws SQLException {
    statement.setObject(
        index,
        instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private long currentVersion(String layer, FeatureId id) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select version from vigie.feature where layer = ? and id = ?")) {
      statement.setString(1, layer);
      statement.setObject(2, id.value());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
