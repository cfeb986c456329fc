package org.vigie.server.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.SharedData;
import org.vigie.server.http.Authentication;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.Json;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRoutesTest {

  private static final String HEADER = "source_system,source_id,title,type,date,lat,lon\n";
  private static final long MOST_BYTES = 20_000_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final LayerCatalog layers = LayerFiles.read();
  private Path folder;
  private PostgisStore root;
  private FeatureStore store;
  private ImportDesk desk;
  private HttpServer server;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path temporary) throws Exception {
    folder = temporary;
    Files.writeString(folder.resolve("left.upload"), "from a server that was killed");
    root = PostgisStore.open(address, layers);
    store = root.as(Access.everything(new Author("test")));
    desk = new ImportDesk(new TransferOptions(folder, MOST_BYTES, 2, 5), root, Clock.systemUTC());
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                Authentication.always(Caller.operator("test")),
                List.of(new ImportRoutes(desk, layers, root)))
            .start();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    desk.close();
    root.close();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("files left behind").isEmpty();
    }
  }

  @Test
  void aFileIsUploadedLookedAtCommittedAndUndone() throws Exception {
    byte[] file = Files.readAllBytes(SharedData.get("ucdp/ged231_caf.csv"));
    long before = incidents();

    String id = upload("name=ged231_caf.csv", file);
    JsonNode ready = await(id, "ready");

    assertThat(ready.at("/recognised/format").asText()).isEqualTo("ucdp-ged");
    assertThat(ready.at("/recognised/delimiter").asText()).isEqualTo(",");
    assertThat(ready.at("/columns")).hasSize(49);
    assertThat(ready.at("/counts/rows").asInt()).isEqualTo(1848);
    assertThat(ready.at("/counts/inserted").asInt()).isEqualTo(1848);
    assertThat(ready.at("/sample/features")).hasSize(500);
    assertThat(ready.at("/sample/features/0/properties/actor1").asText())
        .isEqualTo("Government of Uganda");
    assertThat(incidents()).isEqualTo(before);

    assertThat(send("POST", "/api/imports/" + id + "/commit").statusCode()).isEqualTo(202);
    JsonNode committed = await(id, "committed");
    assertThat(committed.at("/counts/inserted").asInt()).isEqualTo(1848);
    assertThat(incidents()).isEqualTo(before + 1848);
    JsonNode list = json(send("GET", "/api/imports"));
    assertThat(list.at("/batches/0/id").asText()).isEqualTo(committed.at("/batch").asText());
    assertThat(list.at("/batches/0/title").asText()).isEqualTo("ged231_caf.csv");

    JsonNode undone = json(send("POST", "/api/imports/" + id + "/undo"));
    assertThat(undone.at("/state").asText()).isEqualTo("undone");
    assertThat(undone.at("/undo/removed").asInt()).isEqualTo(1848);
    assertThat(incidents()).isEqualTo(before);
    assertThat(send("POST", "/api/imports/" + id + "/undo").statusCode()).isEqualTo(409);
  }

  @Test
  void refusedRowsAreListedAndComeBackAsAFile() throws Exception {
    String id =
        upload(
            "name=rows.csv",
            HEADER + "r,1,One,BATTLES,2026-01-01,1,2\nr,2,=1+1,BATTLES,2026-01-01,NaN,2\n");

    JsonNode ready = await(id, "ready");

    assertThat(ready.at("/counts/refused").asInt()).isEqualTo(1);
    assertThat(ready.at("/refused/0/line").asInt()).isEqualTo(3);
    assertThat(ready.at("/refused/0/fix").asText()).isNotBlank();
    HttpResponse<String> file = send("GET", "/api/imports/" + id + "/refused.csv");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.body()).contains("r,2,\"'=1+1\",BATTLES", "refused_because");
    assertThat(send("POST", "/api/imports/" + id + "/commit?mode=all-or-nothing").statusCode())
        .isEqualTo(409);
    assertThat(json(send("DELETE", "/api/imports/" + id)).at("/state").asText())
        .isEqualTo("discarded");
    assertThat(send("POST", "/api/imports/" + id + "/commit").statusCode()).isEqualTo(409);
    assertThat(send("GET", "/api/imports/" + id + "/refused.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void aQuestionTheFileLeavesOpenFailsAndADeclarationAnswersIt() throws Exception {
    String rows = HEADER + "d,1,One,BATTLES,03/04/2026,1,2\n";

    JsonNode failed = await(upload("name=d.csv", rows), "failed");
    assertThat(failed.at("/error").asText()).contains("03/04/2026", "dmy or mdy");
    assertThat(failed.at("/errors/0/field").asText()).isEqualTo("date");

    JsonNode ready = await(upload("name=d.csv&dates=dmy", rows), "ready");
    assertThat(ready.at("/sample/features/0/properties/valid_from").asText())
        .isEqualTo("2026-04-03T00:00:00Z");
    discard(ready);
  }

  @Test
  void theCallersMistakesAreNamed() throws Exception {
    assertThat(send("POST", "/api/imports").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/api/imports?layer=nowhere").body()).contains("incident");
    assertThat(send("POST", "/api/imports?layer=incident&format=xls").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/api/imports?layer=incident&dates=dym").body())
        .contains("dmy, mdy or ymd");
    assertThat(send("GET", "/api/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(send("GET", "/api/imports/1").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/api/imports/" + UUID.randomUUID() + "/undo").statusCode())
        .isEqualTo(404);
    JsonNode failed = await(upload("name=a.zip", new byte[] {'P', 'K', 3, 4, 0, 0}), "failed");
    assertThat(failed.at("/error").asText()).contains("ZIP archive or a workbook");
  }

  @Test
  void anUploadBeyondTheLimitIsRefusedBeforeItIsRead() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/imports?layer=incident HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.port()
                  + "\r\nContent-Length: "
                  + (MOST_BYTES + 1)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void anUploadLargerThanAnOrdinaryBodyIsTaken() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    while (rows.length() < 12_000_000) {
      rows.append("big,").append(rows.length()).append(",").append("x".repeat(2000));
      rows.append(",BATTLES,2026-01-01,1,2\n");
    }
    JsonNode ready = await(upload("name=big.csv", rows.toString()), "ready");
    assertThat(ready.at("/counts/refused").asInt() + ready.at("/counts/accepted").asInt())
        .isGreaterThan(5000);
    discard(ready);
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws Exception {
    long before = uploads();
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/imports?layer=incident HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.port()
                  + "\r\nContent-Length: 1000000\r\n\r\nabc")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      await(() -> uploads() == before + 1);
    }
    await(() -> uploads() == before);
  }

  private String upload(String query, String text) throws Exception {
    return upload(query, text.getBytes(StandardCharsets.UTF_8));
  }

  private String upload(String query, byte[] bytes) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/api/imports?layer=incident&" + query))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String id = json(answer).at("/id").asText();
    assertThat(answer.headers().firstValue("Location")).contains("/api/imports/" + id);
    return id;
  }

  private void discard(JsonNode document) throws Exception {
    assertThat(send("DELETE", "/api/imports/" + document.at("/id").asText()).statusCode())
        .isEqualTo(200);
  }

  private JsonNode await(String id, String state) throws Exception {
    JsonNode[] last = new JsonNode[1];
    await(
        () -> {
          last[0] = json(send("GET", "/api/imports/" + id));
          String now = last[0].at("/state").asText();
          assertThat(now).as("%s", last[0]).isIn("reading", "committing", state);
          return now.equals(state);
        });
    return last[0];
  }

  /** Something that comes true in the background. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    for (int i = 0; i < 1200; i++) {
      if (condition.holds()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it did not come true within a minute");
  }

  private long uploads() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".upload")).count();
    }
  }

  private long incidents() {
    return store.count(FeatureQuery.of(layers.get("incident")));
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.MAPPER.readTree(answer.body());
  }
}
