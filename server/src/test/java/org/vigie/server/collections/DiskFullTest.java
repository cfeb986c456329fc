package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.Json;
import org.vigie.server.testing.Sql;

/** A full disk is said as such, costs nothing that was acknowledged, and passes by itself. */
@PostgisTest
class DiskFullTest {

  private static final Map<String, String> FAST = Map.of("fsync", "off");
  private static final int MOST_SENT = 5_000;

  /** A file system of its own, where this account may make one; a build machine often may. */
  @Test
  void whatDoesNotFitIsAnswered507AndStoredOnceThereIsRoom() throws Exception {
    Path small = TestDatabases.newFolder("vigie-full-");
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=300m,mode=0755", "tmpfs", small.toString()),
        "this account may not mount a small file system");
    try (PostgisCluster cluster = PostgisCluster.start(small, FAST)) {
      DatabaseAddress address = cluster.createDatabase("small");
      try (MissionServer server = new MissionServer(address)) {
        fillAndRecover(server, address, small.resolve("ballast"));
      }
    } finally {
      run("umount", "-l", small.toString());
      Files.deleteIfExists(small);
    }
  }

  private static void fillAndRecover(MissionServer server, DatabaseAddress address, Path ballast)
      throws Exception {
    Map<UUID, String> acknowledged = new HashMap<>();
    List<UUID> refused = new ArrayList<>();
    send(server, UUID.randomUUID(), acknowledged, refused);
    fill(ballast);
    while (refused.size() < 20 && acknowledged.size() < MOST_SENT) {
      HttpResponse<String> answer = send(server, UUID.randomUUID(), acknowledged, refused);
      if (answer.statusCode() != 201) {
        assertFull(answer);
      }
    }
    System.out.printf(
        "DiskFullTest: %d acknowledged, %d answered 507%n", acknowledged.size(), refused.size());
    assertThat(refused).as("the disk is full").isNotEmpty();
    assertThat(server.status("/collections/incident/items?limit=1"))
        .as("reads go on")
        .isEqualTo(200);
    assertThat(stored(address)).as("nothing of what was refused").isEqualTo(acknowledged.size());
    Files.delete(ballast);
    for (UUID key : List.copyOf(refused)) {
      assertThat(send(server, key, acknowledged, refused).statusCode()).isEqualTo(201);
    }
    assertThat(stored(address)).isEqualTo(acknowledged.size());
    for (String location : acknowledged.values()) {
      assertThat(server.status(location)).isEqualTo(200);
    }
    assertThat(server.root.auditTrail().verify("").damages()).isEmpty();
  }

  private static int stored(DatabaseAddress address) throws Exception {
    int features =
        Integer.parseInt(
            Sql.asOwner(address, "select count(*) from vigie.feature where layer = 'incident'"));
    for (String part :
        List.of(
            "change where layer = 'incident'",
            "revision",
            "submission where status = 201",
            "audit where kind = 'revision'")) {
      assertThat(Sql.asOwner(address, "select count(*) from vigie." + part))
          .as(part)
          .isEqualTo(String.valueOf(features));
    }
    return features;
  }

  /** Everywhere: the error of a full disk, raised by a trigger, until it is taken away. */
  @Test
  void theErrorOfAFullDiskIsSaidAndTheServerRecovers(DatabaseAddress address) throws Exception {
    try (MissionServer server = new MissionServer(address)) {
      Sql.asOwner(
          address,
          "create function vigie.full() returns trigger language plpgsql as $$ begin raise"
              + " exception 'could not extend file' using errcode = 'disk_full'; end $$");
      Map<UUID, String> acknowledged = new HashMap<>();
      List<UUID> refused = new ArrayList<>();
      // in the middle of a write and at its very end
      for (String table : List.of("change", "revision")) {
        Sql.asOwner(
            address,
            "create trigger z_full after insert on vigie."
                + table
                + " for each statement execute function vigie.full()");
        assertFull(send(server, UUID.randomUUID(), acknowledged, refused));
        assertThat(stored(address)).isEqualTo(acknowledged.size());
        Sql.asOwner(address, "drop trigger z_full on vigie." + table);
        UUID key = refused.get(refused.size() - 1);
        assertThat(send(server, key, acknowledged, refused).statusCode()).isEqualTo(201);
      }
      assertThat(stored(address)).isEqualTo(acknowledged.size()).isEqualTo(2);
    }
  }

  private static void assertFull(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(Json.MAPPER.readTree(answer.body()).path("detail").asText())
        .contains("disk of the database is full")
        .contains("nothing of this was stored");
  }

  private static HttpResponse<String> send(
      MissionServer server, UUID key, Map<UUID, String> acknowledged, List<UUID> refused)
      throws Exception {
    HttpResponse<String> answer =
        server.send(
            "POST",
            "/collections/incident/items",
            MissionServer.incident(
                -20,
                -50,
                "2026-06-01T10:00:00Z",
                "\"title\": \"" + key.toString().repeat(50) + "\""),
            Map.of("Idempotency-Key", key.toString(), "Content-Type", "application/geo+json"));
    if (answer.statusCode() == 201) {
      acknowledged.put(key, answer.headers().firstValue("Location").orElseThrow());
      refused.remove(key);
    } else {
      refused.add(key);
    }
    return answer;
  }

  private static void fill(Path ballast) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // which is the aim
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
