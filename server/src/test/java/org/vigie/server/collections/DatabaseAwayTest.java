package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.Sql;

/** A database that stands still, or dies, under a running server. */
class DatabaseAwayTest {

  private static final Map<String, String> FAST = Map.of("fsync", "off");

  /** Far more than the answer takes; whoever hangs is found out. */
  private static final int LONG_SECONDS = 20;

  private static Path folder;
  private static PostgisCluster cluster;

  @BeforeAll
  static void start() {
    folder = TestDatabases.newFolder("vigie-away-");
    cluster = PostgisCluster.start(folder, FAST);
  }

  @AfterAll
  static void stop() {
    cluster.close();
    TestDatabases.delete(folder);
  }

  @Test
  void aDatabaseThatStandsStillGets503AndNothingIsLostOrTwice() throws Exception {
    DatabaseAddress address = cluster.createDatabase("still");
    try (MissionServer server = new MissionServer(address);
        Connection direct = connect(address)) {
      UUID key = UUID.randomUUID();
      assertThat(read(server).statusCode()).isEqualTo(200);
      long before = count(server);
      List<ProcessHandle> processes = processes();
      signal("STOP", processes);
      try {
        direct.setNetworkTimeout(Runnable::run, 3_000);
        assertThatThrownBy(() -> direct.createStatement().execute("select 1"))
            .as("asked without a heartbeat it does not say anything")
            .isInstanceOf(SQLException.class);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          answers.add(later(() -> read(server)));
          answers.add(later(() -> submit(server, UUID.randomUUID())));
        }
        answers.add(later(() -> submit(server, key)));
        for (var answer : answers) {
          assertUnavailable(answer.get(LONG_SECONDS, TimeUnit.SECONDS));
        }
      } finally {
        signal("CONT", processes);
      }
      assertThat(awaitStored(server, key).statusCode()).isEqualTo(201);
      assertThat(submit(server, key).statusCode()).isEqualTo(201);
      assertThat(count(server) - before).isEqualTo(1);
    }
  }

  @Test
  void requestsUnderWayWhenItStopsAreLetGo() throws Exception {
    DatabaseAddress address = cluster.createDatabase("underway");
    try (MissionServer server = new MissionServer(address)) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      try (Connection locking = connect(address)) {
        locking.setAutoCommit(false);
        locking.createStatement().execute("lock table vigie.feature in access exclusive mode");
        for (int i = 0; i < 6; i++) {
          answers.add(later(() -> submit(server, UUID.randomUUID())));
        }
        awaitWaiting(address, 6);
        List<ProcessHandle> processes = processes();
        signal("STOP", processes);
        try {
          for (var answer : answers) {
            assertUnavailable(answer.get(LONG_SECONDS, TimeUnit.SECONDS));
          }
        } finally {
          signal("CONT", processes);
        }
        locking.rollback();
      }
      awaitStored(server, UUID.randomUUID());
    }
  }

  @Test
  void aDatabaseThatWasKilledIsStartedAgainAndHasWhatWasAcknowledged() throws Exception {
    DatabaseAddress address = cluster.createDatabase("killed");
    try (MissionServer server = new MissionServer(address)) {
      List<String> acknowledged = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        acknowledged.add(
            submit(server, UUID.randomUUID()).headers().firstValue("Location").orElseThrow());
      }
      long dead = postmaster().pid();
      postmaster().destroyForcibly();
      HttpResponse<String> answer = read(server);
      if (answer.statusCode() != 200) { // unless it is back already
        assertUnavailable(answer);
      }
      awaitStored(server, UUID.randomUUID());
      assertThat(postmaster().pid()).isNotEqualTo(dead);
      for (String each : acknowledged) {
        assertThat(server.status(each)).isEqualTo(200);
      }
    }
  }

  @Test
  void connectionsThatAreEndedBetweenTwoRequestsAreNoticedByNobody() throws Exception {
    DatabaseAddress address = cluster.createDatabase("ended");
    try (MissionServer server = new MissionServer(address);
        Connection direct = connect(address)) {
      for (int i = 0; i < 5; i++) {
        assertThat(submit(server, UUID.randomUUID()).statusCode()).isEqualTo(201);
        assertThat(read(server).statusCode()).isEqualTo(200);
        List<ProcessHandle> lying = new ArrayList<>();
        try (var rows =
            direct
                .createStatement()
                .executeQuery(
                    "select pid from pg_stat_activity where datname = 'ended'"
                        + " and application_name in ('vigie-read', 'vigie-write')")) {
          while (rows.next()) {
            ProcessHandle.of(rows.getLong(1)).ifPresent(lying::add);
          }
        }
        assertThat(lying).isNotEmpty();
        signal("TERM", lying);
        assertThat(read(server).statusCode()).isEqualTo(200);
        assertThat(submit(server, UUID.randomUUID()).statusCode()).isEqualTo(201);
      }
    }
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  /** Sends until it is taken, as a client does. */
  private static HttpResponse<String> awaitStored(MissionServer server, UUID key) throws Exception {
    HttpResponse<String> answer = submit(server, key);
    for (int attempt = 0; attempt < 200 && answer.statusCode() == 503; attempt++) {
      Thread.sleep(100);
      answer = submit(server, key);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private static HttpResponse<String> submit(MissionServer server, UUID key) throws Exception {
    return server.send(
        "POST",
        "/collections/incident/items",
        MissionServer.incident(20, 5, "2026-06-01T10:00:00Z", ""),
        Map.of("Idempotency-Key", key.toString(), "Content-Type", "application/geo+json"));
  }

  private static HttpResponse<String> read(MissionServer server) throws Exception {
    return server.get("/collections/incident/items?limit=1&f=json");
  }

  private static long count(MissionServer server) throws Exception {
    return server.json("/collections/incident/items?limit=1&f=json").path("numberMatched").asLong();
  }

  private static void awaitWaiting(DatabaseAddress address, int wanted) throws Exception {
    try (Connection looking = connect(address)) {
      for (int attempt = 0; attempt < 200; attempt++) {
        try (var rows =
            looking
                .createStatement()
                .executeQuery("select count(*) from pg_locks where not granted")) {
          rows.next();
          if (rows.getInt(1) >= wanted) {
            return;
          }
        }
        Thread.sleep(50);
      }
    }
    throw new AssertionError("nobody waits");
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return Sql.connect(address);
  }

  private static List<ProcessHandle> processes() throws IOException {
    ProcessHandle postmaster = postmaster();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  private static ProcessHandle postmaster() throws IOException {
    Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(each -> command.add(String.valueOf(each.pid())));
    // one that ended meanwhile makes kill complain, which does no harm
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  private interface Sending {
    HttpResponse<String> send() throws Exception;
  }

  private static CompletableFuture<HttpResponse<String>> later(Sending sending) {
    return CompletableFuture.supplyAsync(
        () -> {
          long begun = System.nanoTime();
          try {
            return sending.send();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          } finally {
            System.out.printf("answered after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
          }
        },
        command -> new Thread(command).start());
  }
}
