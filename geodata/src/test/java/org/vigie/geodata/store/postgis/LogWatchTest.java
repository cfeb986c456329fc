package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.LogWatch;
import org.vigie.geodata.testing.PostgisTest;

/** Following the change log. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogWatchTest {

  private DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore store;

  @BeforeAll
  void open(DatabaseAddress given) {
    address = given;
    root = PostgisStore.open(given, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("amina")));
  }

  @AfterAll
  void close() {
    root.close();
  }

  /** Keeps what he is told. */
  private static final class Listener implements LogWatch.Follower {
    private final BlockingQueue<LogPosition> reached = new LinkedBlockingQueue<>();
    private final BlockingQueue<Instant> lost = new LinkedBlockingQueue<>();

    @Override
    public void reached(LogPosition position) {
      reached.add(position);
    }

    @Override
    public void lost(Instant since) {
      lost.add(since);
    }

    LogPosition next() throws InterruptedException {
      LogPosition position = reached.poll(30, TimeUnit.SECONDS);
      assertThat(position).isNotNull();
      return position;
    }

    void await(LogPosition position) throws InterruptedException {
      while (next().sequence() < position.sequence()) {
        // not yet
      }
    }
  }

  private void insert() throws Exception {
    store.write(w -> w.insert(Incidents.at(1, 1)));
  }

  @Test
  void afterEachCommitThePositionIsToldAsTheLogHasIt() throws Exception {
    insert();
    Listener listener = new Listener();
    try (LogWatch.Following following =
        root.logWatch().follow(store.position().sequence(), listener)) {
      assertThat(following).isNotNull();
      for (int i = 0; i < 5; i++) {
        insert();
        assertThat(listener.next()).isEqualTo(store.position());
      }
    }
    insert();
    Listener later = new Listener();
    try (LogWatch.Following following = root.logWatch().follow(0, later)) {
      assertThat(following).isNotNull();
      later.await(store.position());
    }
    assertThat(listener.reached).isEmpty();
  }

  @Test
  void whoReadsOnFromWhatWasReachedMissesNoneOfManyWritersChangesAndSeesNoneTwice()
      throws Exception {
    List<FeatureId> read = new ArrayList<>();
    long[] known = {store.position().sequence()};
    Listener listener = new Listener();
    int writers = 6;
    int each = 25;
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try (LogWatch.Following following = root.logWatch().follow(known[0], listener)) {
      assertThat(following).isNotNull();
      List<Future<Boolean>> writing = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        writing.add(
            threads.submit(
                () -> {
                  go.await();
                  for (int i = 0; i < each; i++) {
                    insert();
                  }
                  return true;
                }));
      }
      go.countDown();
      while (read.size() < writers * each) {
        LogPosition reached = listener.next();
        store.forEachChange(
            known[0],
            change -> {
              read.add(change.after().orElseThrow().id());
              known[0] = change.sequence();
            });
        assertThat(known[0]).isGreaterThanOrEqualTo(reached.sequence());
      }
      for (Future<Boolean> each1 : writing) {
        assertThat(each1.get(30, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(read).hasSize(writers * each).doesNotHaveDuplicates();
  }

  @Test
  void anAnnouncementThatGotLostOnlyCostsTime() throws Exception {
    insert();
    Listener listener = new Listener();
    try (LogWatch.Following following =
        root.logWatch().follow(store.position().sequence(), listener)) {
      assertThat(following).isNotNull();
      Databases.execute(
          address, "insert into vigie.revision (transaction, author) values (-1, 'amina')");
      assertThat(listener.next().sequence())
          .isEqualTo(
              Long.parseLong(
                  Databases.texts(address, "select max(number)::text from vigie.revision").get(0)));
    }
  }

  @Test
  void aLostConnectionIsToldAndNothingCommittedMeanwhileIsMissed() throws Exception {
    Listener listener = new Listener();
    try (LogWatch.Following following =
        root.logWatch().follow(store.position().sequence(), listener)) {
      assertThat(following).isNotNull();
      for (int cut = 0; cut < 5; cut++) {
        Databases.execute(
            address,
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and application_name = 'vigie-log-watch'");
        insert();
        assertThat(listener.lost.poll(30, TimeUnit.SECONDS)).isNotNull();
        listener.await(store.position());
      }
    }
  }

  @Test
  void theSealingKeyIsTheSameForEveryProcessAndNotPartOfABackup() throws Exception {
    try (PostgisStore second = PostgisStore.open(address, Incidents.CATALOG)) {
      assertThat(second.sealingKey()).hasSize(32).isEqualTo(root.sealingKey());
    }
  }
}
