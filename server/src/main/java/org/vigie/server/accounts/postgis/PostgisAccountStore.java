package org.vigie.server.accounts.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.postgis.Database;
import org.vigie.server.accounts.Account;
import org.vigie.server.accounts.AccountEntry;
import org.vigie.server.accounts.AccountEvent;
import org.vigie.server.accounts.AccountStore;

/** Accounts in the table vigie.account, their log in vigie.account_log. */
public final class PostgisAccountStore implements AccountStore {

  /** The audit shows itself to the process alone; what comes out here is about accounts only. */
  private static final Author READER = new Author("accounts");

  private final Database database;

  public PostgisAccountStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Account> list() {
    return database.administer(PostgisAccountStore::accounts);
  }

  @Override
  public Optional<Account> find(String username) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "account", username);
              ResultSet row = s.executeQuery()) {
            return row.next() ? Optional.of(AccountRow.read(row)) : Optional.empty();
          }
        });
  }

  @Override
  public Optional<Account> findByOidcSubject(String subject) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "account-of-subject", subject);
              ResultSet row = s.executeQuery()) {
            return row.next() ? Optional.of(AccountRow.read(row)) : Optional.empty();
          }
        });
  }

  @Override
  public Optional<String> passwordHash(String username) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "password-hash", username);
              ResultSet row = s.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
          }
        });
  }

  @Override
  public boolean add(Account account, String passwordHash, AccountEntry entry) {
    return database.administer(connection -> insert(connection, account, passwordHash, entry));
  }

  @Override
  public boolean addFirst(Account account, String passwordHash, AccountEntry entry) {
    return database.administer(
        connection -> {
          lock(connection);
          return accounts(connection).isEmpty() && insert(connection, account, passwordHash, entry);
        });
  }

  @Override
  public Account change(Decision decision, Function<Account, AccountEntry> entry)
      throws BadInputException {
    return database.<Account, BadInputException, BadInputException>administer(
        connection -> {
          lock(connection);
          Account after = decision.decide(accounts(connection));
          AccountEntry line = entry.apply(after);
          try (PreparedStatement s = Statements.prepare(connection, "change-account")) {
            int next = AccountRow.bind(s, 1, after);
            Statements.bind(s, next, line.at());
            s.setString(next + 1, after.username());
            s.executeUpdate();
          }
          endSessions(connection, after.username());
          log(connection, line);
          return after;
        });
  }

  @Override
  public void setPassword(String passwordHash, boolean mustChange, AccountEntry entry) {
    database.administer(
        connection -> {
          try (PreparedStatement s =
              Statements.prepare(
                  connection,
                  "set-password",
                  passwordHash,
                  mustChange,
                  entry.at(),
                  entry.username())) {
            s.executeUpdate();
          }
          endSessions(connection, entry.username());
          log(connection, entry);
          return true;
        });
  }

  @Override
  public Optional<Instant> resetAt(String username) {
    return database.administer(
        connection -> {
          try (PreparedStatement s = Statements.prepare(connection, "reset-at", username);
              ResultSet row = s.executeQuery()) {
            return row.next()
                ? Optional.of(row.getObject("changed_at", OffsetDateTime.class).toInstant())
                : Optional.empty();
          }
        });
  }

  @Override
  public void replaceHash(String username, String old, String replacement) {
    database.administer(
        connection -> {
          try (PreparedStatement s =
              Statements.prepare(connection, "replace-hash", replacement, username, old)) {
            return s.executeUpdate();
          }
        });
  }

  @Override
  public List<AccountEntry> log(String username) {
    return database.administer(
        connection -> {
          List<AccountEntry> entries = new ArrayList<>();
          try (PreparedStatement s = Statements.prepare(connection, "account-log", username);
              ResultSet row = s.executeQuery()) {
            while (row.next()) {
              entries.add(
                  new AccountEntry(
                      row.getObject("at", OffsetDateTime.class).toInstant(),
                      row.getString("by_whom"),
                      row.getString("username"),
                      row.getString("what")));
            }
          }
          return entries;
        });
  }

  @Override
  public List<AccountEvent> events(Optional<String> username, long before, int limit) {
    return database.read(
        Access.everything(READER),
        connection -> {
          List<AccountEvent> events = new ArrayList<>();
          try (PreparedStatement s = Statements.prepare(connection, "account-events", before)) {
            for (int i = 2; i <= 4; i++) {
              s.setString(i, username.orElse(null));
            }
            s.setInt(5, limit);
            try (ResultSet row = s.executeQuery()) {
              while (row.next()) {
                events.add(
                    AccountEvent.of(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("subject")));
              }
            }
          }
          return events;
        });
  }

  private static boolean insert(
      Connection connection, Account account, String passwordHash, AccountEntry entry)
      throws SQLException {
    try (PreparedStatement s = Statements.prepare(connection, "add-account", account.username())) {
      int next = AccountRow.bind(s, 2, account);
      s.setString(next, passwordHash);
      s.setBoolean(next + 1, account.mustChangePassword());
      Statements.bind(s, next + 2, entry.at());
      Statements.bind(s, next + 3, entry.at());
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    log(connection, entry);
    return true;
  }

  static void log(Connection connection, AccountEntry entry) throws SQLException {
    try (PreparedStatement s =
        Statements.prepare(
            connection, "log-account", entry.at(), entry.by(), entry.username(), entry.what())) {
      s.executeUpdate();
    }
  }

  private static void endSessions(Connection connection, String username) throws SQLException {
    try (PreparedStatement s = Statements.prepare(connection, "end-sessions-of", username)) {
      s.executeUpdate();
    }
  }

  private static List<Account> accounts(Connection connection) throws SQLException {
    List<Account> accounts = new ArrayList<>();
    try (PreparedStatement s = Statements.prepare(connection, "accounts");
        ResultSet row = s.executeQuery()) {
      while (row.next()) {
        accounts.add(AccountRow.read(row));
      }
    }
    return accounts;
  }

  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement s = Statements.prepare(connection, "lock-accounts")) {
      s.execute();
    }
  }
}
