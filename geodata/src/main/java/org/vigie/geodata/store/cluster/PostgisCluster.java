package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseLogin;

/**
 * The private database of a data directory. Listens on 127.0.0.1 and a free port, asks for a
 * password that only the owner of the directory can read, and belongs to one process at a time.
 *
 * <p>A cold start takes two to three seconds, a warm one less than one; an empty cluster takes 70
 * MB.
 */
public final class PostgisCluster implements AutoCloseable {

  /** Name of the database and of the role that owns it. */
  public static final String DATABASE = "vigie";

  /** Name of the role that the application logs in as; it owns nothing. */
  public static final String APPLICATION = "vigie_application";

  private final int port;
  private final ClusterFolder folder;
  private final Administration administration;
  private final @Nullable Postmaster postmaster;
  private final @Nullable FolderLock lock;
  private final @Nullable ClusterWatch watch;

  private PostgisCluster(
      ClusterFolder folder, int port, @Nullable Postmaster postmaster, @Nullable FolderLock lock)
      throws IOException {
    this.folder = folder;
    this.port = port;
    this.postmaster = postmaster;
    this.lock = lock;
    this.administration = new Administration(port, folder.adminPassword());
    this.watch = postmaster == null ? null : new ClusterWatch(postmaster, port);
  }

  /**
   * Starts the server of the directory, making it when there is none, and waits until it answers.
   *
   * @throws ClusterException when it cannot run here, or another process has the directory
   */
  public static PostgisCluster start(Path directory) {
    return start(directory, Map.of());
  }

  /**
   * The same with server settings of the caller's.
   *
   * @param settings by name, as in {@code postgresql.conf}; values without spaces
   */
  public static PostgisCluster start(Path directory, Map<String, String> settings) {
    try {
      return startLocked(directory, settings, FolderLock.take(directory));
    } catch (IOException failure) {
      throw unusable(directory, failure);
    }
  }

  /**
   * Joins the server that another process runs on the directory, or starts it when none does. What
   * was joined is left running when this is closed.
   */
  public static PostgisCluster join(Path directory) {
    try {
      Optional<FolderLock> lock = FolderLock.tryTake(directory);
      if (lock.isPresent()) {
        return startLocked(directory, Map.of(), lock.get());
      }
      ClusterFolder folder = new ClusterFolder(directory.toRealPath());
      int port =
          Postmaster.portOf(folder)
              .orElseThrow(
                  () ->
                      new ClusterException(
                          "Another Vigie uses "
                              + directory
                              + " but its database is not up: try again when it is ready."));
      return new PostgisCluster(folder, port, null, null);
    } catch (IOException failure) {
      throw unusable(directory, failure);
    }
  }

  /** Where the mission's database is. */
  public DatabaseAddress address() {
    return address(DATABASE);
  }

  /** Where a database of this cluster is. */
  public DatabaseAddress address(String database) {
    try {
      return new DatabaseAddress(
          Administration.url(port, database),
          APPLICATION,
          folder.password(),
          Optional.of(new DatabaseLogin(DATABASE, folder.ownerPassword())));
    } catch (IOException failure) {
      throw unusable(folder.directory(), failure);
    }
  }

  /**
   * The same for the superuser of the cluster, whom no policy stops: to back up and restore, and to
   * look behind the application.
   */
  public DatabaseAddress administrator(String database) {
    return administration.address(database);
  }

  /** Makes an empty database with PostGIS, owned by the same role; there must be none so named. */
  public DatabaseAddress createDatabase(String name) {
    administration.createDatabase(name, DATABASE);
    return address(name);
  }

  /** Drops a database and whoever is connected to it. */
  public void dropDatabase(String name) {
    administration.dropDatabase(name);
  }

  /** Port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Stops the server if this started or adopted it. */
  @Override
  public void close() {
    try {
      if (watch != null) {
        watch.close();
      }
      if (postmaster != null) {
        postmaster.stop();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException failure) {
      throw unusable(folder.directory(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while PostgreSQL was stopping.", interrupted);
    }
  }

  private static PostgisCluster startLocked(
      Path directory, Map<String, String> settings, FolderLock lock) throws IOException {
    boolean up = false;
    try {
      PostgisCluster cluster = startServer(directory.toRealPath(), settings, lock);
      if (cluster.watch != null) {
        cluster.watch.start();
      }
      up = true;
      return cluster;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while PostgreSQL was starting.", interrupted);
    } finally {
      if (!up) {
        lock.close();
      }
    }
  }

  private static PostgisCluster startServer(
      Path directory, Map<String, String> settings, FolderLock lock)
      throws IOException, InterruptedException {
    ClusterFolder folder = new ClusterFolder(directory);
    Account account = Account.forFolder(folder.data());
    Programs programs =
        new Programs(PostgresBinaries.fitting(folder.madeBy()), account, folder.output());
    boolean durable = !"off".equals(settings.get("fsync"));
    folder.createIfAbsent(programs, account, Administration.ADMIN, durable);
    Postmaster postmaster = new Postmaster(folder, programs, settings);
    PostgisCluster cluster =
        new PostgisCluster(folder, postmaster.startOrAdopt(), postmaster, lock);
    boolean ready = false;
    try {
      cluster.administration.awaitReady();
      cluster.administration.ensureDatabase(
          DATABASE,
          new DatabaseLogin(DATABASE, folder.ownerPassword()),
          new DatabaseLogin(APPLICATION, folder.password()));
      ready = true;
      return cluster;
    } finally {
      if (!ready) {
        postmaster.stop();
      }
    }
  }

  private static ClusterException unusable(Path directory, IOException failure) {
    String why =
        failure instanceof AccessDeniedException denied
            ? denied.getFile() + " may not be written by " + System.getProperty("user.name")
            : failure.toString();
    return new ClusterException(
        "The data directory " + directory + " cannot be used: " + why + ".", failure);
  }
}
