package org.vigie.server.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.exercise.ExerciseLoad;
import org.vigie.server.exercise.ManyIncidentsLoad;

/**
 * A mission with so many made-up incidents, and the flat table beside it, in a private cluster that
 * does not wait for the disk. It is kept below {@code target} for the next run.
 */
final class BenchmarkData implements AutoCloseable {

  private static final Map<String, String> FAST =
      Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "synchronous_commit", "off",
          "shared_buffers", "2GB",
          "max_connections", "60");

  private final Path folder;
  private final PostgisCluster cluster;

  private BenchmarkData(Path folder, PostgisCluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
  }

  /**
   * Loads what is not there yet; a million takes a minute or two.
   *
   * @param name of its folder; one that has fewer incidents gets the others too
   */
  static BenchmarkData of(String name, int events) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "bench-" + name)).toAbsolutePath();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    BenchmarkData data = new BenchmarkData(folder, PostgisCluster.start(folder, FAST));
    try (PostgisStore root = PostgisStore.open(data.cluster.address(), LayerFiles.read());
        Connection connection = data.connect()) {
      FeatureStore store = root.as(Access.everything(ExerciseLoad.AUTHOR));
      new ManyIncidentsLoad(store, System.out::println).run(events);
      FlatTable.make(connection, events);
    }
    return data;
  }

  /** Deletes what was kept under a name. */
  static void forget(String name) {
    Path folder = Path.of("target", "bench-" + name);
    if (Files.exists(folder)) {
      TestDatabases.delete(folder);
    }
  }

  Path folder() {
    return folder;
  }

  DatabaseAddress administrator() {
    return cluster.administrator(PostgisCluster.DATABASE);
  }

  /** A connection that nobody's rights limit. */
  Connection connect() throws SQLException {
    DatabaseAddress address = administrator();
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  @Override
  public void close() {
    cluster.close();
  }
}
