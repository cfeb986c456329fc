package org.vigie.server.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;

/**
 * One data directory whose server is started, fed by eight clients and killed, over and over. The
 * database writes to the disk as in production; every fifth time it is killed as well.
 */
final class Lane implements Callable<Lane.Outcome> {

  private static final int LONGEST_MILLISECONDS = 700;
  private static final int KILLS_OF_BOTH = 5;

  /** So that a long run that is stopped has a figure. */
  private static final int KILLS_OF_A_REPORT = 25;

  /**
   * @param kills how many it took
   * @param acknowledged features that some client was told are stored
   * @param lost of these, not there after a kill
   * @param half parts without the others, and wrong answers
   */
  record Outcome(int kills, int acknowledged, List<String> lost, List<String> half) {}

  /** Starts a server on a directory. */
  @FunctionalInterface
  interface Starting {
    VigieProcess start(Path folder) throws IOException;

    /** What clients send beside; called once, before the first start. */
    default Map<String, String> signIn(Path folder) throws Exception {
      return Map.of();
    }
  }

  private final Starting starting;
  private final int kills;
  private final Random random;
  private final boolean untilLost;
  private final List<String> lost = new ArrayList<>();
  private final List<String> half = new ArrayList<>();

  /**
   * @param untilLost whether to stop at the first loss, as a fault made on purpose shows one
   */
  Lane(Starting starting, int kills, long seed, boolean untilLost) {
    this.starting = starting;
    this.kills = kills;
    this.random = new Random(seed);
    this.untilLost = untilLost;
  }

  @Override
  public Outcome call() throws Exception {
    Path folder = TestDatabases.newFolder("vigie-kill-");
    Ingest ingest = new Ingest(random.nextLong(), starting.signIn(folder));
    try {
      int done = 0;
      while (done < kills && (lost.isEmpty() || !untilLost)) {
        runAndKill(folder, ingest, ++done);
        if (done % KILLS_OF_A_REPORT == 0) {
          System.out.printf(
              "%d kills in one lane: %d acknowledged, %d lost, %d half-written%n",
              done, ingest.acknowledged().size(), lost.size(), half.size());
        }
      }
      try (PostgisCluster cluster = PostgisCluster.start(folder)) {
        look(cluster, ingest);
      }
      half.addAll(ingest.wrong());
      return new Outcome(done, ingest.acknowledged().size(), lost, half);
    } finally {
      TestDatabases.delete(folder);
    }
  }

  private void runAndKill(Path folder, Ingest ingest, int number) throws Exception {
    List<Thread> clients;
    try (VigieProcess server = starting.start(folder).awaitReady()) {
      try (PostgisCluster running = PostgisCluster.join(folder)) {
        look(running, ingest);
      }
      int before = ingest.acknowledged().size();
      clients = ingest.start(server.url());
      // the first answers take a cold server long; kills should meet a busy one
      for (int i = 0; i < 500 && ingest.acknowledged().size() < before + Ingest.CLIENTS; i++) {
        Thread.sleep(10);
      }
      Thread.sleep(random.nextInt(LONGEST_MILLISECONDS), random.nextInt(1_000_000));
      if (number % KILLS_OF_BOTH == 0) {
        postmaster(folder).destroyForcibly();
      }
      server.kill();
    }
    for (Thread client : clients) {
      client.join();
    }
  }

  /** At what the former kill left, before anything is sent again. */
  private void look(PostgisCluster cluster, Ingest ingest) throws SQLException {
    Survivors survivors = new Survivors(cluster.address());
    lost.addAll(survivors.lost(ingest.acknowledged()));
    half.addAll(survivors.halfWritten());
    if (survivors.surplus() != 0) {
      half.add(survivors.surplus() + " features more than keys");
    }
  }

  private static ProcessHandle postmaster(Path folder) throws IOException {
    Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
  }
}
