package org.vigie.server.accounts.postgis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.store.postgis.Database;
import org.vigie.server.accounts.AccountEntry;
import org.vigie.server.accounts.SessionStore;
import org.vigie.server.accounts.Visitor;

/** Sessions in vigie.session, browsers in vigie.known_device. */
public final class PostgisSessionStore implements SessionStore {

  private final Database database;

  public PostgisSessionStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(byte[] digest, String username, Instant at, Visitor visitor) {
    update("add-session", digest, username, at, at, visitor.address(), visitor.browser());
  }

  @Override
  public List<Listed> list(
      String username, byte[] present, Instant usedAfter, Instant startedAfter) {
    return database.administer(
        connection -> {
          List<Listed> sessions = new ArrayList<>();
          try (PreparedStatement s =
                  Statements.prepare(
                      connection, "sessions-of", present, username, usedAfter, startedAfter);
              ResultSet row = s.executeQuery()) {
            while (row.next()) {
              sessions.add(
                  new Listed(
                      row.getObject("started_at", OffsetDateTime.class).toInstant(),
                      row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                      new Visitor(row.getString("address"), row.getString("browser")),
                      row.getBoolean("present")));
            }
          }
          return sessions;
        });
  }

  @Override
  public int endOthers(byte[] present, AccountEntry entry) {
    return database.administer(
        connection -> {
          try (PreparedStatement s =
              Statements.prepare(connection, "end-other-sessions", entry.username(), present)) {
            int ended = s.executeUpdate();
            if (ended > 0) {
              PostgisAccountStore.log(connection, entry);
            }
            return ended;
          }
        });
  }

  @Override
  public Optional<Stored> find(byte[] digest) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "session", (Object) digest);
              ResultSet row = s.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Stored(
                        AccountRow.read(row),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                : Optional.empty();
          }
        });
  }

  @Override
  public Map<String, Stored> list(List<byte[]> digests) {
    return database.administer(
        connection -> {
          Map<String, Stored> sessions = new HashMap<>();
          try (PreparedStatement s =
                  Statements.prepare(
                      connection,
                      "sessions",
                      connection.createArrayOf("bytea", digests.toArray()));
              ResultSet row = s.executeQuery()) {
            while (row.next()) {
              sessions.put(
                  row.getString("digest"),
                  new Stored(
                      AccountRow.read(row),
                      row.getObject("started_at", OffsetDateTime.class).toInstant(),
                      row.getObject("last_used_at", OffsetDateTime.class).toInstant()));
            }
          }
          return sessions;
        });
  }

  @Override
  public void touch(byte[] digest, Instant at) {
    update("touch-session", at, digest);
  }

  @Override
  public void end(byte[] digest) {
    update("end-session", (Object) digest);
  }

  @Override
  public void endUnusedSince(Instant limit) {
    update("end-unused-sessions", limit);
  }

  @Override
  public void addDevice(byte[] digest, String username, Instant at, Instant unusedSince, int most) {
    update("add-device", digest, username, at);
    update("forget-devices", unusedSince, username, most);
  }

  @Override
  public void useDevice(byte[] digest, Instant at) {
    update("use-device", at, digest);
  }

  @Override
  public boolean knowsDevice(byte[] digest, String username) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "device", digest, username);
              ResultSet row = s.executeQuery()) {
            return row.next();
          }
        });
  }

  private void update(String statement, Object... values) {
    database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, statement, values)) {
            return s.executeUpdate();
          }
        });
  }
}
