package org.vigie.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vigie.server.VigieProcess;

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
}
