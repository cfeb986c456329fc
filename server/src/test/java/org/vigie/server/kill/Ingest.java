package org.vigie.server.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Eight clients that send incidents, each under a key of its own, and note what was acknowledged.
 * What got no answer is sent again, under the same key, before anything new.
 */
final class Ingest {

  static final int CLIENTS = 8;

  private final Random random;
  private final Map<String, String> headers;
  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<UUID, String> inDoubt = new ConcurrentHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  Ingest(long seed, Map<String, String> headers) {
    this.random = new Random(seed);
    this.headers = headers;
  }

  /** Sends until the server is gone. */
  List<Thread> start(String url) {
    List<UUID> again = new ArrayList<>(inDoubt.keySet());
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      List<UUID> mine = new ArrayList<>();
      for (int k = i; k < again.size(); k += CLIENTS) {
        mine.add(again.get(k));
      }
      Random own = new Random(random.nextLong());
      Thread client = new Thread(() -> send(url, mine, own));
      client.start();
      clients.add(client);
    }
    return clients;
  }

  private void send(String url, List<UUID> again, Random own) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      for (UUID key : again) {
        submit(client, url, key, inDoubt.get(key));
      }
      while (true) {
        UUID key = new UUID(own.nextLong(), own.nextLong());
        String body = incident(own);
        inDoubt.put(key, body);
        submit(client, url, key, body);
      }
    } catch (IOException killed) {
      // the answer will never come: the key stays in doubt
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(HttpClient client, String url, UUID key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "collections/incident/items"))
            .header("Content-Type", "application/geo+json")
            .header("Idempotency-Key", key.toString())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 201) {
      String location = answer.headers().firstValue("Location").orElse("");
      acknowledged.put(key, location.substring(location.lastIndexOf('/') + 1));
      inDoubt.remove(key);
    } else if (answer.statusCode() != 503) {
      synchronized (wrong) {
        wrong.add(answer.statusCode() + " " + answer.body());
      }
    }
  }

  private static String incident(Random own) {
    return """
    {"type": "Feature",
     "geometry": {"type": "Point", "coordinates": [%.4f, %.4f]},
     "properties": {"valid_from": "2026-06-01T10:00:00Z", "type": "BATTLES"}}
    """
        .formatted(15 + own.nextDouble() * 10, 3 + own.nextDouble() * 5);
  }

  /** Feature ids by key, as the server told them with a 201. */
  Map<UUID, String> acknowledged() {
    return acknowledged;
  }

  /** Answers that should not occur at all. */
  List<String> wrong() {
    synchronized (wrong) {
      return List.copyOf(wrong);
    }
  }
}
