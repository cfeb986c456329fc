package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;

/**
 * The store's tables with features put in directly, so that filters can be tried on layers whose
 * names no layer file may have.
 */
public final class FilterDatabase implements AutoCloseable {

  private final Connection connection;

  public FilterDatabase(DatabaseAddress given) throws SQLException {
    DatabaseAddress owner = given.asOwner().orElseThrow();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(owner.jdbcUrl());
    source.setUser(owner.user());
    source.setPassword(owner.password());
    Migrations.run(source);
    DatabaseAddress address = TestDatabases.administrator(given);
    Properties properties = new Properties();
    properties.put("user", address.user());
    properties.put("password", address.password());
    properties.put("options", "-c timezone=Pacific/Auckland -c jit=off");
    connection = DriverManager.getConnection(address.jdbcUrl(), properties);
    try (var statement = connection.createStatement()) {
      // Natural Earth reaches a rounding error beyond 180 degrees, which no import would let in.
      statement.execute("alter table vigie.feature drop constraint if exists geometry_is_sound");
    }
  }

  Connection connection() {
    return connection;
  }

  public void load(Layer layer, List<Feature> features) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create table vigie.\"feature_"
              + layer.name().replace('-', '_')
              + "\" partition of vigie.feature for values in ('"
              + layer.name()
              + "')");
      // A store that is opened over it later brings it into line, which only an owner may.
      statement.execute(
          "alter table vigie.\"feature_" + layer.name().replace('-', '_') + "\" owner to vigie");
    }
    GeometryCodec codec = new GeometryCodec();
    for (Feature f : features) {
      TimeSpan time = f.validTime() == null ? TimeSpan.ALWAYS : f.validTime();
      Sql sql =
          Sql.of(
              "insert into vigie.feature (id, layer, classification, source_system, version,"
                  + " recorded_at, properties) values (?, ?, ?, ?, ?, ?, ?::jsonb)",
              f.id().value(),
              f.layer(),
              f.classification().name(),
              f.provenance().sourceSystem(),
              f.version(),
              f.recordedAt(),
              Documents.encodeProperties(f.properties()));
      run(sql);
      if (f.geometry() != null) {
        set(f, "geom = st_geomfromewkb(?)", codec.encode(f.geometry()));
      }
      if (time.start() != null) {
        set(f, "valid_from = ?", time.start());
      }
      if (time.end() != null) {
        set(f, "valid_to = ?", time.end());
      }
      if (f.timePrecision() != null) {
        set(f, "time_precision = ?", f.timePrecision().code());
      }
      if (f.radiusMetres() != null) {
        set(f, "radius_m = ?", f.radiusMetres());
      }
      if (f.provenance().sourceId() != null) {
        set(f, "source_id = ?", f.provenance().sourceId());
      }
    }
  }

  private void set(Feature feature, String assignment, Object value) throws SQLException {
    run(
        Sql.of(
            "update vigie.feature set " + assignment + " where id = ?",
            value,
            feature.id().value()));
  }

  private void run(Sql sql) throws SQLException {
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.executeUpdate();
    }
  }

  /** Identifiers of the features that pass. */
  Set<String> select(Filter filter, Layer layer) throws SQLException {
    Sql sql =
        Sql.of("select f.id::text from vigie.feature f where f.layer = ? and ", layer.name())
            .add(FilterSql.compile(filter, layer));
    Set<String> ids = new HashSet<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
