package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;

/** What PostgreSQL shows to whom, and that each policy is needed for it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {

  private static final FeatureQuery ALL = FeatureQuery.of(Incidents.CATALOG.get("incident"));
  private static final Classification U = Classification.UNCLASSIFIED;
  private static final Classification SC = Classification.STRICTLY_CONFIDENTIAL;

  private final DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore everything;
  private Feature open;
  private Feature secret;
  private Feature marked;
  private Feature far;

  RowLevelSecurityTest(DatabaseAddress address) {
    this.address = address;
  }

  @BeforeAll
  void fill() throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    everything = root.as(Access.everything(new Author("chief")));
    open = everything.write(w -> w.insert(Incidents.at(1, 1)));
    secret = everything.write(w -> w.insert(Incidents.at(1, 1).withMarks(SC, Set.of())));
    marked = everything.write(w -> w.insert(Incidents.at(1, 1).withMarks(U, Set.of("POC"))));
    far = everything.write(w -> w.insert(Incidents.at(50, 50)));
  }

  @AfterAll
  void close() {
    root.close();
  }

  private static Access access(
      String author, Classification clearance, Set<String> compartments, Optional<Geometry> area) {
    return new Access(
        new Author(author), clearance, compartments, Access.ALL, Access.ALL, Set.of(), area);
  }

  private static Access low() {
    return access("low", U, Set.of(), Optional.empty());
  }

  private static Geometry near() {
    return Incidents.WGS84.toGeometry(new Envelope(0, 2, 0, 2));
  }

  private boolean sees(Access access, Feature feature) {
    return root.as(access).find("incident", feature.id()).isPresent();
  }

  @Test
  void clearanceCompartmentsAreaAndLayersDecide() {
    assertThat(sees(low(), open)).isTrue();
    assertThat(sees(low(), secret)).isFalse();
    assertThat(sees(low(), marked)).isFalse();
    assertThat(sees(access("a", SC, Set.of(), Optional.empty()), secret)).isTrue();
    assertThat(sees(access("a", U, Set.of("POC", "C-IED"), Optional.empty()), marked)).isTrue();
    assertThat(sees(access("a", U, Set.of("C-IED"), Optional.empty()), marked)).isFalse();
    assertThat(sees(access("a", U, Set.of(), Optional.of(near())), open)).isTrue();
    assertThat(sees(access("a", U, Set.of(), Optional.of(near())), far)).isFalse();
    Access elsewhere =
        new Access(
            new Author("a"),
            SC,
            Access.ALL,
            Set.of("patrol"),
            Access.ALL,
            Set.of(),
            Optional.empty());
    assertThat(sees(elsewhere, open)).isFalse();
  }

  @Test
  void withoutASettingEveryGuardedTableIsEmptyAndNothingFails() throws Exception {
    for (String table : guarded()) {
      assertThat(asApplication("select count(*) from " + table)).as(table).containsExactly("0");
    }
    assertThat(guarded())
        .contains("vigie.feature", "vigie.change", "vigie.revision", "vigie.load", "vigie.latest");
  }

  private List<String> guarded() throws SQLException {
    return Databases.texts(
        address,
        "select distinct 'vigie.' || tablename from pg_policies where schemaname = 'vigie'");
  }

  @Test
  void theSettingEndsWithItsTransactionAndOneConnectionNeverMixesTwoCallers() throws Exception {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      for (int round = 0; round < 12; round++) {
        AccessSetting.apply(connection, Access.everything(new Author("chief")));
        assertThat(ids(connection)).contains(secret.id().toString());
        connection.commit();
        assertThat(ids(connection)).isEmpty();
        connection.rollback();
        AccessSetting.apply(connection, low());
        assertThat(ids(connection))
            .contains(open.id().toString())
            .doesNotContain(secret.id().toString());
        connection.commit();
      }
      // the control: a setting of the session would carry over
      try (Statement statement = connection.createStatement()) {
        statement.execute("select set_config('vigie.access', vigie.everything(), false)");
      }
      connection.commit();
      assertThat(ids(connection)).contains(secret.id().toString());
      connection.rollback();
    }
  }

  private static List<String> ids(Connection connection) throws SQLException {
    return texts(connection, "select id::text from vigie.feature where layer = 'incident'");
  }

  @Test
  void aWriteToWhatIsHiddenAnswersAsIfItWereAbsent() {
    FeatureStore writer = root.as(low());
    Feature absent = Incidents.at(1, 1);
    assertThat(failureOf(() -> writer.write(w -> w.replace(copyOf(secret), 1))))
        .isEqualTo(failureOf(() -> writer.write(w -> w.replace(absent, 1))))
        .contains("gone");
    assertThat(failureOf(() -> delete(writer, secret)))
        .isEqualTo(failureOf(() -> delete(writer, absent)))
        .contains("gone");
  }

  private static Feature copyOf(Feature feature) {
    return Incidents.withProperties(feature, Map.of("title", "mine")).withMarks(U, Set.of());
  }

  private static Object delete(FeatureStore store, Feature feature)
      throws BadInputException, StaleVersionException {
    return store.write(
        w -> {
          w.delete("incident", feature.id(), 1);
          return true;
        });
  }

  private static String failureOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    Throwable failure = org.assertj.core.api.Assertions.catchThrowable(work);
    return failure == null ? "" : failure.getClass().getSimpleName() + failure.getMessage();
  }

  @Test
  void anIdentityThatExistsOutOfSightChangesNothingForWhoWritesIt() throws Exception {
    everything.write(
        w ->
            w.insert(
                Incidents.withSource(Incidents.at(1, 1), "radio", "known")
                    .withMarks(SC, Set.of())));
    FeatureStore importer = root.as(low());
    Batch.Counts hidden = load(importer, "known");
    Batch.Counts fresh = load(importer, "unknown");
    assertThat(hidden).isEqualTo(fresh).isEqualTo(new Batch.Counts(1, 0, 0, 0));
    // again: now his own is there, and it is matched
    assertThat(load(importer, "known")).isEqualTo(load(importer, "unknown"));
    everything.write(
        w ->
            w.insert(
                Incidents.withSource(Incidents.at(1, 1), "radio", "one").withMarks(SC, Set.of())));
    assertThat(
            failureOf(
                () ->
                    importer.write(
                        w -> w.insert(Incidents.withSource(Incidents.at(1, 1), "radio", "one")))))
        .isEmpty();
    // the control: an identity in sight is refused
    assertThat(
            failureOf(
                () ->
                    importer.write(
                        w -> w.insert(Incidents.withSource(Incidents.at(1, 1), "radio", "one")))))
        .contains("already there");
  }

  private static Batch.Counts load(FeatureStore store, String id) throws Exception {
    try (BulkLoad load = store.open("incident", "from the radio log")) {
      load.add(Incidents.withSource(Incidents.at(1, 1), "radio", id));
      Batch.Counts preview = load.preview();
      Batch batch = load.commit();
      assertThat(batch.counts()).isEqualTo(preview);
      return batch.counts();
    }
  }

  @Test
  void anImportIsListedForWhoMadeItAndForWhoSeesAllOfIt() throws Exception {
    Batch batch;
    try (BulkLoad load = everything.open("incident", "names of sources")) {
      load.add(Incidents.at(1, 1));
      load.add(Incidents.at(1, 1).withMarks(SC, Set.of("POC")));
      batch = load.commit();
    }
    assertThat(everything.batches()).extracting(Batch::id).contains(batch.id());
    for (Access blind :
        List.of(
            low(),
            access("a", SC, Set.of(), Optional.empty()),
            access("a", U, Set.of("POC"), Optional.empty()),
            access(
                "a",
                SC,
                Set.of("POC"),
                Optional.of(Incidents.WGS84.toGeometry(new Envelope(5, 6, 5, 6)))))) {
      assertThat(root.as(blind).batches()).extracting(Batch::id).doesNotContain(batch.id());
      assertThatThrownBy(() -> root.as(blind).undo(batch.id()))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("there is no import");
    }
    Access sighted = access("b", SC, Set.of("POC"), Optional.of(near()));
    assertThat(root.as(sighted).batches()).extracting(Batch::title).contains("names of sources");
  }

  @Test
  void whatWasRaisedTakesItsPastWithIt() throws Exception {
    Feature told = everything.write(w -> w.insert(Incidents.at(1, 1)));
    LogPosition before = everything.position();
    assertThat(root.as(low()).find("incident", told.id(), before.committedAt())).isPresent();
    everything.write(w -> w.replace(told.withMarks(SC, Set.of()), 1));
    FeatureStore reader = root.as(low());
    assertThat(reader.find("incident", told.id())).isEmpty();
    assertThat(reader.find("incident", told.id(), before.committedAt())).isEmpty();
    assertThat(reader.history("incident", told.id())).isEmpty();
    assertThat(everything.history("incident", told.id())).hasSize(2);
    everything.write(
        w -> {
          w.delete("incident", told.id(), 2);
          return true;
        });
    assertThat(reader.find("incident", told.id(), before.committedAt())).isEmpty();
    assertThat(reader.history("incident", told.id())).isEmpty();
    // the control: without what the trigger keeps, the first version is there again
    Databases.execute(address, "delete from vigie.raised where id = '" + told.id() + "'");
    assertThat(reader.find("incident", told.id(), before.committedAt())).isPresent();
  }

  @Test
  void aPositionStandsStillWhileWhatIsHiddenIsWritten() throws Exception {
    FeatureStore reader = root.as(low());
    FeatureStore nearby = root.as(access("a", SC, Access.ALL, Optional.of(near())));
    LogPosition start = reader.position();
    LogPosition place = nearby.position();
    everything.write(w -> w.insert(Incidents.at(70, 70).withMarks(SC, Set.of())));
    everything.write(w -> w.insert(Incidents.at(70, 70).withMarks(U, Set.of("CASEVAC"))));
    assertThat(reader.position()).isEqualTo(start);
    assertThat(nearby.position()).isEqualTo(place);
    assertThat(everything.position().sequence()).isGreaterThan(start.sequence());
    Feature seen = everything.write(w -> w.insert(Incidents.at(1, 1)));
    LogPosition told = reader.position();
    assertThat(told.sequence()).isGreaterThan(start.sequence());
    everything.write(w -> w.replace(seen.withMarks(SC, Set.of()), 1));
    assertThat(reader.position().sequence())
        .as("it goes out of sight, and what was kept of it must go")
        .isGreaterThan(told.sequence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update vigie.change set layer = layer",
        "delete from vigie.change",
        "truncate vigie.change",
        "update vigie.revision set author = author",
        "delete from vigie.revision",
        "insert into vigie.raised values (gen_random_uuid(), 'incident', 'UNCLASSIFIED', null)",
        "update vigie.load set title = ''",
        "select count(*) from vigie.feature_incident",
        "select count(*) from vigie.change_incident",
        "delete from vigie.feature_incident",
        "drop policy seen on vigie.feature",
        "create policy mine on vigie.feature using (true)",
        "alter table vigie.feature disable row level security",
        "alter table vigie.feature no force row level security",
        "alter table vigie.change disable trigger all",
        "create function vigie.mine() returns int language sql as 'select 1'",
        "create function public.mine() returns int language sql as 'select 1'",
        "create or replace function vigie.cleared() returns text[] language sql as $$ select"
            + " '{}'::text[] $$",
        "create table vigie.mine (a int)",
        "create view vigie.mine as select 1",
        "set session_replication_role = replica",
        "set role vigie",
        "select st_estimatedextent('vigie', 'feature_incident', 'geom')",
        "select _postgis_selectivity('vigie.feature_incident', 'geom', 'POINT(1 1)', '2')",
        "copy vigie.feature to '/tmp/all'"
      })
  void theApplicationMayNot(String sql) {
    assertThatThrownBy(() -> asApplication(sql))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  /** The control of all of the above: each policy, turned off, lights something up. */
  @Test
  void everyPolicyTurnedOffIsNoticed() throws Exception {
    String asLow =
        "begin; select set_config('vigie.access',"
            + " '{\"author\":\"low\",\"clearance\":\"UNCLASSIFIED\",\"compartments\":[],\"readable\":[\"incident\"],\"writable\":[]}',"
            + " true); ";
    for (String table : List.of("feature", "change", "latest", "load", "revision", "raised")) {
      String count = "select count(*)::text from vigie." + table;
      String all = Databases.texts(address, count).get(0);
      assertThat(asApplication(count)).as(table).containsExactly("0");
      String few = last(asLow + count);
      if (!List.of("revision", "raised").contains(table)) {
        assertThat(Long.parseLong(few)).as(table).isLessThan(Long.parseLong(all));
      }
      Databases.execute(address, "alter table vigie." + table + " disable row level security");
      try {
        assertThat(asApplication(count)).as(table).containsExactly(all);
        assertThatThrownBy(() -> PostgisStore.open(address, Incidents.CATALOG).close())
            .hasMessageContaining("vigie." + table + " is not under row-level security");
      } finally {
        Databases.execute(address, "alter table vigie." + table + " enable row level security");
      }
    }
    assertThat(last(asLow + "update vigie.feature set properties = '{}' where true returning 1"))
        .as("not writable")
        .isEmpty();
  }

  /** The first value of the last statement's answer, rolled back; empty for no row. */
  private String last(String statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
      String value = "";
      while (true) {
        ResultSet rows = statement.getResultSet();
        if (rows != null) {
          value = rows.next() ? rows.getString(1) : "";
        } else if (statement.getUpdateCount() == -1) {
          return value;
        }
        statement.getMoreResults();
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private List<String> asApplication(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return texts(connection, sql);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> texts = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            texts.add(rows.getString(1));
          }
        }
      }
      return texts;
    }
  }

  @Test
  void countsAreOfWhatIsVisible() {
    assertThat(root.as(low()).count(ALL)).isLessThan(everything.count(ALL));
  }
}
