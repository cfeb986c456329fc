package org.vigie.geodata.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.cluster.PostgisCluster;

/**
 * One private cluster for all tests of this process, started by the first that asks and stopped
 * with the process.
 */
public final class TestDatabases {

  /** Tests kill processes, not machines: what the kernel has is safe. */
  private static final Map<String, String> FAST =
      Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /** The cluster; the same at every call. */
  public static PostgisCluster cluster() {
    return Holder.CLUSTER;
  }

  /** A new empty database with PostGIS. */
  public static DatabaseAddress create() {
    return cluster().createDatabase("test_" + NUMBER.incrementAndGet());
  }

  /** The same database for its superuser, whom no policy stops: for looking behind the store. */
  public static DatabaseAddress administrator(DatabaseAddress address) {
    String url = address.jdbcUrl();
    return cluster().administrator(url.substring(url.lastIndexOf('/') + 1));
  }

  /** Drops what {@link #create} made. */
  public static void drop(DatabaseAddress address) {
    String url = address.jdbcUrl();
    cluster().dropDatabase(url.substring(url.lastIndexOf('/') + 1));
  }

  /** A new folder that other users may enter, as the database's does when the tests run as root. */
  public static Path newFolder(String prefix) {
    try {
      Path folder = Files.createTempDirectory(prefix);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes a folder and all below it. */
  public static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Holder {
    static final PostgisCluster CLUSTER = startUntilExit();

    private static PostgisCluster startUntilExit() {
      Path folder = newFolder("vigie-test-");
      PostgisCluster cluster = PostgisCluster.start(folder, FAST);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    cluster.close();
                    delete(folder);
                  }));
      return cluster;
    }
  }
}
