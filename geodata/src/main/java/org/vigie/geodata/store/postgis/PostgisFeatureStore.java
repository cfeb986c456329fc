package org.vigie.geodata.store.postgis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.store.Summary;

/** The store on PostGIS. Thread-safe; every call takes a connection of its own. */
public final class PostgisFeatureStore implements FeatureStore {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  private final Database database;
  private final LayerCatalog catalog;
  private final Clock clock;

  private PostgisFeatureStore(Database database, LayerCatalog catalog, Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Connects, brings schema and layer tables up to date and is ready. The role must own the schema
   * {@code vigie} or be allowed to create it; PostGIS must be installed in the database, or the
   * role allowed to install it.
   *
   * @throws IllegalStateException when what is stored does not fit a changed layer file
   */
  public static PostgisFeatureStore open(DatabaseAddress address, LayerCatalog catalog) {
    return open(address, catalog, READ_TIMEOUT, Clock.systemUTC());
  }

  /**
   * @param readTimeout the longest a single read statement may take
   * @param clock tells which valid times are too far ahead
   */
  public static PostgisFeatureStore open(
      DatabaseAddress address, LayerCatalog catalog, Duration readTimeout, Clock clock) {
    try {
      return connect(address, catalog, readTimeout, clock);
    } catch (StoreUnavailableException absent) {
      throw new StoreUnavailableException(address + ": " + absent.getMessage(), absent);
    }
  }

  private static PostgisFeatureStore connect(
      DatabaseAddress address, LayerCatalog catalog, Duration readTimeout, Clock clock) {
    Database database =
        Database.open(address.jdbcUrl(), address.user(), address.password(), readTimeout);
    boolean ready = false;
    try {
      Migrations.run(database.writers());
      database.write(
          connection -> {
            new LayerTables(connection).bringIntoLine(catalog);
            return true;
          });
      ready = true;
      return new PostgisFeatureStore(database, catalog, clock);
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  @Override
  public Optional<Feature> find(String layer, FeatureId id) {
    return database.read(c -> new FeatureReads(c).find(catalog.get(layer), id, null));
  }

  @Override
  public Optional<Feature> find(String layer, FeatureId id, Instant asKnownAt) {
    awaitStamped();
    return database.read(c -> new FeatureReads(c).find(catalog.get(layer), id, asKnownAt));
  }

  @Override
  public FeaturePage page(FeatureQuery query, int limit, Optional<String> cursor)
      throws BadInputException {
    awaitStamped(query);
    return database.read(c -> new FeatureReads(c).page(query, limit, cursor));
  }

  @Override
  public long count(FeatureQuery query) {
    awaitStamped(query);
    return database.read(c -> new FeatureReads(c).count(query));
  }

  @Override
  public void forEach(FeatureQuery query, Consumer<Feature> consumer) {
    awaitStamped(query);
    database.read(
        c -> {
          new FeatureReads(c).forEach(query, consumer);
          return true;
        });
  }

  @Override
  public Optional<BoundingBox> extent(FeatureQuery query) {
    awaitStamped(query);
    return database.read(c -> new FeatureReads(c).extent(query));
  }

  @Override
  public Optional<TimeSpan> timeExtent(FeatureQuery query) {
    awaitStamped(query);
    return database.read(c -> new FeatureReads(c).timeExtent(query));
  }

  @Override
  public Summary summarise(FeatureQuery query, Summary.Request request) {
    awaitStamped(query);
    return database.read(c -> Summaries.read(c, query, request));
  }

  @Override
  public Picture picture(FeatureQuery query, PictureRequest request) {
    awaitStamped(query);
    return database.read(c -> Pictures.read(c, query, request));
  }

  @Override
  public List<Change> history(String layer, FeatureId id) {
    return database.read(c -> new ChangeReads(c).history(catalog.get(layer), id));
  }

  @Override
  public LogPosition position() {
    return database.read(Revisions::position);
  }

  @Override
  public void forEachChange(long afterSequence, Consumer<Change> consumer) {
    database.read(
        c -> {
          new ChangeReads(c).forEach(afterSequence, catalog, consumer);
          return true;
        });
  }

  @Override
  public <T> T write(Author author, Work<T> work) throws BadInputException, StaleVersionException {
    return WriteTransaction.run(database, catalog, clock, author, work);
  }

  @Override
  public BulkLoad open(String layer, Author author, String title) {
    return new PostgisBulkLoad(database.session(), catalog.get(layer), author, title, clock);
  }

  @Override
  public List<Batch> batches() {
    return database.read(c -> new ChangeReads(c).batches());
  }

  @Override
  public Batch.Undo undo(UUID batch, Author author) throws BadInputException {
    return database.write(c -> new Undo(c).run(batch, author));
  }

  @Override
  public void close() {
    database.close();
  }

  private void awaitStamped(FeatureQuery query) {
    if (query.asKnownAt().isPresent()) {
      awaitStamped();
    }
  }

  private void awaitStamped() {
    database.read(
        connection -> {
          Revisions.awaitStamped(connection);
          return true;
        });
  }
}
