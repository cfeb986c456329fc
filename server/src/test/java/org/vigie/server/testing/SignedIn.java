package org.vigie.server.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Somebody signed in at a server, as a page would be: a cookie, and a token with every change.
 *
 * @param cookie name and value of the session cookie
 */
public record SignedIn(String url, String cookie, String csrfToken) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param url of the server, with a trailing slash
   */
  public static SignedIn as(String url, String username, String password)
      throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("username", username, "password", password));
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(url).resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new AssertionError(username + ": " + answer.statusCode() + " " + answer.body());
    }
    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .map(each -> each.split(";", 2)[0])
            .filter(each -> each.startsWith("vigie-session="))
            .findFirst()
            .orElseThrow();
    HttpResponse<String> session =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(url).resolve("/api/session"))
                .header("Cookie", cookie)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String token = JSON.readTree(session.body()).path("csrfToken").asText();
    return new SignedIn(url, cookie, token);
  }

  /** A request with cookie and token, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url).resolve(path))
        .header("Cookie", cookie)
        .header("X-CSRF-Token", csrfToken);
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The value of the cookie alone. */
  public String key() {
    return cookie.substring(cookie.indexOf('=') + 1);
  }
}
