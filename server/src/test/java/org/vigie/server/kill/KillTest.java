package org.vigie.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.server.VigieProcess;
import org.vigie.server.testing.Sql;

/** A 2xx answer means committed, whenever the process ends. */
class KillTest {

  private static final long SEED = Long.getLong("vigie.kill.seed", 20260703);
  private static final int KILLS = Integer.getInteger("vigie.kills", 20);
  private static final int LANES = Integer.getInteger("vigie.kill.lanes", 2);
  private static final int KILLS_UNTIL_CAUGHT = 50;

  @Test
  void nothingAcknowledgedIsLostOrHalfWrittenWheneverTheServerIsKilled() throws Exception {
    System.out.println("KillTest seed " + SEED + ", " + KILLS + " kills");
    int acknowledged = 0;
    int kills = 0;
    for (Lane.Outcome outcome : run(LANES, KILLS / LANES)) {
      assertThat(outcome.lost()).as("acknowledged and lost").isEmpty();
      assertThat(outcome.half()).as("half-written").isEmpty();
      acknowledged += outcome.acknowledged();
      kills += outcome.kills();
    }
    System.out.println(kills + " kills, " + acknowledged + " acknowledged, 0 lost, 0 half-written");
    assertThat(acknowledged).isGreaterThan(kills * Ingest.CLIENTS);
  }

  @Test
  void aServerThatAcknowledgesBeforeItCommitsIsCaught() throws Exception {
    Lane.Outcome outcome =
        new Lane(
                folder -> VigieProcess.start(EagerServer.class, folder.toString()),
                KILLS_UNTIL_CAUGHT,
                SEED,
                true)
            .call();
    System.out.println("ack before commit: caught after " + outcome.kills() + " kills");
    assertThat(outcome.lost()).isNotEmpty();
  }

  private static List<Lane.Outcome> run(int lanes, int kills) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(lanes);
    try {
      List<Future<Lane.Outcome>> futures = new ArrayList<>();
      for (int i = 0; i < lanes; i++) {
        futures.add(pool.submit(new Lane(new Served(), kills, SEED + i, false)));
      }
      List<Lane.Outcome> outcomes = new ArrayList<>();
      for (Future<Lane.Outcome> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      pool.shutdown();
    }
  }

  /** The program as a mission runs it, and an account that may send incidents. */
  private static final class Served implements Lane.Starting {

    @Override
    public VigieProcess start(Path folder) throws IOException {
      return VigieProcess.start("serve", "--port=0", "--data-dir=" + folder);
    }

    @Override
    public Map<String, String> signIn(Path folder) throws Exception {
      String data = "--data-dir=" + folder;
      run("user", "add", "ingest", "--role=duty-officer", data);
      String answer = run("user", "token", "ingest", "kill test", "--write", data);
      // whoever was given a password must choose one first; that is not what is tried here
      try (PostgisCluster cluster = PostgisCluster.start(folder)) {
        Sql.asOwner(cluster.address(), "update vigie.account set must_change_password = false");
      }
      return Map.of("Authorization", "Bearer " + answer.substring(answer.lastIndexOf(' ') + 1));
    }

    private static String run(String... command) throws Exception {
      try (VigieProcess process = VigieProcess.start(command)) {
        assertThat(process.awaitExit()).as(process.errors()).isZero();
        return process.restOfOutput().strip();
      }
    }
  }
}
