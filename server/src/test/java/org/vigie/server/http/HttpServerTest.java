package org.vigie.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.StoreUnavailableException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean ready = new AtomicBoolean(true);
  private HttpServer server;

  @BeforeAll
  void start() {
    Routes sample =
        () ->
            List.of(
                Route.get("/box")
                    .with(Parameters.BBOX)
                    .handle(c -> c.json(Parameters.BBOX.find(c))),
                Route.post("/box").handle(c -> c.json(Json.read(Bodies.read(c, 100)))),
                Route.get("/stale").handle(c -> throwing(new StaleVersionException(3))),
                Route.get("/down")
                    .handle(c -> throwing(new StoreUnavailableException("gone", new Exception()))),
                Route.get("/bug").handle(c -> throwing(new IllegalStateException("secret text"))),
                Route.get("/breaks-off")
                    .handle(
                        c -> {
                          c.contentType("text/csv");
                          Streams.open(c).write("a,b\n".repeat(50_000).getBytes(UTF_8));
                          throw new StoreUnavailableException("gone", new Exception());
                        }),
                Route.get("/stack").handle(c -> throwing(new StackOverflowError())),
                Route.get("/bad")
                    .handle(
                        c ->
                            throwing(
                                new BadInputException(
                                    Fault.of("severity", "is 9", "Give 1 to 5")))));
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                Authentication.always(Caller.operator("test")),
                List.of(sample, new Health(ready::get), new StaticAssets()))
            .start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void anAddressThatNoRouteEverSeesIsRefusedWithAProblemDocument() throws Exception {
    for (String path : List.of("/box/%00", "/box/%", "/box/" + "a".repeat(70_000))) {
      var answer = raw(path);
      assertThat(answer)
          .startsWith("HTTP/1.1 4")
          .contains("application/problem+json")
          .contains("Connection: close");
      String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      JsonNode problem = Json.MAPPER.readTree(body.substring(body.indexOf('{')));
      assertThat(problem.get("status").asInt()).isBetween(400, 431);
      assertThat(problem.get("detail").asText()).isNotBlank();
    }
  }

  /** As the socket sees it: the client of the JDK refuses to send such addresses. */
  private String raw(String path) throws IOException {
    try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void aParameterThatTheEndpointDoesNotHaveIsRefusedByName() throws Exception {
    var answer = get("/box?bbox=1,2,3,4&bboks=1");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("bboks");
    assertThat(problem.at("/status").asInt()).isEqualTo(400);
  }

  @Test
  void aParameterGivenTwiceIsRefused() throws Exception {
    assertThat(get("/box?bbox=1,2,3,4&bbox=1,2,3,4").statusCode()).isEqualTo(400);
  }

  @Test
  void theCallersFaultsAreNeverAServerError() throws Exception {
    assertThat(get("/bad").statusCode()).isEqualTo(400);
    assertThat(get("/stale").statusCode()).isEqualTo(412);
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/box?bbox=1,2,3").statusCode()).isEqualTo(400);
    assertThat(get("/box?bbox=1,2,3,NaN").statusCode()).isEqualTo(400);
    assertThat(post("/box", "{", Map.of()).statusCode()).isEqualTo(400);
    assertThat(post("/box", "", Map.of()).statusCode()).isEqualTo(400);
    assertThat(post("/box", "[" + "1,".repeat(60) + "1]", Map.of()).statusCode()).isEqualTo(413);
  }

  @Test
  void aWrongMethodIsToldWhichAreRight() throws Exception {
    var answer = send("DELETE", "/box", null, Map.of());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    assertThat(send("OPTIONS", "/box", null, Map.of()).headers().firstValue("Allow"))
        .contains("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void aBugIsFiveHundredWithAnIdAndWithoutItsText() throws Exception {
    var answer = get("/bug");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("urn:uuid:").doesNotContain("secret", "Exception");
    assertThat(get("/stack").statusCode()).isEqualTo(500);
    assertThat(get("/stack").body()).contains("urn:uuid:");
  }

  @Test
  void aStoreThatIsAwayIsFiveHundredAndThreeWithATimeToComeBack() throws Exception {
    var answer = get("/down");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void readinessFollowsTheStoreAndLivenessDoesNot() throws Exception {
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    ready.set(false);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    ready.set(true);
  }

  @Test
  void aChangeAskedForByAnotherOriginIsRefused() throws Exception {
    String own = "http://127.0.0.1:" + server.port();
    assertThat(post("/box", "{}", Map.of()).statusCode()).isEqualTo(200);
    assertThat(post("/box", "{}", Map.of("Origin", own)).statusCode()).isEqualTo(200);
    assertThat(post("/box", "{}", Map.of("Sec-Fetch-Site", "same-origin")).statusCode())
        .isEqualTo(200);
    assertThat(post("/box", "{}", Map.of("Origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(post("/box", "{}", Map.of("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(post("/box", "{}", Map.of("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(post("/box", "{}", Map.of("Sec-Fetch-Site", "same-site")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aForeignHostNameIsRefused() throws Exception {
    assertThat(send("GET", "/health/live", null, Map.of("Host", "evil.example")).statusCode())
        .isEqualTo(421);
    assertThat(send("GET", "/health/live", null, Map.of("Host", "localhost:1")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void everyAnswerForbidsInlineScriptFramingAndSniffing() throws Exception {
    for (String path : List.of("/health/live", "/nowhere", "/bug", "/bad")) {
      var headers = get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void librariesFromTheClassPathAreCachedForAYearAndComparedByTag() throws Exception {
    var leaflet = get("/webjars/leaflet/1.9.4/dist/leaflet.css");
    assertThat(leaflet.statusCode()).isEqualTo(200);
    assertThat(leaflet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    assertThat(leaflet.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    String tag = leaflet.headers().firstValue("ETag").orElseThrow();
    var again =
        send("GET", "/webjars/leaflet/1.9.4/dist/leaflet.css", null, Map.of("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void filesGoCompressedToThoseWhoTakeItAndWithATagOfTheirOwn() throws Exception {
    String path = "/webjars/leaflet/1.9.4/dist/leaflet.css";
    var gzip = send("GET", path, null, Map.of("Accept-Encoding", "gzip, br;q=0"));
    var plain = send("GET", path, null, Map.of("Accept-Encoding", "gzip;q=0"));
    assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.body()).contains(".leaflet-pane");
    for (var answer : List.of(gzip, plain)) {
      assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    }
    assertThat(gzip.headers().firstValue("ETag")).isNotEqualTo(plain.headers().firstValue("ETag"));
  }

  @Test
  void noPathLeavesTheAssetFolder() throws Exception {
    for (String path :
        List.of(
            "/assets/../../org/vigie/server/http/Json.class",
            "/webjars/..%2f..%2f..%2flogback.xml",
            "/webjars/%2e%2e/%2e%2e/logback.xml",
            "/assets/.hidden.js",
            "/webjars//etc/passwd.txt",
            "/assets/a%00.js")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void aFileThatBreaksOffNeverLooksComplete() {
    for (String encoding : List.of("identity", "gzip")) {
      assertThatThrownBy(
              () -> send("GET", "/breaks-off", null, Map.of("Accept-Encoding", encoding)))
          .as(encoding)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void headTellsWhatGetWouldSay() throws Exception {
    var get = get("/health/live");
    var head = send("HEAD", "/health/live", null, Map.of());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(send("HEAD", "/nowhere", null, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void aLargeAnswerIsCompressedForThoseWhoAskForIt() throws Exception {
    var answer =
        send(
            "GET",
            "/webjars/leaflet/1.9.4/dist/leaflet.js",
            null,
            Map.of("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void aPublicUrlBehindAProxyIsTheBaseOfAllLinks() throws Exception {
    Routes base = () -> List.of(Route.get("/base").handle(c -> c.result(BaseUrl.of(c))));
    var options =
        new HttpOptions(
            "127.0.0.1", 0, Optional.of(URI.create("https://vigie.example/mission")), Set.of());
    try (HttpServer proxied =
        new HttpServer(options, Authentication.always(Caller.operator("test")), List.of(base))
            .start()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxied.port() + "/base"));
      assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("https://vigie.example/mission");
    }
  }

  private static void throwing(Exception e) throws Exception {
    throw e;
  }

  private static void throwing(Error e) {
    throw e;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, null, Map.of());
  }

  private HttpResponse<String> post(String path, String body, Map<String, String> headers)
      throws Exception {
    return send("POST", path, body, headers);
  }

  private HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
