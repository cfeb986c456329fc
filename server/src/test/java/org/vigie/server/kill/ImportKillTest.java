package org.vigie.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;
import org.vigie.server.testing.Sql;

/** An import is there whole or not at all, whenever the server is killed while it is kept. */
class ImportKillTest {

  private static final long SEED = Long.getLong("vigie.kill.seed", 20260704);
  private static final int KILLS = Integer.getInteger("vigie.import.kills", 3);
  private static final int ROWS = Integer.getInteger("vigie.import.rows", 5_000);

  /** Some kills come after the end, so that the last moment is among them too. */
  private static final double BEYOND_THE_END = 1.15;

  private final Random random = new Random(SEED);
  private Path folder;

  @BeforeEach
  void make() {
    folder = TestDatabases.newFolder("vigie-import-kill-");
  }

  @AfterEach
  void remove() {
    TestDatabases.delete(folder);
  }

  @Test
  void anImportIsThereWhollyOrNotAtAllWhenTheServerIsKilled() throws Exception {
    System.out.println("ImportKillTest seed " + SEED + ", " + KILLS + " kills, " + ROWS + " rows");
    Served served = new Served();
    Map<String, String> headers = served.signIn(folder);
    List<String> partial = new ArrayList<>();
    int whole = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      try (VigieProcess server = served.start(folder).awaitReady()) {
        Importing client = new Importing(server.url(), headers);
        String first = begun(client, "whole-" + kill);
        long begin = System.nanoTime();
        client.await(first, "committed");
        long nanos = System.nanoTime() - begin;
        begun(client, "kill-" + kill);
        sleep((long) (random.nextDouble() * nanos * BEYOND_THE_END));
        server.kill();
      }
      try (PostgisCluster cluster = PostgisCluster.start(folder)) {
        assertThat(kept(cluster.address(), "whole-" + kill, partial)).isEqualTo(ROWS);
        whole += kept(cluster.address(), "kill-" + kill, partial) / ROWS;
        partial.addAll(new Survivors(cluster.address()).halfImported());
      }
    }
    System.out.printf(
        "%d kills of an import of %d rows: %d there wholly, %d not at all, %d partly%n",
        KILLS, ROWS, whole, KILLS - whole, partial.size());
    assertThat(partial).isEmpty();
  }

  /** An import that is read and now being kept. */
  private String begun(Importing client, String system) throws Exception {
    String id = client.upload(Importing.file(folder, system, ROWS, random.nextLong()));
    client.commit(id);
    return id;
  }

  private static void sleep(long nanos) throws InterruptedException {
    Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
  }

  /** How many of its rows are there, once nobody works on them any more. */
  private static int kept(DatabaseAddress address, String system, List<String> partial)
      throws Exception {
    while (!Sql.asOwner(
            address, "select count(*) from pg_stat_activity where application_name = 'vigie-load'")
        .equals("0")) {
      Thread.sleep(20);
    }
    int features = count(address, "feature where source_system = '" + system + "'");
    int changes = count(address, "change where source_system = '" + system + "'");
    int loads = count(address, "load where title = '" + system + ".csv'");
    boolean none = features == 0 && changes == 0 && loads == 0;
    boolean all = features == ROWS && changes == ROWS && loads == 1;
    if (!none && !all) {
      partial.add(
          "%s: %d features, %d changes, %d imports".formatted(system, features, changes, loads));
    }
    return features;
  }

  private static int count(DatabaseAddress address, String of) throws SQLException {
    return Integer.parseInt(Sql.asOwner(address, "select count(*) from vigie." + of));
  }

  @Test
  void anImportThatCommitsOnItsWayIsCaught() throws Exception {
    List<String> partial = new ArrayList<>();
    try (VigieProcess server =
        VigieProcess.start(PiecemealServer.class, folder.toString(), String.valueOf(ROWS))) {
      server.awaitReady();
      sleep(random.nextInt(200_000_000));
      server.kill();
    }
    try (PostgisCluster cluster = PostgisCluster.start(folder)) {
      kept(cluster.address(), PiecemealServer.SYSTEM, partial);
    }
    assertThat(partial).isNotEmpty();
  }
}
