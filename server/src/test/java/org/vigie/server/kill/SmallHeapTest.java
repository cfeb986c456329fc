package org.vigie.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.Main;
import org.vigie.server.VigieProcess;

/** The whole server in a process of 512 MB of heap stands what is sent to exhaust it. */
class SmallHeapTest {

  private static final int MEGABYTES = 512;
  private static final int CLIENTS = 16;
  private static final int REQUESTS = Integer.getInteger("vigie.heap.requests", 120);
  private static final int LARGE = 9_500_000;
  private static final long SEED = 20260705;

  @Test
  void hostileBodiesFromManyAtOnceDoNotExhaustIt() throws Exception {
    Path folder = TestDatabases.newFolder("vigie-heap-");
    try {
      Map<String, String> headers = new Served().signIn(folder);
      try (VigieProcess server =
          VigieProcess.start(MEGABYTES, Main.class, "serve", "--port=0", "--data-dir=" + folder)
              .awaitReady()) {
        long before = residentMegabytes(server);
        Map<Integer, Integer> answers = attack(server.url(), headers);
        System.out.printf(
            "SmallHeapTest: %d requests at -Xmx%dm, answers %s; resident %d MB at the start, at"
                + " most %d MB%n",
            REQUESTS, MEGABYTES, answers, before, residentMegabytes(server));
        assertThat(server.isAlive()).as(server.errors()).isTrue();
        assertThat(server.errors()).doesNotContain("OutOfMemoryError");
        assertThat(answers.keySet()).doesNotContain(-1, 500, 502, 507).contains(400);
        assertThat(server.get("health/ready").statusCode()).isEqualTo(200);
        assertThat(residentMegabytes(server)).isLessThan(2L * MEGABYTES);
      }
    } finally {
      TestDatabases.delete(folder);
    }
  }

  /** The control: memory that is exhausted ends such a process, and the test sees it. */
  @Test
  void aProcessThatRunsOutOfMemoryIsSeenToEnd() throws Exception {
    try (VigieProcess greedy = VigieProcess.start(MEGABYTES, Greedy.class)) {
      assertThat(greedy.awaitExit()).isEqualTo(3);
      assertThat(greedy.isAlive()).isFalse();
    }
  }

  /** Keeps all it gets. */
  public static final class Greedy {

    private Greedy() {}

    public static void main(String[] arguments) {
      List<byte[]> kept = new ArrayList<>();
      while (kept.size() < Integer.MAX_VALUE) {
        kept.add(new byte[10_000_000]);
      }
    }
  }

  private static Map<Integer, Integer> attack(String url, Map<String, String> headers)
      throws Exception {
    List<byte[]> bodies =
        List.of(
            text("[".repeat(LARGE)),
            text("{\"a\":".repeat(LARGE / 5)),
            text("\"" + "x".repeat(LARGE) + "\""),
            text("[" + "1,".repeat(LARGE / 2) + "1]"),
            text("{" + "\"k\":1,".repeat(LARGE / 6) + "\"k\":1}"),
            polygon(400_000),
            polygon(90_000));
    ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
    try {
      Random random = new Random(SEED);
      List<Future<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        byte[] body = bodies.get(random.nextInt(bodies.size()));
        String path =
            List.of(
                    "collections/incident/items",
                    "api/imports?layer=incident&name=a.geojson",
                    "api/imports?layer=incident&name=a.csv")
                .get(random.nextInt(3));
        futures.add(pool.submit(() -> send(url + path, headers, body)));
      }
      Map<Integer, Integer> answers = new TreeMap<>();
      for (Future<Integer> future : futures) {
        answers.merge(future.get(), 1, Integer::sum);
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  /** The status; 0 when the server closed while it was still being sent to, -1 when it is gone. */
  private static int send(String url, Map<String, String> headers, byte[] body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (java.net.ConnectException gone) {
      return -1;
    } catch (java.io.IOException closed) {
      return 0;
    }
  }

  private static byte[] polygon(int vertices) {
    StringBuilder text = new StringBuilder("{\"type\":\"Feature\",\"geometry\":{\"type\":");
    text.append("\"Polygon\",\"coordinates\":[[");
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      text.append("[%.6f,%.6f],".formatted(-20 + Math.cos(angle), -50 + Math.sin(angle)));
    }
    text.append("[-19.000000,-50.000000]]]},\"properties\":{\"type\":\"BATTLES\",");
    return text(text.append("\"valid_from\":\"2026-01-01T00:00:00Z\"}}").toString());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The most it ever had, by the operating system's account. */
  private static long residentMegabytes(VigieProcess server) throws Exception {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
