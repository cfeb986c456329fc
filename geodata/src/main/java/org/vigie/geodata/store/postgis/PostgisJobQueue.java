package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.Job;
import org.vigie.geodata.store.JobQueue;
import org.vigie.geodata.store.LogPosition;

/** The queue in {@code vigie.job}; all its times are of the database's clock. */
final class PostgisJobQueue implements JobQueue {

  /** Never that of a caller. */
  static final Access PROCESS = Access.everything(new Author("vigie"));

  private static final double SILENCE_SECONDS = SILENCE.toSeconds();

  private final Database database;

  PostgisJobQueue(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Taken> take(UUID runner) {
    Sql sql = Sql.of(Statements.file("job-take"), runner, SILENCE_SECONDS, SILENCE_SECONDS);
    return database.write(
        PROCESS,
        connection -> {
          try (PreparedStatement statement = Statements.prepare(connection, sql);
              ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Taken(
                        row.getObject("id", UUID.class),
                        row.getString("process"),
                        row.getString("request"),
                        AccessSetting.read(row.getString("access")),
                        JobRow.position(row)))
                : Optional.empty();
          }
        });
  }

  @Override
  public void begin(UUID id, LogPosition position) {
    write(Sql.of(Statements.file("job-begin"), position.sequence(), position.committedAt(), id));
  }

  @Override
  public boolean goOn(UUID id, UUID runner, int percent, String message) {
    return write(Sql.of(Statements.file("job-go-on"), percent, storable(message), id, runner)) > 0;
  }

  @Override
  public void end(UUID id, UUID runner, End end, Keep keep) {
    Sql sql =
        Sql.of(
            Statements.file("job-end"),
            end.state().name(),
            storable(end.message()),
            end.result(),
            end.reading().marking().classification().name(),
            end.reading().marking().compartments().stream().sorted().toArray(String[]::new),
            end.reading().layers().stream().sorted().toArray(String[]::new),
            end.reading().features(),
            end.state() == Job.State.SUCCESSFUL,
            (double) keep.time().toSeconds(),
            id,
            runner);
    database.write(
        PROCESS,
        connection -> {
          try (PreparedStatement statement = Statements.prepare(connection, sql);
              ResultSet row = statement.executeQuery()) {
            return row.next() ? makeRoom(connection, row.getString(1), keep) : 0;
          }
        });
  }

  private static int makeRoom(Connection connection, String owner, Keep keep) throws SQLException {
    return update(
        connection, Sql.of(Statements.file("job-make-room"), owner, keep.most(), keep.mostBytes()));
  }

  @Override
  public void giveBack(UUID id, UUID runner, String message) {
    write(Sql.of(Statements.file("job-give-back"), message, id, runner));
  }

  @Override
  public int endLost(int attempts, End end, Keep keep) {
    return write(
        Sql.of(
            Statements.file("job-end-lost"),
            end.state().name(),
            storable(end.message()),
            end.result(),
            (double) keep.time().toSeconds(),
            attempts,
            SILENCE_SECONDS));
  }

  @Override
  public void forgetExpired() {
    write(Sql.of(Statements.file("job-forget-expired")));
  }

  /** A message may quote what was sent; PostgreSQL takes any character of it but one. */
  private static String storable(String message) {
    return message.replace('\0', ' ');
  }

  private int write(Sql sql) {
    return database.write(PROCESS, connection -> update(connection, sql));
  }

  static int update(Connection connection, Sql sql) throws SQLException {
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      return statement.executeUpdate();
    }
  }
}
