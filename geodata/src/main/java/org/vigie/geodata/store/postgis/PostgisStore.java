package org.vigie.geodata.store.postgis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.AuditTrail;
import org.vigie.geodata.store.Basemaps;
import org.vigie.geodata.store.CopySource;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.JobQueue;
import org.vigie.geodata.store.Jobs;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.LogWatch;
import org.vigie.geodata.store.ReleasedCounts;
import org.vigie.geodata.store.SavedViews;
import org.vigie.geodata.store.Shifts;
import org.vigie.geodata.store.Snapshots;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.store.UnsafeDatabaseException;

/** The store on PostGIS: one database with the schema and the layer tables of this program. */
public final class PostgisStore implements GuardedStore {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  private final Database database;
  private final PostgisLogWatch logWatch;
  private final LayerCatalog catalog;
  private final Clock clock;

  private PostgisStore(
      Database database, PostgisLogWatch logWatch, LayerCatalog catalog, Clock clock) {
    this.database = database;
    this.logWatch = logWatch;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Connects, brings schema and layer tables up to date and is ready. For that the address must
   * name an owner, who owns the schema {@code vigie} or may create it; PostGIS must be installed.
   * Afterwards nobody but the application's role is logged in, which owns nothing.
   *
   * @throws IllegalStateException when what is stored does not fit a changed layer file
   */
  public static PostgisStore open(DatabaseAddress address, LayerCatalog catalog) {
    return open(address, catalog, READ_TIMEOUT, Clock.systemUTC());
  }

  /**
   * @param readTimeout the longest a single read statement may take
   * @param clock tells which valid times are too far ahead
   */
  public static PostgisStore open(
      DatabaseAddress address, LayerCatalog catalog, Duration readTimeout, Clock clock) {
    try {
      return connect(address, catalog, readTimeout, clock);
    } catch (UnsafeDatabaseException unsafe) {
      throw new UnsafeDatabaseException(address + ": " + unsafe.getMessage());
    } catch (StoreUnavailableException absent) {
      throw new StoreUnavailableException(address + ": " + absent.getMessage(), absent);
    }
  }

  private static PostgisStore connect(
      DatabaseAddress address, LayerCatalog catalog, Duration readTimeout, Clock clock) {
    Database database =
        Database.open(address.jdbcUrl(), address.user(), address.password(), readTimeout);
    boolean ready = false;
    try {
      Optional<DatabaseAddress> owner = address.asOwner();
      if (owner.isPresent()) {
        new OwnerSession(owner.get()).bringUpToDate(catalog);
      } else {
        requireUpToDate(address, database, catalog);
      }
      requireGuarded(database);
      ready = true;
      PostgisLogWatch logWatch =
          PostgisLogWatch.of(address.jdbcUrl(), address.user(), address.password());
      return new PostgisStore(database, logWatch, catalog, clock);
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  private static void requireUpToDate(
      DatabaseAddress address, Database database, LayerCatalog catalog) {
    if (DatabaseInspection.of(address).pendingMigrations() > 0
        || database.administer(connection -> !new LayerTables(connection).isInLine(catalog))) {
      throw new UnsafeDatabaseException(
          "the schema or the tables of a layer are not up to date, and "
              + (address.user().isEmpty() ? "this role" : address.user())
              + " may not change them: start once with --database-owner-user");
    }
  }

  /** Fails closed: a database that would show a row to the wrong person is not used at all. */
  private static void requireGuarded(Database database) {
    List<String> dangers = database.administer(connection -> new RightsCheck(connection).dangers());
    if (!dangers.isEmpty()) {
      throw new UnsafeDatabaseException(dangers.get(0));
    }
  }

  @Override
  public FeatureStore as(Access access) {
    return new PostgisFeatureStore(database, catalog, clock, access);
  }

  /** Every read here is of the moment anyway. */
  @Override
  public FeatureStore as(Access access, LogPosition atLeast) {
    return as(access);
  }

  @Override
  public LogPosition head() {
    return database.head();
  }

  @Override
  public AuditTrail auditTrail() {
    return new PostgisAuditTrail(database);
  }

  @Override
  public Attachments attachments(Access access) {
    return new PostgisAttachments(database, access);
  }

  @Override
  public Jobs jobs(Access access) {
    return new PostgisJobs(database, access);
  }

  @Override
  public JobQueue jobQueue() {
    return new PostgisJobQueue(database);
  }

  @Override
  public SavedViews savedViews(Access access) {
    return new PostgisSavedViews(database, access);
  }

  @Override
  public Shifts shifts(Access access) {
    return new PostgisShifts(database, access);
  }

  @Override
  public Snapshots snapshots(Access access) {
    return new PostgisSnapshots(database, access);
  }

  @Override
  public Basemaps basemaps(Access access) {
    return new PostgisBasemaps(database, access);
  }

  @Override
  public Optional<ReleasedCounts> findReleased(Access access, String layer) {
    return catalog
        .find(layer)
        .flatMap(Layer::releasing)
        .flatMap(
            declared ->
                database.read(access, connection -> new ReleasedReads(connection).find(layer)));
  }

  @Override
  public LogWatch logWatch() {
    return logWatch;
  }

  @Override
  public byte[] sealingKey() {
    return database.administer(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(Statements.file("sealing-key"));
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
          }
        });
  }

  @Override
  public CopySource copySource() {
    return new PostgisCopySource(database, catalog);
  }

  /** The connections, for what else is kept in this database. */
  public Database database() {
    return database;
  }

  @Override
  public boolean isReachable() {
    return database.administer(connection -> connection.isValid(2));
  }

  @Override
  public void close() {
    logWatch.close();
    database.close();
  }
}
