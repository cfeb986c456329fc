package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;

/**
 * Thirty-two people edit one incident at once through the whole server. Each adds one to a number
 * he has read, and signs with a title of his own, so that the history tells every edit that was
 * lost.
 */
@PostgisTest
class EditRaceTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final int EDITORS = 32;

  private static final int ROUNDS = Integer.getInteger("vigie.race.rounds", 10);
  private static final int FREE = Integer.getInteger("vigie.race.edits", 10);

  @TempDir private Path folder;

  @Test
  void ofThirtyTwoEditorsOneWinsEachVersionAndTheOthersAreTold(DatabaseAddress address)
      throws Exception {
    Race race = race(address, UnaryOperator.identity(), ROUNDS, FREE);
    System.out.printf(
        "EditRaceTest: %d requests, %d stored, %d told 412, %d told 428%n",
        race.answers.size(), race.count(200), race.count(412), race.count(428));
    assertThat(race.answers).extracting(Answer::status).containsOnly(200, 412, 428);
    assertThat(race.answers).allSatisfy(a -> assertThat(a.status == 428).isEqualTo(!a.withTag));
    assertThat(race.roundWinners).as("winners of each round").containsOnly(1L);
    assertThat(race.versions).as("creation and one for each 200").hasSize(1 + race.count(200));
    assertThat(race.lost()).isEmpty();
  }

  /** The control: the same race against a server that drops the test of the version. */
  @Test
  void aServerThatDoesNotCompareVersionsIsCaught(DatabaseAddress address) throws Exception {
    Race race = race(address, LastWriterWins::over, 3, 0);
    assertThat(race.lost()).isNotEmpty();
    assertThat(race.roundWinners).anyMatch(winners -> winners > 1);
  }

  /**
   * @param round of which it was; -1 when everybody was free
   */
  private record Answer(int round, String title, int status, boolean withTag) {}

  /** What was answered, and what the history holds, oldest first. */
  private record Race(List<Answer> answers, List<Long> roundWinners, List<Change> versions) {

    int count(int status) {
      return (int) answers.stream().filter(a -> a.status == status).count();
    }

    /** Edits that were acknowledged and whose sum or title no version carries. */
    List<String> lost() {
      List<String> lost = new ArrayList<>();
      List<String> kept = new ArrayList<>();
      for (int i = 1; i < versions.size(); i++) {
        Feature after = versions.get(i).after().orElseThrow();
        String title = String.valueOf(after.properties().get("title"));
        kept.add(title);
        if (!after.properties().get("killed_best").equals((long) i) || after.version() != i + 1) {
          lost.add(title + " wrote over one that it had not seen");
        }
        if (!title.startsWith(versions.get(i).author().name() + " ")) {
          lost.add(title + " is signed by " + versions.get(i).author().name());
        }
      }
      answers.stream()
          .filter(a -> a.status == 200 && !kept.contains(a.title))
          .forEach(a -> lost.add(a.title + " was acknowledged and is in no version"));
      return lost;
    }
  }

  /**
   * @param rounds in each all read one version, then all send
   * @param free edits of each afterwards, as fast as he can
   */
  private Race race(DatabaseAddress address, UnaryOperator<GuardedStore> door, int rounds, int free)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(EDITORS);
    try (WholeServer server = new WholeServer(address, CATALOG, folder, door)) {
      for (int i = 0; i < EDITORS; i++) {
        admit(server, "editor-" + i);
      }
      String path = create(server);
      CyclicBarrier together = new CyclicBarrier(EDITORS);
      List<Future<List<Answer>>> futures = new ArrayList<>();
      for (int i = 0; i < EDITORS; i++) {
        String name = "editor-" + i;
        futures.add(pool.submit(() -> edit(server, name, path, together, rounds, free)));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<List<Answer>> future : futures) {
        answers.addAll(future.get());
      }
      List<Long> winners = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        int of = round;
        winners.add(answers.stream().filter(a -> a.round == of && a.status == 200).count());
      }
      List<Change> versions =
          new ArrayList<>(
              server
                  .store()
                  .as(Access.everything(new Author("test")))
                  .history(
                      "incident",
                      FeatureId.find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow()));
      return new Race(answers, winners, versions);
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Answer> edit(
      WholeServer server, String name, String path, CyclicBarrier together, int rounds, int free)
      throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < rounds + free; i++) {
      boolean inRound = i < rounds;
      if (inRound) {
        together.await();
      }
      HttpResponse<String> read = server.get(name, path);
      long killed =
          Json.MAPPER.readTree(read.body()).path("properties").path("killed_best").asLong();
      if (inRound) {
        together.await();
      }
      String title = name + " " + i;
      String body =
          "{\"properties\": {\"title\": \"%s\", \"killed_best\": %d}}".formatted(title, killed + 1);
      // in a free edit now and then somebody does not say which version he edited
      boolean withTag = inRound || i % 6 != 0;
      Map<String, String> headers =
          withTag
              ? Map.of(
                  "If-Match",
                  read.headers().firstValue("ETag").orElseThrow(),
                  "Content-Type",
                  "application/merge-patch+json",
                  "Prefer",
                  "return=representation")
              : Map.of("Content-Type", "application/merge-patch+json");
      int status = server.send(name, "PATCH", path, body, headers).statusCode();
      answers.add(new Answer(inRound ? i : -1, title, status, withTag));
    }
    return answers;
  }

  private static String create(WholeServer server) throws Exception {
    HttpResponse<String> answer =
        server.send(
            "editor-0",
            "POST",
            "/collections/incident/items",
            """
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-20.5, -45.5]},
             "properties": {"valid_from": "2026-06-01T10:00:00Z", "type": "BATTLES",
               "killed_best": 0}}
            """,
            Map.of("Content-Type", "application/geo+json"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/collections/"));
  }

  private static void admit(WholeServer server, String name) {
    Access access =
        Entitlements.of(CATALOG)
            .access(
                new Author(name),
                Set.of(Role.DUTY_OFFICER),
                Classification.STRICTLY_CONFIDENTIAL,
                Set.of(),
                Optional.empty());
    server.admit(name, new Caller(name, Set.of(Role.DUTY_OFFICER), access));
  }
}
