package org.vigie.server.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;
import org.vigie.server.testing.TestIncidents;
import org.vigie.server.testing.TestMission;

@PostgisTest
class AttachmentRoutesTest {

  private final DatabaseAddress address;
  private final HttpClient client = HttpClient.newHttpClient();
  private TestMission mission;
  private String feature;

  AttachmentRoutesTest(DatabaseAddress address) {
    this.address = address;
  }

  @BeforeEach
  void start() throws Exception {
    mission =
        new TestMission(address, (catalog, store) -> List.of(new AttachmentRoutes(catalog, store)));
    Feature stored =
        mission
            .store()
            .write(
                w ->
                    w.insert(
                        TestIncidents.incident(
                            "seen " + UUID.randomUUID(),
                            18.5,
                            4.3,
                            "2025-03-01",
                            "RIOTS",
                            null,
                            2)));
    feature = "/api/attachments/incident/" + stored.id();
  }

  @AfterEach
  void stop() {
    mission.close();
  }

  @Test
  void aPhotographIsKeptWithItsAuthorAndComesBackAsAFile() throws Exception {
    var answer =
        post(feature + "?name=C%3A%5Cscene%20%3Cb%3E.jpg", Pictures.fromTelephone(90, 60, 6));
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
    JsonNode kept = Json.MAPPER.readTree(answer.body());
    assertThat(kept.path("name").asText()).isEqualTo("scene <b>.jpg");
    assertThat(kept.path("author").asText()).isEqualTo("test");
    assertThat(kept.path("width").asInt()).isEqualTo(60);
    assertThat(kept.path("sha256").asText()).hasSize(64);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith(kept.path("href").asText());

    var file = get(kept.path("href").asText());
    assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"[0-9a-f-]{36}\\.jpg\"");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(text(file)).doesNotContain("CANARY", "Exif");

    var small = get(kept.path("thumbnail").asText());
    assertThat(small.statusCode()).isEqualTo(200);
    assertThat(small.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(mission.get(feature).path("attachments")).hasSize(1);
  }

  @Test
  void theSamePhotographAgainIsTheOneThatIsThere() throws Exception {
    byte[] photo = Pictures.plain("png", 30, 20);
    String first = Json.MAPPER.readTree(post(feature, photo).body()).path("id").asText();
    assertThat(Json.MAPPER.readTree(post(feature, photo).body()).path("id").asText())
        .isEqualTo(first);
    assertThat(mission.get(feature).path("attachments")).hasSize(1);
  }

  @Test
  void whatCannotBeAttachedIsRefusedWithTheReason() throws Exception {
    assertThat(post(feature, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(400);
    assertThat(post(feature, Pictures.pngHeader(60_000, 60_000)).statusCode()).isEqualTo(400);
    assertThat(announcing(DarkRoom.MOST_BYTES + 1)).startsWith("HTTP/1.1 413");
    assertThat(post(feature + "?name=", Pictures.plain("png", 3, 3)).statusCode()).isEqualTo(400);
    assertThat(mission.get(feature).path("attachments")).isEmpty();
  }

  @Test
  void whereThereIsNoFeatureThereIsNoPhotograph() throws Exception {
    byte[] photo = Pictures.plain("png", 30, 20);
    String absent = "/api/attachments/incident/" + UUID.randomUUID();
    for (String path :
        List.of(
            absent,
            "/api/attachments/nothing/" + UUID.randomUUID(),
            "/api/attachments/incident/1")) {
      assertThat(post(path, photo).statusCode()).isEqualTo(404);
      assertThat(get(path).statusCode()).isEqualTo(404);
    }
    JsonNode kept = Json.MAPPER.readTree(post(feature, photo).body());
    assertThat(get(absent + "/" + kept.path("id").asText()).statusCode()).isEqualTo(404);
    assertThat(get(feature + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get(feature + "/" + UUID.randomUUID() + "/thumbnail").statusCode()).isEqualTo(404);
  }

  /** The first line of the answer to a body of this size, of which nothing is sent. */
  private String announcing(long bytes) throws Exception {
    var uri = mission.request(feature).build().uri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + feature
                      + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                      + bytes
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return client.send(
        mission
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(mission.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1);
  }
}
