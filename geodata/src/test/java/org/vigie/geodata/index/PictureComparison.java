package org.vigie.geodata.index;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.geodata.tile.PictureTile;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.VectorTile;

/**
 * Part of {@link IndexBenchmark}: pictures and vector tiles from memory, from PostGIS through the
 * same port, and as PostgreSQL itself makes tiles (ST_AsMVT) with no rights to regard.
 */
final class PictureComparison {

  private static final Access ALL = Access.everything(new Author("benchmark"));
  private static final Layer INCIDENT = RandomEvents.CATALOG.get("incident");
  private static final Instant FROM = Instant.parse("2020-03-01T00:00:00Z");
  private static final Instant TO = FROM.plusSeconds(365L * 86_400);

  /** Nearly all events. */
  private static final TileAddress LOW = new TileAddress(2, 1, 2);

  /** Some thousand events of a year at most. */
  private static final TileAddress HIGH = new TileAddress(7, 60, 67);

  private static final String OF_POINTS =
      """
      select st_asmvt(t, 'incident', 4096, 'geom') from (
        select st_asmvtgeom(st_transform(geom, 3857), st_tileenvelope(%1$d, %2$d, %3$d), 4096, 128)
                 as geom,
               id::text, extract(epoch from valid_from)::bigint as start,
               extract(epoch from valid_to)::bigint as end, properties ->> 'type' as type,
               (properties ->> 'severity')::int as severity, radius_m::int
          from vigie.feature
         where layer = 'incident' and valid_from >= ?::timestamptz and valid_from < ?::timestamptz
           and geom && st_transform(
             st_tileenvelope(%1$d, %2$d, %3$d, margin => 128 / 4096.0), 4326)) t
      """;

  private static final String OF_CELLS =
      """
      select st_asmvt(t, 'incident', 4096, 'geom') from (
        select st_asmvtgeom(st_transform(st_setsrid(st_point(lon, lat), 4326), 3857),
                 st_tileenvelope(%1$d, %2$d, %3$d), 4096, 128) as geom, count, type
          from (select avg(st_x(geom)) as lon, avg(st_y(geom)) as lat, count(*) as count,
                       mode() within group (order by properties ->> 'type') as type
                  from vigie.feature
                 where layer = 'incident'
                   and geom && st_transform(st_tileenvelope(%1$d, %2$d, %3$d), 4326)
                 group by floor(st_x(geom) / %4$s), floor(st_y(geom) / %4$s)) cells) t
      """;

  private final FeatureStore memory;
  private final FeatureStore database;
  private final DatabaseAddress address;

  PictureComparison(EventIndex index, FeatureStore database, DatabaseAddress address) {
    this.database = database;
    this.address = address;
    this.memory =
        new IndexedFeatureStore(database, ALL, new Selector(), States.of(index.snapshot()));
  }

  void print() throws SQLException {
    FeatureQuery all = FeatureQuery.of(INCIDENT);
    FeatureQuery year = all.withDatetime(TimeSpan.of(FROM, TO));
    FeatureQuery box = year.withBbox(new BoundingBox(7, 7, 13, 13));
    pictures("picture: points of 6 degrees, one year", box, new PictureRequest(8, 20_000, false));
    pictures("picture: cells of all, zoom 5", all, new PictureRequest(5, 20_000, false));
    double cell = new PictureRequest(LOW.zoom() + 2, 1, false).cellDegrees();
    try (Connection connection = connection()) {
      tiles("tile: cells of all, zoom 2", LOW, all);
      sql("ST_AsMVT of the same", connection, sql(OF_CELLS, LOW, cell));
      tiles("tile: points of one year, zoom 7", HIGH, year);
      sql("ST_AsMVT of the same", connection, sql(OF_POINTS, HIGH, cell), FROM, TO);
    }
  }

  private Connection connection() throws SQLException {
    DatabaseAddress past = TestDatabases.administrator(address);
    return DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
  }

  private static String sql(String template, TileAddress tile, double cell) {
    return template.formatted(tile.zoom(), tile.column(), tile.row(), cell);
  }

  private void pictures(String what, FeatureQuery query, PictureRequest request) {
    compare(what, () -> memory.picture(query, request), () -> database.picture(query, request));
  }

  private void tiles(String what, TileAddress tile, FeatureQuery query) {
    FeatureQuery buffered = query.withBbox(tile.buffered());
    PictureRequest request =
        new PictureRequest(tile.zoom() + 2, 5_000, false).countedIn(tile.bounds());
    compare(
        what,
        () -> encoded(tile, memory.picture(buffered, request)),
        () -> encoded(tile, database.picture(buffered, request)));
  }

  private static Picture encoded(TileAddress address, Picture picture) {
    VectorTile tile = new VectorTile(address);
    new PictureTile(INCIDENT, picture).addTo(tile);
    if (tile.toByteArray().length == 0) {
      throw new AssertionError("an empty tile");
    }
    return picture;
  }

  private static void compare(String what, Supplier<Picture> memory, Supplier<Picture> database) {
    Picture mine = memory.get();
    if (mine.count() != database.get().count()) {
      throw new AssertionError(what);
    }
    double here = median(61, memory);
    double there = median(5, database);
    System.out.printf(
        "| %s (%,d) | %.2f ms | %.1f ms | %.0f |%n", what, mine.count(), here, there, there / here);
  }

  private static void sql(String what, Connection connection, String sql, Instant... span)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < span.length; i++) {
        statement.setString(i + 1, span[i].toString());
      }
      double there =
          median(
              5,
              () -> {
                try (ResultSet row = statement.executeQuery()) {
                  row.next();
                  return List.of(row.getBytes(1).length);
                } catch (SQLException broken) {
                  throw new AssertionError(broken);
                }
              });
      System.out.printf("| %s | | %.1f ms | |%n", what, there);
    }
  }

  /** Milliseconds; as many rounds before are not counted, so that the code is compiled. */
  private static double median(int rounds, Supplier<?> work) {
    double[] times = new double[2 * rounds];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      Objects.requireNonNull(work.get());
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times, rounds, times.length);
    return times[rounds + rounds / 2];
  }
}
