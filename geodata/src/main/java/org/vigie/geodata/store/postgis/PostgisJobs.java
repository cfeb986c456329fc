package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.store.Job;
import org.vigie.geodata.store.Jobs;

/**
 * Jobs of one caller in {@code vigie.job}. He reads under its policy; what is written for him is
 * written by the process, after he was found to see it.
 */
final class PostgisJobs implements Jobs {

  /** What was dismissed shows for an hour, so that whoever waits for it learns of it. */
  private static final double DISMISSED_SECONDS = 3600;

  private final Database database;
  private final Access access;

  PostgisJobs(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public Optional<Job> add(UUID id, String process, String request, int most) {
    return database.write(
        PostgisJobQueue.PROCESS,
        connection -> {
          try (PreparedStatement lock =
              Statements.prepare(connection, Sql.of(Statements.file("job-lock"), owner()))) {
            lock.execute();
          }
          return jobs(
                  connection,
                  Sql.of(
                      Statements.file("job-insert"),
                      id,
                      owner(),
                      process,
                      request,
                      AccessSetting.json(access),
                      most))
              .stream()
              .findFirst();
        });
  }

  @Override
  public List<Job> list() {
    return database.read(
        access, connection -> jobs(connection, Sql.of(Statements.file("jobs"), owner())));
  }

  @Override
  public Optional<Job> find(UUID id) {
    return database
        .read(access, connection -> jobs(connection, Sql.of(Statements.file("job"), owner(), id)))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<byte[]> result(UUID id) {
    return database.read(
        access,
        connection -> {
          Sql sql = Sql.of(Statements.file("job-result"), owner(), id);
          try (PreparedStatement statement = Statements.prepare(connection, sql);
              ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
          }
        });
  }

  @Override
  public Optional<Job> dismiss(UUID id) {
    Optional<Job> job = find(id);
    if (job.isPresent()) {
      database.write(PostgisJobQueue.PROCESS, connection -> dismiss(connection, id));
    }
    return job;
  }

  private static int dismiss(Connection connection, UUID id) throws SQLException {
    int deleted = PostgisJobQueue.update(connection, Sql.of(Statements.file("job-delete"), id));
    return deleted > 0
        ? deleted
        : PostgisJobQueue.update(
            connection, Sql.of(Statements.file("job-dismiss"), DISMISSED_SECONDS, id));
  }

  private static List<Job> jobs(Connection connection, Sql sql) throws SQLException {
    List<Job> jobs = new ArrayList<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        jobs.add(JobRow.read(rows));
      }
    }
    return jobs;
  }

  private String owner() {
    return access.author().name();
  }
}
