package org.vigie.server.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;
import org.vigie.server.accounts.ExerciseAccounts;
import org.vigie.server.testing.SignedIn;

/** One demo for all browser tests, started by the first and stopped with the tests. */
final class Demo {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Sees nearly everything and may change it. */
  static final String ANALYST = "analyst";

  private Demo() {}

  static String url() {
    return Holder.URL;
  }

  /** The JSON that another client gets. */
  static JsonNode get(String path) throws IOException, InterruptedException {
    return read(request(path).build());
  }

  static JsonNode post(String path, String body) throws IOException, InterruptedException {
    return read(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Makes a feature behind the browser's back and returns its id. */
  static String create(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            request(path)
                .header("Content-Type", "application/geo+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String location = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Changes one property behind the browser's back. */
  static void patch(String path, String tag, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", tag)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  /** Removes what a test made. */
  static void remove(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            request(path).header("If-Match", tag(path)).DELETE().build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  static String tag(String path) throws IOException, InterruptedException {
    return CLIENT
        .send(request(path).build(), HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("ETag")
        .orElseThrow();
  }

  /** Somebody of the exercise, signed in once for all tests that do not sign out. */
  static SignedIn as(String username) {
    return Holder.SIGNED_IN.computeIfAbsent(username, Demo::signIn);
  }

  /** Another session than {@link #as}, for a test that ends it. */
  static SignedIn signIn(String username) {
    try {
      return SignedIn.as(url(), username, ExerciseAccounts.PASSWORD);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static HttpRequest.Builder request(String path) {
    return as(ANALYST).request(path).header("Accept", "application/json, application/geo+json");
  }

  private static JsonNode read(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private static final class Holder {
    static final Map<String, SignedIn> SIGNED_IN = new ConcurrentHashMap<>();
    static final String URL = start();

    private static String start() {
      Path folder = TestDatabases.newFolder("vigie-browser-");
      try {
        VigieProcess process =
            VigieProcess.start("demo", "--port=0", "--data-dir=" + folder).awaitReady();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        return process.url();
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }

    private static void stop(VigieProcess process, Path folder) {
      try {
        process.close();
        TestDatabases.delete(folder);
      } catch (IOException | InterruptedException failure) {
        System.err.println("the demo of the browser tests was not stopped: " + failure);
      }
    }
  }
}
