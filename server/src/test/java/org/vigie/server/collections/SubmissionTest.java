package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.CuttingProxy;
import org.vigie.server.testing.Sql;

/** Sending again is safe: once stored, one answer, whoever sends how often. */
@PostgisTest
class SubmissionTest {

  private static final long SEED = 20260701;
  private static final int IDS = 800;
  private static final int CLIENTS = 8;
  private static final int RACES = 150;
  private static final int RACERS = 8;

  @Test
  void theSameKeyAndContentGetTheSameAnswerAndOneFeature(DatabaseAddress address) throws Exception {
    try (MissionServer server = new MissionServer(address)) {
      UUID key = UUID.randomUUID();
      String body = MissionServer.incident(20.5, 4.5, "2026-06-01T10:00:00Z", "");
      HttpResponse<String> first = submit(server, server.url(), key, body);
      String path = location(first).substring(server.url().length());
      String edited = MissionServer.incident(20.6, 4.5, "2026-06-01T10:00:00Z", "");
      var edit =
          server.send(
              "PUT",
              path,
              edited,
              Map.of("If-Match", tag(first), "Content-Type", "application/geo+json"));
      assertThat(edit.statusCode()).isEqualTo(204);

      HttpResponse<String> again = submit(server, server.url(), key, body);
      assertThat(again.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
      assertThat(location(again)).isEqualTo(location(first));
      assertThat(tag(again)).isEqualTo(tag(first)).isEqualTo("\"1\"");

      var whole =
          server.send(
              "POST",
              "/collections/incident/items",
              body,
              Map.of("Idempotency-Key", key.toString(), "Prefer", "return=representation"));
      assertThat(whole.statusCode()).isEqualTo(201);
      assertThat(whole.body()).contains("20.5").doesNotContain("20.6");
    }
  }

  @Test
  void theSameKeyWithOtherContentIsAConflictThatNamesBothDigests(DatabaseAddress address)
      throws Exception {
    try (MissionServer server = new MissionServer(address)) {
      UUID key = UUID.randomUUID();
      String one = MissionServer.incident(20.1, 4.1, "2026-06-01T10:00:00Z", "");
      String other = MissionServer.incident(20.2, 4.1, "2026-06-01T10:00:00Z", "");
      assertThat(submit(server, server.url(), key, one).statusCode()).isEqualTo(201);
      HttpResponse<String> conflict = submit(server, server.url(), key, other);
      assertThat(conflict.statusCode()).isEqualTo(409);
      assertThat(conflict.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(conflict.body()).containsPattern("SHA-256 [0-9a-f]{64}, now [0-9a-f]{64}");
      assertThat(submit(server, server.url(), key, one).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void whatIsNotAKeyIsSaidAndAFailedSendLeavesTheKeyUnused(DatabaseAddress address)
      throws Exception {
    try (MissionServer server = new MissionServer(address)) {
      String body = MissionServer.incident(20.3, 4.1, "2026-06-01T10:00:00Z", "");
      var wrong =
          server.send(
              "POST", "/collections/incident/items", body, Map.of("Idempotency-Key", "1-1-1-1-1"));
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("Idempotency-Key").contains("UUID");

      UUID key = UUID.randomUUID();
      String bad = MissionServer.incident(20.3, 4.1, "0202-06-01T10:00:00Z", "");
      assertThat(submit(server, server.url(), key, bad).statusCode()).isEqualTo(400);
      assertThat(submit(server, server.url(), key, body).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void everySendOverALineThatCutsAnswersLeavesOneFeatureAndEqualAnswers(DatabaseAddress address)
      throws Exception {
    System.out.println("SubmissionTest seed " + SEED);
    try (MissionServer server = new MissionServer(address);
        CuttingProxy line = new CuttingProxy(server.port(), SEED)) {
      Map<UUID, Set<String>> answers = Collections.synchronizedMap(new HashMap<>());
      List<Callable<Integer>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Random random = new Random(SEED + client);
        clients.add(
            () -> {
              int sent = 0;
              for (int i = 0; i < IDS / CLIENTS; i++) {
                UUID key = new UUID(random.nextLong(), random.nextLong());
                String body = incident(random);
                for (int times = 1 + random.nextInt(5); times > 0; times--) {
                  sent++;
                  note(answers, key, sendOver(server, line.url(), key, body));
                }
                // until it is known to have arrived, as a client does
                while (!answers.containsKey(key)) {
                  sent++;
                  note(answers, key, sendOver(server, line.url(), key, body));
                }
              }
              return sent;
            });
      }
      long before = features(address);
      int sent = inParallel(clients).stream().mapToInt(n -> n).sum();
      assertThat(line.cut()).as("answers cut off").isGreaterThan(100);
      assertThat(sent).isGreaterThan(2 * IDS);
      assertThat(features(address) - before).isEqualTo(IDS);
      assertThat(answers).hasSize(IDS).allSatisfy((key, all) -> assertThat(all).hasSize(1));
    }
  }

  @Test
  void equalSendsAtOneInstantToTwoServersMakeOneFeature(DatabaseAddress address) throws Exception {
    try (MissionServer one = new MissionServer(address);
        MissionServer other = new MissionServer(address)) {
      Outcome outcome = race(one, other, address);
      assertThat(outcome.features()).isEqualTo(RACES);
      assertThat(outcome.locations()).isEqualTo(RACES);
      assertThat(outcome.statuses()).containsExactly(201);
    }
  }

  @Test
  void withoutTheUniqueConstraintTheRaceIsSeenToMakeDuplicates() throws Exception {
    DatabaseAddress spoiled = TestDatabases.create();
    try (MissionServer one = new MissionServer(spoiled);
        MissionServer other = new MissionServer(spoiled)) {
      Sql.asOwner(spoiled, "alter table vigie.submission drop constraint submission_pkey");
      assertThat(race(one, other, spoiled).features()).isGreaterThan(RACES);
    } finally {
      TestDatabases.drop(spoiled);
    }
  }

  /**
   * @param locations how many different features the answers named
   */
  private record Outcome(long features, int locations, Set<Integer> statuses) {}

  private static Outcome race(MissionServer one, MissionServer other, DatabaseAddress address)
      throws Exception {
    Random random = new Random(SEED + CLIENTS);
    List<UUID> keys = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < RACES; i++) {
      keys.add(new UUID(random.nextLong(), random.nextLong()));
      bodies.add(incident(random));
    }
    Set<String> locations = Collections.synchronizedSet(new HashSet<>());
    Set<Integer> statuses = Collections.synchronizedSet(new HashSet<>());
    CyclicBarrier start = new CyclicBarrier(RACERS);
    List<Callable<Integer>> racers = new ArrayList<>();
    for (int racer = 0; racer < RACERS; racer++) {
      MissionServer server = racer % 2 == 0 ? one : other;
      racers.add(
          () -> {
            for (int i = 0; i < RACES; i++) {
              start.await();
              HttpResponse<String> answer =
                  submit(server, server.url(), keys.get(i), bodies.get(i));
              statuses.add(answer.statusCode());
              answer
                  .headers()
                  .firstValue("Location")
                  .ifPresent(l -> locations.add(l.substring(server.url().length())));
            }
            return RACES;
          });
    }
    long before = features(address);
    inParallel(racers);
    return new Outcome(features(address) - before, locations.size(), statuses);
  }

  private static void note(Map<UUID, Set<String>> answers, UUID key, String answer) {
    if (!answer.isEmpty()) {
      answers.computeIfAbsent(key, k -> Collections.synchronizedSet(new HashSet<>())).add(answer);
    }
  }

  /** The answer as one text; empty when the line was cut. */
  private static String sendOver(MissionServer server, String url, UUID key, String body)
      throws Exception {
    try {
      HttpResponse<String> answer = submit(server, url, key, body);
      return answer.statusCode()
          + " "
          + location(answer).replaceFirst("http://[^/]+", "")
          + " "
          + tag(answer);
    } catch (java.io.IOException cut) {
      return "";
    }
  }

  private static HttpResponse<String> submit(
      MissionServer server, String url, UUID key, String body) throws Exception {
    return server.send(
        "POST",
        url + "/collections/incident/items",
        body,
        Map.of("Idempotency-Key", key.toString(), "Content-Type", "application/geo+json"));
  }

  private static String incident(Random random) {
    return MissionServer.incident(
        15 + random.nextInt(10_000) / 1000.0, 3, "2026-06-01T10:00:00Z", "");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none");
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElse("none");
  }

  private static long features(DatabaseAddress address) throws Exception {
    return Long.parseLong(Sql.asOwner(address, "select count(*) from vigie.feature"));
  }

  private static List<Integer> inParallel(List<Callable<Integer>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> future : pool.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }
}
