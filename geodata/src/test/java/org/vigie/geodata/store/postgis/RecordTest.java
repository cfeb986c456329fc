package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Submission;
import org.vigie.geodata.testing.PostgisTest;

/** Whoever holds the application's password and any access at all adds to the record's end only. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordTest {

  private static final String REFUSED = "42501";
  private static final Access ALL = Access.everything(new Author("chief"));
  private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final DatabaseAddress address;
  private PostgisStore root;
  private RecordAttacks attacks;

  RecordTest(DatabaseAddress address) {
    this.address = address;
  }

  /** A row in every table of the record. */
  @BeforeAll
  void fill() throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    attacks = new RecordAttacks(address);
    FeatureStore store = root.as(ALL);
    Feature one = store.write(w -> w.insert(Incidents.at(1, 1)));
    Feature two = store.write(w -> w.insert(Incidents.at(2, 2)));
    store.write(
        w -> w.replace(one.withMarks(Classification.CONFIDENTIAL, Set.of()), one.version()));
    UUID link = store.write(w -> w.link(LinkType.FOLLOWS, FeatureRef.of(one), FeatureRef.of(two)));
    store.write(
        w -> {
          w.unlink(link);
          return link;
        });
    try (BulkLoad load = store.open("incident", "a file")) {
      load.add(Incidents.withSource(Incidents.at(3, 3), "radio", "1"));
      load.commit();
    }
    store.once(
        new Submission(KEY, "ab".repeat(32)),
        w -> {
          w.insert(Incidents.at(4, 4));
          return new Submission.Receipt(201, "/there", "\"1\"");
        });
    root.auditTrail().record("export", ALL.author(), "a layer");
    fillWhatOtherModulesWrite(one);
  }

  private void fillWhatOtherModulesWrite(Feature feature) throws SQLException {
    String id = "'" + feature.id() + "'";
    for (String sql :
        List.of(
            "insert into vigie.merge select gen_random_uuid(), 'MERGE', 'incident', %s, array[%s]"
                + "::uuid[], array[1], '{}', '{}', transaction from vigie.link",
            "insert into vigie.merge_end select id, transaction from vigie.merge",
            "insert into vigie.protected_value (layer, id, version, protection, properties,"
                + " transaction) select 'incident', %s, 1, 'SOURCE_IDENTITY', '{}', transaction"
                + " from vigie.link",
            "insert into vigie.place_withheld (layer, id, version, transaction)"
                + " select 'incident', %s, 1, transaction from vigie.link",
            "insert into vigie.account (username, title, roles, clearance, password_hash,"
                + " must_change_password, created_at, changed_at)"
                + " values ('amina', 'A', '{}', 'UNCLASSIFIED', 'x', false, now(), now())",
            "insert into vigie.account_log (at, by_whom, username, what)"
                + " values (now(), 'chief', 'amina', 'added')",
            "insert into vigie.attachment (id, layer, feature, name, media_type, width, height,"
                + " sha256, content, thumbnail, author) values (gen_random_uuid(), 'incident', %s,"
                + " 'a.png', 'image/png', 1, 1, sha256(''), '', '', 'chief')")) {
      Databases.execute(address, sql.replace("%s", id));
    }
  }

  @AfterAll
  void close() {
    root.close();
  }

  @Test
  void theApplicationTriesEverythingAndNothingSucceeds() throws Exception {
    String before = RecordAttacks.fingerprint(address);
    List<String> tried = new ArrayList<>();
    for (String table : RecordAttacks.TABLES) {
      tried.addAll(attacks.on(table));
    }
    for (String owner : Databases.texts(address, "select distinct tableowner from pg_tables")) {
      tried.addAll(RecordAttacks.elsewhere(owner));
    }
    tried.addAll(RecordAttacks.forgeries());
    List<String> succeeded = new ArrayList<>();
    try (Connection connection = asApplication()) {
      for (String sql : tried) {
        String state = attempt(connection, sql);
        if (!state.equals(REFUSED)) {
          succeeded.add(state + " " + sql);
        }
      }
    }
    System.out.println("RecordTest: " + tried.size() + " trials, " + succeeded.size() + " through");
    assertThat(succeeded).isEmpty();
    assertThat(RecordAttacks.fingerprint(address)).isEqualTo(before);
    assertThat(root.auditTrail().verify("").damages()).filteredOn(d -> !isOfFill(d)).isEmpty();
  }

  /** What this test itself put there past the store is found, of course. */
  private static boolean isOfFill(Object damage) {
    return damage.toString().contains("protected_value")
        || damage.toString().contains("place_withheld");
  }

  /** The state of the refusal; empty when all of it, the commit included, went through. */
  private static String attempt(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      claimEverything(connection);
      statement.execute(sql);
      connection.commit();
      return "";
    } catch (SQLException refused) {
      connection.rollback();
      return String.valueOf(refused.getSQLState());
    }
  }

  private String attempt(String sql) throws SQLException {
    try (Connection connection = asApplication()) {
      return attempt(connection, sql);
    }
  }

  private Connection asApplication() throws SQLException {
    Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    connection.setAutoCommit(false);
    claimEverything(connection);
    return connection;
  }

  /** Any access at all: what the application says of itself is not what keeps the record. */
  private static void claimEverything(Connection connection) throws SQLException {
    AccessSetting.apply(connection, ALL);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select set_config('vigie.access', (vigie.access() || '{\"audit\": true}')::text, true)");
    }
  }

  /** The control: each of the statements is whole, and does its harm where nothing stops it. */
  @Test
  void everyOneOfThemSucceedsWithTheGuardsDown() throws Exception {
    List<String> failed = new ArrayList<>();
    try (Connection connection = Tampering.unguarded(address);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table vigie.link_end drop constraint link_end_link_fkey");
      statement.execute("alter table vigie.merge_end drop constraint merge_end_merge_fkey");
      for (String table : RecordAttacks.TABLES) {
        for (String sql : attacks.on(table)) {
          Savepoint before = connection.setSavepoint();
          try {
            statement.execute(sql);
          } catch (SQLException refused) {
            failed.add(refused.getSQLState() + " " + sql + ": " + refused.getMessage());
          }
          connection.rollback(before);
        }
      }
      connection.rollback();
    }
    assertThat(failed).isEmpty();
  }

  /** The control for the fingerprint and the rights: what the role once had would be noticed. */
  @Test
  void aRightTooManyIsNoticed() throws Exception {
    Databases.execute(address, "grant update on vigie.raised to vigie_application");
    String lower = "update vigie.raised set classification = 'UNCLASSIFIED'";
    try (Connection connection = asApplication();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(lower)).isEqualTo(1);
      connection.rollback();
    } finally {
      Databases.execute(address, "revoke update on vigie.raised from vigie_application");
    }
    assertThat(attempt(lower)).isEqualTo(REFUSED);
  }

  @Test
  void copyInIsRefusedForEveryTable() throws Exception {
    String before = RecordAttacks.fingerprint(address);
    for (String table : RecordAttacks.TABLES) {
      try (Connection connection = asApplication()) {
        assertThatThrownBy(
                () ->
                    connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                            "copy vigie." + table + " from stdin",
                            new ByteArrayInputStream(new byte[0])))
            .as(table)
            .isInstanceOf(SQLException.class);
      }
    }
    assertThat(RecordAttacks.fingerprint(address)).isEqualTo(before);
  }

  @Test
  void anAnswerIsGivenOnceAndNoKeyIsForgottenEarly() throws Exception {
    try (Connection connection = asApplication();
        Statement statement = connection.createStatement()) {
      try (var rows =
          statement.executeQuery(
              "select vigie.answer_submission('" + KEY + "', 200, '/elsewhere', '')")) {
        rows.next();
        assertThat(rows.getBoolean(1)).isFalse();
      }
      statement.execute("select vigie.forget_submissions()");
      connection.commit();
    }
    String count = "select count(*) from vigie.submission where location = '/there'";
    assertThat(Databases.texts(address, count)).containsExactly("1");
    Databases.execute(
        address, "update vigie.submission set received_at = received_at - interval '31 days'");
    assertThat(attempt("select vigie.forget_submissions()")).isEmpty();
    assertThat(Databases.texts(address, count)).as("the old one is forgotten").containsExactly("0");
  }

  /** Functions that run as the owner are the only way past the rights: each was thought about. */
  @Test
  void theFunctionsThatRunAsTheOwnerAreTheseAndNoOthers() throws Exception {
    assertThat(
            Databases.texts(
                address,
                "select proname from pg_proc where pronamespace = 'vigie'::regnamespace and"
                    + " prosecdef and has_function_privilege('vigie_application', oid, 'execute')"
                    + " order by proname"))
        .containsExactly(
            "analyze_layer",
            "answer_submission",
            "append_audit",
            "begin_write",
            "digest_write",
            "forget_submissions",
            "released_counts",
            "seen_at",
            "signs_as",
            "writes_as");
  }

  /** Names of one's own before those of the database change nothing in what the owner runs. */
  @Test
  void shadowsOfWhatTheDigestIsMadeWithAreNotUsed() throws Exception {
    String head = root.auditTrail().head();
    Feature feature = Incidents.withProperties(Incidents.at(8, 8), Map.of("title", "shadowed"));
    try (Connection connection = asApplication();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "create function pg_temp.sha256(bytea) returns bytea language sql as"
                  + " $$ select decode(repeat('00', 32), 'hex') $$",
              "create function pg_temp.clock_timestamp() returns timestamptz language sql as"
                  + " $$ select timestamptz '2001-01-01' $$",
              "create temporary table audit (number bigint, digest bytea)",
              "create temporary table writing (xact xid8, transaction bigint, digested boolean)",
              "set local search_path = pg_temp, vigie, pg_catalog, public")) {
        statement.execute(sql);
      }
      WriteTransaction writing =
          new WriteTransaction(connection, Incidents.CATALOG, Clock.systemUTC(), ALL);
      writing.insert(feature);
      long key = Long.parseLong(first(statement, "select vigie.writes_as()"));
      Revisions.stamp(connection, Revisions.Stamp.of(key, ALL.author(), ""));
      connection.commit();
    }
    assertThat(root.auditTrail().head()).isNotEqualTo(head);
    assertThat(root.auditTrail().verify("").damages()).filteredOn(d -> !isOfFill(d)).isEmpty();
    assertThat(root.as(ALL).history("incident", feature.id()).get(0).committedAt())
        .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
