package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

/** The end of the log, as many ask for it at once. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogHeadTest {

  private static final int WRITERS = 4;
  private static final int WRITES = 40;

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

  @Test
  void whoWasToldOfAWriteIsNeverToldAnEarlierEnd() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS);
    try {
      List<Future<Boolean>> others = new ArrayList<>();
      List<Future<Boolean>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        others.add(threads.submit(() -> neverGoesBack(done)));
        writers.add(threads.submit(this::seesItsWrites));
      }
      for (Future<Boolean> writer : writers) {
        assertThat(writer.get()).isTrue();
      }
      done.set(true);
      for (Future<Boolean> other : others) {
        assertThat(other.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean seesItsWrites() throws Exception {
    boolean seen = true;
    for (int i = 0; i < WRITES; i++) {
      store.write(writing -> writing.insert(Incidents.at(1, 1)));
      long told = store.position().sequence();
      seen &= root.head().sequence() >= told;
    }
    return seen;
  }

  private boolean neverGoesBack(AtomicBoolean done) {
    boolean forward = true;
    long last = 0;
    while (!done.get()) {
      long now = root.head().sequence();
      forward &= now >= last;
      last = now;
    }
    return forward;
  }

  @Test
  void aConnectionThatWasLostMeanwhileIsNotNoticed() throws Exception {
    store.write(writing -> writing.insert(Incidents.at(1, 1)));
    assertThat(root.head()).isEqualTo(store.position());
    try (Connection administrator = Databases.connect(address);
        Statement statement = administrator.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
              + " where datname = current_database() and application_name = 'vigie-log-head'");
    }
    assertThat(root.head()).isEqualTo(store.position());
  }
}
