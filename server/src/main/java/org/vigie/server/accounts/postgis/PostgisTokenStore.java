package org.vigie.server.accounts.postgis;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.store.postgis.Database;
import org.vigie.server.accounts.AccountEntry;
import org.vigie.server.accounts.ApiToken;
import org.vigie.server.accounts.TokenStore;

/** API tokens in vigie.api_token. */
public final class PostgisTokenStore implements TokenStore {

  private final Database database;

  public PostgisTokenStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(ApiToken token, byte[] digest, AccountEntry entry) {
    database.administer(
        connection -> {
          Optional<Array> layers = Optional.empty();
          if (token.layers().isPresent()) {
            layers = Optional.of(connection.createArrayOf("text", token.layers().get().toArray()));
          }
          Optional<Array> roles = Optional.empty();
          if (token.roles().isPresent()) {
            Object[] words = token.roles().get().stream().map(Role::word).toArray();
            roles = Optional.of(connection.createArrayOf("text", words));
          }
          try (PreparedStatement s =
              Statements.prepare(
                  connection,
                  "add-token",
                  token.id(),
                  digest,
                  token.username(),
                  token.name(),
                  token.writes())) {
            s.setArray(6, layers.orElse(null));
            s.setArray(7, roles.orElse(null));
            Statements.bind(s, 8, token.createdAt());
            Statements.bind(s, 9, token.expiresAt());
            s.executeUpdate();
          }
          PostgisAccountStore.log(connection, entry);
          return true;
        });
  }

  @Override
  public Optional<Found> find(byte[] digest) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "token", (Object) digest);
              ResultSet row = s.executeQuery()) {
            return row.next()
                ? Optional.of(new Found(read(row), AccountRow.read(row)))
                : Optional.empty();
          }
        });
  }

  @Override
  public Optional<ApiToken> find(UUID id) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "token-of-id", id);
              ResultSet row = s.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
          }
        });
  }

  @Override
  public List<Found> list(List<UUID> ids) {
    return database.administer(
        connection -> {
          List<Found> found = new ArrayList<>();
          try (PreparedStatement s =
                  Statements.prepare(
                      connection,
                      "tokens-of-ids",
                      connection.createArrayOf("uuid", ids.toArray()));
              ResultSet row = s.executeQuery()) {
            while (row.next()) {
              found.add(new Found(read(row), AccountRow.read(row)));
            }
          }
          return found;
        });
  }

  @Override
  public List<ApiToken> list(String username) {
    return read("tokens-of", username);
  }

  @Override
  public List<ApiToken> list() {
    return read("all-tokens");
  }

  private List<ApiToken> read(String statement, Object... values) {
    return database.administer(
        connection -> {
          List<ApiToken> tokens = new ArrayList<>();
          try (PreparedStatement s = Statements.prepare(connection, statement, values);
              ResultSet row = s.executeQuery()) {
            while (row.next()) {
              tokens.add(read(row));
            }
          }
          return tokens;
        });
  }

  @Override
  public void revoke(UUID id, AccountEntry entry) {
    database.administer(
        connection -> {
          try (PreparedStatement s =
              Statements.prepare(connection, "revoke-token", entry.at(), id)) {
            if (s.executeUpdate() > 0) {
              PostgisAccountStore.log(connection, entry);
            }
          }
          return true;
        });
  }

  @Override
  public void touch(UUID id, Instant at) {
    database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "touch-token", at, id)) {
            return s.executeUpdate();
          }
        });
  }

  private static ApiToken read(ResultSet row) throws SQLException {
    Optional<Set<String>> layers = texts(row, "token_layers");
    Optional<Set<Role>> roles =
        texts(row, "token_roles")
            .map(
                words ->
                    words.stream()
                        .map(word -> Role.find(word).orElseThrow())
                        .collect(Collectors.toSet()));
    return new ApiToken(
        row.getObject("token_id", UUID.class),
        row.getString("username"),
        row.getString("token_name"),
        row.getBoolean("writes"),
        layers,
        roles,
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static Optional<Set<String>> texts(ResultSet row, String column) throws SQLException {
    return row.getArray(column) == null
        ? Optional.empty()
        : Optional.of(AccountRow.texts(row, column));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
