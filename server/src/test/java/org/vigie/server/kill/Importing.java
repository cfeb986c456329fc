package org.vigie.server.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.vigie.server.http.Json;

/** A client that uploads a large file and has it kept, as the import page does. */
final class Importing {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final Map<String, String> headers;

  Importing(String url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  /** A file of incidents of one source system, so that it can be told from the others. */
  static Path file(Path folder, String system, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("source_system,source_id,title,type,date,lat,lon\n");
    for (int row = 0; row < rows; row++) {
      csv.append(
          "%s,%d,\"Shots near a crossroads, number %d\",BATTLES,2026-01-01,%.4f,%.4f%n"
              .formatted(system, row, row, 3 + random.nextDouble() * 5, 15 + random.nextDouble()));
    }
    return Files.writeString(folder.resolve(system + ".csv"), csv);
  }

  /** Uploads and waits until it is read; the id of the import. */
  String upload(Path file) throws IOException, InterruptedException {
    HttpRequest.Builder upload =
        request("api/imports?layer=incident&name=" + file.getFileName())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file));
    String id = json(upload, 202).path("id").asText();
    await(id, "ready");
    return id;
  }

  void commit(String id) throws IOException, InterruptedException {
    HttpRequest.Builder commit =
        request("api/imports/" + id + "/commit").POST(HttpRequest.BodyPublishers.noBody());
    json(commit, 202);
  }

  /** Waits for a state; an import that fails is an error. */
  void await(String id, String state) throws IOException, InterruptedException {
    while (true) {
      JsonNode document = json(request("api/imports/" + id), 200);
      String now = document.path("state").asText();
      if (now.equals(state)) {
        return;
      }
      if (now.equals("failed")) {
        throw new AssertionError(document.toString());
      }
      Thread.sleep(10);
    }
  }

  private JsonNode json(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    headers.forEach(request::header);
    return request;
  }
}
