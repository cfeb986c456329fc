package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.UnsafeDatabaseException;
import org.vigie.geodata.testing.TestDatabases;

/** An exercise may be written down at the times of its story; nobody else writes into the past. */
class ExerciseRecorderTest {

  private static final Author EXERCISE = new Author("exercise");
  private static final Instant THEN = Instant.parse("2025-03-01T10:00:00Z");
  private static final Instant END = Instant.parse("2025-07-01T00:00:00Z");
  private static final FeatureQuery ALL = FeatureQuery.of(Incidents.CATALOG.get("incident"));

  /** Empty for each test, because an exercise begins its log. */
  private final DatabaseAddress address = TestDatabases.create();

  @AfterEach
  void drop() {
    TestDatabases.drop(address);
  }

  @Test
  void anExerciseIsKnownFromTheTimesItWasWrittenAtAndItsAuditVerifies() throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      Feature first;
      try (ExerciseRecorder recorder = recorder(address)) {
        try (BulkLoad load = recorder.at(EXERCISE, THEN).open("incident", "archive")) {
          load.add(Incidents.at(1, 1));
          load.commit();
        }
        FeatureStore officer =
            recorder.at(new Author("duty-officer"), THEN.plus(Duration.ofDays(2)));
        first = officer.write(writing -> writing.insert(Incidents.at(2, 2)));
      }
      try (ExerciseRecorder again = recorder(address)) {
        FeatureStore analyst = again.at(new Author("analyst"), THEN.plus(Duration.ofDays(5)));
        Feature next = first.withProperty("title", "corrected");
        analyst.write(writing -> writing.replace(next, 1));
      }
      FeatureStore store = root.as(Access.everything(new Author("test")));
      assertThat(store.count(ALL.withAsKnownAt(THEN.minusSeconds(1)))).isZero();
      assertThat(store.count(ALL.withAsKnownAt(THEN))).isEqualTo(1);
      assertThat(store.count(ALL.withAsKnownAt(THEN.plus(Duration.ofDays(3))))).isEqualTo(2);
      assertThat(store.history("incident", first.id()))
          .extracting(change -> change.author().name() + " " + change.committedAt())
          .containsExactly("duty-officer 2025-03-03T10:00:00Z", "analyst 2025-03-06T10:00:00Z");
      assertThat(first.recordedAt()).isEqualTo("2025-03-03T10:00:00Z");
      assertThat(root.auditTrail().verify("").isSound()).isTrue();
      // The chain has its times of the clock: when all this was really written can be seen.
      assertThat(
              Databases.texts(
                  address, "select count(*) from vigie.audit where at < now() - interval '1 hour'"))
          .containsExactly("0");

      Feature now = store.write(writing -> writing.insert(Incidents.at(3, 3)));
      assertThat(now.recordedAt()).isAfter(Instant.now().minusSeconds(600));
      assertThatThrownBy(() -> recorder(address))
          .as("somebody went on with it")
          .isInstanceOf(UnsafeDatabaseException.class);
    }
  }

  @Test
  void amongWhatAMissionWroteNoExerciseIsWritten() throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      root.as(Access.everything(new Author("operator")))
          .write(writing -> writing.insert(Incidents.at(1, 1)));
      assertThatThrownBy(() -> recorder(address))
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessageContaining("holds what somebody wrote");
      DatabaseAddress withoutOwner =
          new DatabaseAddress(
              address.jdbcUrl(), address.user(), address.password(), Optional.empty());
      assertThatThrownBy(() -> recorder(withoutOwner))
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessageContaining("--database-owner-user");
    }
  }

  /** The negative control: the application's own role asks for it, in each way there is. */
  @Test
  void theApplicationCannotWriteIntoThePastNorAhead() throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(EXERCISE));
      store.write(writing -> writing.insert(Incidents.at(1, 1)));
      for (String time : List.of("now() - interval '1 minute'", "now() + interval '1 minute'")) {
        assertThatThrownBy(() -> asApplication(revision(time)))
            .as(time)
            .hasMessageContaining("permission denied");
      }
      root.database().recordAt(THEN);
      Feature stored = store.write(writing -> writing.insert(Incidents.at(2, 2)));
      assertThat(stored.recordedAt()).isAfter(Instant.now().minusSeconds(600));
      assertThat(store.count(ALL.withAsKnownAt(THEN.plusSeconds(60)))).isZero();
    }
  }

  /** The fault made on purpose: a clock that believes whoever asks, and a trigger that is off. */
  @Test
  void aDatabaseThatBelievesTheApplicationIsFoundOut() throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(EXERCISE));
      Databases.execute(
          address,
          "create or replace function vigie.recorded(clock timestamptz) returns timestamptz"
              + " language sql stable as $$ select current_setting('vigie.exercise_time')"
              + "::timestamptz $$");
      root.database().recordAt(THEN);
      assertThatThrownBy(() -> store.write(writing -> writing.insert(Incidents.at(2, 2))))
          .as("the policy of the log looks at the clock, too")
          .hasStackTraceContaining("row-level security");
    }
    Databases.execute(address, "alter table vigie.revision disable trigger numbered");
    assertThatThrownBy(() -> PostgisStore.open(address, Incidents.CATALOG))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("numbered");
  }

  private static ExerciseRecorder recorder(DatabaseAddress address) {
    return ExerciseRecorder.open(address, Incidents.CATALOG, EXERCISE, END);
  }

  private static String revision(String time) {
    return "insert into vigie.revision (number, transaction, committed_at, author) select"
        + " max(number) + 1, nextval('vigie.transaction_key'), "
        + time
        + ", 'exercise' from vigie.revision";
  }

  private void asApplication(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      AccessSetting.apply(connection, Access.everything(EXERCISE));
      statement.execute("set local vigie.exercise_time = '2025-03-01T10:00:00Z'");
      statement.execute(sql);
      connection.commit();
    }
  }
}
