package org.vigie.geodata.store.postgis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.UnsafeDatabaseException;

/**
 * Writes an exercise into its log at the times its story tells of. Works as the owner of the log,
 * from whom alone PostgreSQL takes another time than the clock's, and only in a log that is empty
 * or that the exercise itself began and nobody else went on with. Times grow: what is written at an
 * earlier time than the last one is stamped just after that. For one thread.
 */
public final class ExerciseRecorder implements AutoCloseable {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  /**
   * What a crash takes away is written again by the next start. And a thousand small writes are
   * alike: to plan each anew, across all layers and policies, takes ten times as long as to run it.
   */
  private static final String FAST =
      " -c synchronous_commit=off -c plan_cache_mode=force_generic_plan";

  private final Database database;
  private final LayerCatalog catalog;

  private ExerciseRecorder(Database database, LayerCatalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /**
   * @param address of a database that {@link PostgisStore#open} brought up to date, with its owner
   * @param exercise who begins the log of every exercise
   * @param end of the exercise; nothing of it is recorded later
   * @throws UnsafeDatabaseException when the owner is not known, or when this is not the log of an
   *     exercise
   */
  public static ExerciseRecorder open(
      DatabaseAddress address, LayerCatalog catalog, Author exercise, Instant end) {
    DatabaseAddress owner =
        address
            .asOwner()
            .orElseThrow(
                () ->
                    new UnsafeDatabaseException(
                        "an exercise is written by the owner of the database alone: start once"
                            + " with --database-owner-user"));
    Database database =
        Database.open(
            preparing(owner.jdbcUrl()), owner.user(), owner.password(), READ_TIMEOUT, FAST);
    boolean ready = false;
    try {
      if (!isOf(database, exercise, end)) {
        throw new UnsafeDatabaseException(
            "this database holds what somebody wrote: an exercise needs one of its own");
      }
      ready = true;
      return new ExerciseRecorder(database, catalog);
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  /** Plans are kept from the first use on and not from the fifth. */
  private static String preparing(String jdbcUrl) {
    return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "prepareThreshold=1";
  }

  private static boolean isOf(Database database, Author exercise, Instant end) {
    return database.read(
        Access.everything(exercise),
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(Statements.file("is-exercise"))) {
            statement.setString(1, exercise.name());
            statement.setObject(2, end.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              return rows.getBoolean(1);
            }
          }
        });
  }

  /**
   * The store for what an author writes at a moment. Asking for the next one ends the former.
   *
   * @param moment later than the last; a moment ahead of the clock becomes the clock's
   */
  public FeatureStore at(Author author, Instant moment) {
    database.recordAt(moment);
    return new PostgisFeatureStore(database, catalog, Clock.systemUTC(), Access.everything(author));
  }

  @Override
  public void close() {
    database.close();
  }
}
