package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeLogTest {

  private static final Author AUTHOR = new Author("amina");
  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");

  private DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore store;

  @BeforeAll
  void open(DatabaseAddress given) {
    address = given;
    root = PostgisStore.open(given, Incidents.CATALOG);
    store = root.as(Access.everything(AUTHOR));
  }

  @AfterAll
  void close() {
    root.close();
  }

  private Feature insert(Feature feature) throws Exception {
    return store.write(w -> w.insert(feature));
  }

  private List<Change> changesAfter(long sequence) {
    List<Change> changes = new ArrayList<>();
    store.forEachChange(sequence, changes::add);
    return changes;
  }

  @Test
  void aReaderThatGoesOnFromTheLastRevisionMissesNoSlowWriter() throws Exception {
    LogPosition start = store.position();
    CountDownLatch slowHasWritten = new CountDownLatch(1);
    CountDownLatch slowMayCommit = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Feature slow = Incidents.at(1, 1);
      Future<Feature> slowWrite =
          thread.submit(
              () ->
                  store.write(
                      w -> {
                        Feature stored = w.insert(slow);
                        slowHasWritten.countDown();
                        awaitQuietly(slowMayCommit);
                        return stored;
                      }));
      assertThat(slowHasWritten.await(30, TimeUnit.SECONDS)).isTrue();
      Feature fast = insert(Incidents.at(2, 2));

      List<Change> first = changesAfter(start.sequence());
      assertThat(first).extracting(c -> c.after().orElseThrow().id()).containsExactly(fast.id());
      long seenUpTo = first.get(0).sequence();
      long seenByRowNumber = highestRowNumberVisible();

      slowMayCommit.countDown();
      slowWrite.get(30, TimeUnit.SECONDS);

      assertThat(changesAfter(seenUpTo))
          .extracting(c -> c.after().orElseThrow().id())
          .containsExactly(slow.id());
      // the control: a reader that trusted the number taken while writing loses the slow change
      assertThat(
              Databases.texts(
                  address, "select id::text from vigie.change where sequence > " + seenByRowNumber))
          .isEmpty();
    } finally {
      slowMayCommit.countDown();
      thread.shutdown();
    }
  }

  private long highestRowNumberVisible() throws Exception {
    return Long.parseLong(
        Databases.texts(address, "select max(sequence)::text from vigie.change").get(0));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aReaderMissesNothingOfManyWritersAndNoTimeIsOutOfOrder() throws Exception {
    LogPosition start = store.position();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        writers.add(
            pool.submit(
                () -> {
                  for (int n = 0; n < 20; n++) {
                    insert(Incidents.at(3, 3));
                  }
                  return true;
                }));
      }
      TreeSet<Long> seen = new TreeSet<>();
      long last = start.sequence();
      boolean writing = true;
      while (writing || seen.size() < 120) {
        writing = writers.stream().anyMatch(w -> !w.isDone());
        for (Change change : changesAfter(last)) {
          assertThat(seen.add(change.sequence())).isTrue();
          last = change.sequence();
        }
        if (!writing && changesAfter(last).isEmpty()) {
          break;
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(seen).hasSize(120);
      assertThat(
              Databases.texts(
                  address,
                  "select number::text from (select number, committed_at,"
                      + " lag(committed_at) over (order by number) as before from vigie.revision) r"
                      + " where committed_at <= before"))
          .isEmpty();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void asKnownAtShowsWhatWasCommittedByThen() throws Exception {
    BoundingBox box = new BoundingBox(60, 60, 61, 61);
    FeatureQuery here = FeatureQuery.of(INCIDENT).withBbox(box);
    Instant before = store.position().committedAt();
    Feature first = insert(Incidents.at(60.5, 60.5));
    Instant inserted = store.position().committedAt();
    Feature moved =
        store.write(
            w -> w.replace(Incidents.withProperties(first, Map.of("title", "seen twice")), 1));
    Instant replaced = store.position().committedAt();
    store.write(
        w -> {
          w.delete("incident", first.id(), 2);
          return true;
        });
    Instant deleted = store.position().committedAt();

    assertThat(store.find("incident", first.id(), before)).isEmpty();
    assertThat(store.find("incident", first.id(), inserted)).contains(first);
    assertThat(store.find("incident", first.id(), inserted.plusNanos(1_000))).contains(first);
    assertThat(store.find("incident", first.id(), replaced)).contains(moved);
    assertThat(store.find("incident", first.id(), replaced.minusNanos(1_000))).contains(first);
    assertThat(store.find("incident", first.id(), deleted)).isEmpty();
    assertThat(store.count(here.withAsKnownAt(before))).isZero();
    assertThat(store.count(here.withAsKnownAt(inserted))).isEqualTo(1);
    assertThat(store.page(here.withAsKnownAt(inserted), 10, Optional.empty()).features())
        .containsExactly(first);
    assertThat(store.page(here.withAsKnownAt(replaced), 10, Optional.empty()).features())
        .containsExactly(moved);
    assertThat(store.count(here.withAsKnownAt(deleted))).isZero();
    assertThat(store.count(here)).isZero();
    assertThat(
            store
                .summarise(
                    here.withAsKnownAt(replaced),
                    new Summary.Request("type", Summary.Step.DAY, List.of()))
                .count())
        .isEqualTo(1);
  }

  @Test
  void asKnownAtCountsFromTheCommitNotFromTheBeginningOfTheWrite() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Feature slow = Incidents.at(1, 1);
      Future<?> write =
          thread.submit(
              () ->
                  store.write(
                      w -> {
                        w.insert(slow);
                        written.countDown();
                        awaitQuietly(mayCommit);
                        return true;
                      }));
      assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
      insert(Incidents.at(2, 2));
      Instant between = store.position().committedAt();
      mayCommit.countDown();
      write.get(30, TimeUnit.SECONDS);
      Feature stored = store.find("incident", slow.id()).orElseThrow();
      assertThat(stored.recordedAt()).isBefore(between);
      assertThat(store.find("incident", slow.id(), between)).isEmpty();
      assertThat(store.find("incident", slow.id(), store.position().committedAt())).isPresent();
    } finally {
      mayCommit.countDown();
      thread.shutdown();
    }
  }

  @Test
  void aReaderOfNowWaitsForACommitThatIsAlreadyStamped() throws Exception {
    Instant stamped;
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Feature feature = insert(Incidents.at(4, 4));
    try (Connection connection = Databases.connect(address)) {
      connection.setAutoCommit(false);
      AccessSetting.apply(connection, Access.everything(AUTHOR));
      WriteTransaction writing =
          new WriteTransaction(
              connection,
              Incidents.CATALOG,
              java.time.Clock.systemUTC(),
              Access.everything(new Author("test")));
      writing.replace(Incidents.withProperties(feature, Map.of("title", "late")), 1);
      long key =
          Long.parseLong(textOf(connection, "select last_value::text from vigie.transaction_key"));
      stamped = Revisions.stamp(connection, Revisions.Stamp.of(key, AUTHOR, "")).committedAt();
      Future<Optional<Feature>> reader =
          thread.submit(() -> store.find("incident", feature.id(), stamped));
      while (textOf(connection, "select count(*)::text from pg_locks where not granted")
          .equals("0")) {
        Thread.onSpinWait();
      }
      assertThat(reader.isDone()).isFalse();
      connection.commit();
      assertThat(reader.get(30, TimeUnit.SECONDS).orElseThrow().version()).isEqualTo(2);
    } finally {
      thread.shutdown();
    }
  }

  private static String textOf(Connection connection, String sql) throws Exception {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void theHistoryHasEveryVersionWithItsAuthor() throws Exception {
    Feature first = insert(Incidents.at(5, 5));
    FeatureStore another = root.as(Access.everything(new Author("boubacar")));
    Feature second =
        another.write(w -> w.replace(Incidents.withProperties(first, Map.of("severity", 4L)), 1));
    store.write(
        w -> {
          w.delete("incident", first.id(), 2);
          return true;
        });
    List<Change> history = store.history("incident", first.id());
    assertThat(history)
        .extracting(Change::operation)
        .containsExactly(Change.Operation.INSERT, Change.Operation.UPDATE, Change.Operation.DELETE);
    assertThat(history)
        .extracting(c -> c.author().name())
        .containsExactly("amina", "boubacar", "amina");
    assertThat(history.get(0).before()).isEmpty();
    assertThat(history.get(0).after()).contains(first);
    assertThat(history.get(1).before()).contains(first);
    assertThat(history.get(1).after()).contains(second);
    assertThat(history.get(2).before()).contains(second);
    assertThat(history.get(2).after()).isEmpty();
    assertThat(changesAfter(history.get(0).sequence() - 1)).containsAll(history);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update vigie.change set operation = 'INSERT'",
        "delete from vigie.change",
        "truncate vigie.change",
        "update vigie.change_incident set version = version + 1",
        "delete from vigie.change_incident",
        "truncate vigie.change_incident",
        "update vigie.revision set author = 'nobody'",
        "delete from vigie.revision",
        "truncate vigie.revision cascade",
      })
  void theLogRefusesToBeRewritten(String sql) throws Exception {
    insert(Incidents.at(6, 6));
    assertThatThrownBy(() -> Databases.execute(address, sql)).hasMessageContaining("append-only");
  }

  @Test
  void theRefusalCannotBeSwitchedOffByReplicationRole() throws Exception {
    assertThat(
            Databases.texts(
                address,
                "select relname from pg_trigger join pg_class c on c.oid = tgrelid"
                    + " where tgname = 'append_only' and tgenabled = 'A'"))
        .contains("change", "revision", "change_incident", "change_road");
  }

  @Test
  void aReadDoesNotMoveTheLog() throws Exception {
    LogPosition before = store.position();
    store.write(w -> "nothing");
    assertThat(store.position()).isEqualTo(before);
  }
}
