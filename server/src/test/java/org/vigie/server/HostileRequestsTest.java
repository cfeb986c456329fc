package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.testing.TestIncidents;

/** Whatever is sent to any route, the answer is a result or says what is wrong with the request. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int REQUESTS = Integer.getInteger("vigie.requests", 6_000);
  private static final String CALLER = "hostile";
  private static final Pattern VARIABLE = Pattern.compile("[{<]([A-Za-z]+)[}>]");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\u0000",
          "'",
          "\"",
          "%",
          "%00",
          "\\",
          "../../../etc/passwd",
          "1e999",
          "NaN",
          "-1",
          "0",
          "9".repeat(400),
          "2147483648",
          "9223372036854775808",
          "😀".repeat(500),
          "\u202E\u0301\uFEFF",
          "{",
          "[".repeat(3_000),
          "(".repeat(3_000),
          "NOT ".repeat(3_000),
          "a".repeat(15_000),
          "null",
          "2024-13-45T99:99:99Z",
          "+999999999-01-01T00:00:00Z/..",
          "../..",
          "2024-01-01/2023-01-01",
          "1,2,3",
          "181,91,-181,-91",
          "NaN,NaN,NaN,NaN",
          "-180,-90,180,90",
          "1,2,3,4,5,6,7",
          "http://www.opengis.net/def/crs/EPSG/0/999999",
          "http://127.0.0.1:1/x",
          "'; drop table vigie.feature;--",
          "' OR '1'='1",
          "${jndi:ldap://127.0.0.1/x}",
          "getClass().forName('java.lang.Runtime')",
          "<script>alert(1)</script>",
          "a\r\nX-Injected: yes",
          "*",
          "W/\"1\"",
          "type = 'BATTLES' AND severity > 2",
          "{\"op\":\"=\",\"args\":[{\"property\":\"type\"},\"BATTLES\"]}",
          "S_INTERSECTS(geom, POLYGON((0 0, 0 0, 0 0, 0 0)))",
          "S_INTERSECTS(geom, POINT(1e308 -1e308))",
          "36NYF",
          "application/json;q=NaN,*/*;q=-1",
          "return=representation, return=minimal, " + "x,".repeat(2_000));

  private static final List<String> BODIES =
      List.of(
          "{",
          "[]",
          "null",
          "1e999999999",
          "\"x\"",
          "[".repeat(100_000),
          "{\"a\":".repeat(30_000),
          "{\"type\":\"Feature\"}",
          "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[18.5,4.3]},"
              + "\"properties\":{\"type\":\"RIOTS\",\"valid_from\":\"2025-01-01T00:00:00Z\"}}",
          "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
              + "[[[0,0],[1e308,0],[1,1],[0,0]]]},\"properties\":{\"type\":\"RIOTS\"}}",
          "{\"type\":\"FeatureCollection\",\"features\":[]}",
          "{\"properties\":{\"severity\":null,\"title\":\"\\u0000\\ud83d\",\"casualties\":[[]]}}",
          "{\"layer\":\"incident\",\"bbox\":[-180,-90,180,90],\"filter\":\"severity > 2\","
              + "\"datetime\":\"2024-01-01/2025-01-01\"}",
          "{\"layers\":[{\"layer\":\"incident\",\"filter\":\"\"}],\"bbox\":[0,0,1,1]}",
          "{\"inputs\":{\"layer\":\"incident\",\"distance\":1e-300,\"minimum\":-5,\"cell\":0}}",
          "{\"inputs\":{\"layer\":\"incident\",\"distanceMetres\":5000,\"minPoints\":3}}",
          "{\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]},"
              + "\"layer\":\"incident\"}",
          "{\"name\":\"x\",\"name\":\"y\"}",
          "id,date,lat,lon\n1,2024-01-01,=1+1,\"unclosed");

  private WholeServer server;
  private Feature known;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws Exception {
    server = new WholeServer(address, LayerFiles.read(), folder);
    server.admit(CALLER, Caller.operator(CALLER));
    known =
        server
            .store()
            .as(Access.everything(new Author("test")))
            .write(
                w ->
                    w.insert(TestIncidents.incident("a", 18.5, 4.3, "2025-03-01", "RIOTS", 1L, 2)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void noRequestMakesTheServerFail() throws Exception {
    Random random = new Random(SEED);
    Map<Integer, Integer> answers = new TreeMap<>();
    List<String> failed = new ArrayList<>();
    var memory = ManagementFactory.getMemoryMXBean();
    List<Route> routes = server.routes();
    for (int i = 0; i < REQUESTS; i++) {
      Route route = routes.get(i % routes.size());
      String path = path(route, random);
      String body = route.method().name().equals("GET") ? "" : body(random);
      Map<String, String> headers = headers(route, random);
      HttpResponse<String> answer = server.send(CALLER, route.method().name(), path, body, headers);
      answers.merge(answer.statusCode(), 1, Integer::sum);
      if (!isSound(answer)) {
        failed.add(
            route.method()
                + " "
                + cut(path)
                + " "
                + headers
                + " "
                + cut(body)
                + " -> "
                + answer.statusCode()
                + " "
                + cut(answer.body()));
      }
    }
    System.gc();
    System.out.println(
        "seed "
            + SEED
            + ": "
            + REQUESTS
            + " hostile requests to "
            + routes.size()
            + " routes, answers "
            + answers
            + ", heap after them "
            + memory.getHeapMemoryUsage().getUsed() / 1_000_000
            + " MB");
    assertThat(failed).as("seed %d", SEED).isEmpty();
    // If all were refused at the door, nothing behind it would have been tried.
    assertThat(answers.getOrDefault(200, 0)).isGreaterThan(REQUESTS / 100);
    assertThat(answers.getOrDefault(400, 0)).isGreaterThan(REQUESTS / 20);
    assertThat(server.get(CALLER, "/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersAndAStrictPolicy() throws Exception {
    Random random = new Random(SEED);
    for (Route route : server.routes()) {
      for (String path : List.of(path(route, random), path(route, random) + "/nowhere")) {
        var answer = server.send(CALLER, route.method().name(), path, "", Map.of());
        var headers = answer.headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).isPresent();
        assertStrict(headers.firstValue("Content-Security-Policy").orElseThrow());
      }
    }
  }

  /** Every source is this server, an image in memory, or one script known by its digest. */
  private static void assertStrict(String policy) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String each : policy.split(";")) {
      String[] words = each.strip().split(" ");
      directives.put(words[0], List.of(words).subList(1, words.length));
    }
    assertThat(directives).containsEntry("default-src", List.of("'none'"));
    assertThat(directives).containsEntry("frame-ancestors", List.of("'none'"));
    assertThat(directives).containsEntry("base-uri", List.of("'none'"));
    assertThat(directives).containsKeys("script-src", "style-src", "connect-src", "form-action");
    directives.forEach(
        (name, sources) ->
            assertThat(sources)
                .as(name)
                .allSatisfy(
                    source ->
                        assertThat(source)
                            .matches(
                                name.equals("img-src")
                                    ? "'self'|data:|blob:"
                                    : "'self'|'none'|'sha256-[A-Za-z0-9+/=]{44}'")));
  }

  private static boolean isSound(HttpResponse<String> answer) throws Exception {
    if (answer.statusCode() >= 500) {
      return false;
    }
    if (answer.statusCode() < 400) {
      return !answer.headers().map().containsKey("x-injected");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    // A form that a browser sends without script is answered with a page that says what is wrong.
    if (answer.request().uri().getPath().equals("/login") && type.startsWith("text/html")) {
      return answer.body().contains("role=\"alert\"");
    }
    return type.startsWith("application/problem")
        && !Json.MAPPER.readTree(answer.body()).path("detail").asText().isBlank()
        && answer.body().length() < 200_000;
  }

  private String path(Route route, Random random) {
    Matcher variables = VARIABLE.matcher(route.path());
    StringBuilder path = new StringBuilder();
    while (variables.find()) {
      variables.appendReplacement(
          path, Matcher.quoteReplacement(segment(variables.group(1), random)));
    }
    variables.appendTail(path);
    String separator = "?";
    for (Parameter<?> parameter : route.parameters()) {
      if (parameter.place() == Parameter.Place.QUERY && random.nextInt(3) == 0) {
        path.append(separator)
            .append(encode(parameter.name()))
            .append('=')
            .append(encode(value(random)));
        separator = "&";
      }
    }
    return path.toString();
  }

  /** Mostly what is there, so that requests get past the door. */
  private String segment(String name, Random random) {
    if (random.nextInt(4) == 0) {
      String value = encode(value(random));
      return value.isEmpty() || value.equals("..%2F..") ? "x" : value;
    }
    return switch (name) {
      case "collectionId", "layer" -> "incident";
      case "featureId" -> known.id().toString();
      case "tileMatrix", "tileRow", "tileCol" -> Integer.toString(random.nextInt(3));
      case "processID" -> random.nextBoolean() ? "dbscan" : "hexagon-counts";
      default -> "00000000-0000-4000-8000-000000000000";
    };
  }

  private static Map<String, String> headers(Route route, Random random) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Parameter<?> parameter : route.parameters()) {
      if (parameter.place() == Parameter.Place.HEADER) {
        headers.put(parameter.name(), random.nextBoolean() ? "*" : headerValue(random));
      }
    }
    if (random.nextInt(3) == 0) {
      headers.put("Accept", headerValue(random));
    }
    if (random.nextInt(8) == 0) {
      headers.put("Content-Encoding", headerValue(random));
    }
    headers.put(
        "Content-Type",
        List.of(
                "application/json",
                "application/geo+json",
                "application/merge-patch+json",
                "application/octet-stream",
                "multipart/form-data; boundary=x",
                "application/xml")
            .get(random.nextInt(6)));
    return headers;
  }

  private static String headerValue(Random random) {
    String value = value(random).replaceAll("[^ -~]", "?").strip();
    return value.isEmpty() ? "x" : value.substring(0, Math.min(value.length(), 5_000));
  }

  private static String value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private static String body(Random random) {
    String body = BODIES.get(random.nextInt(BODIES.size()));
    if (body.length() > 5_000 || random.nextBoolean()) {
      return body;
    }
    StringBuilder text = new StringBuilder(body);
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(6));
    String poison = VALUES.get(random.nextInt(VALUES.size()));
    text.replace(at, end, poison.length() > 100 ? "0" : poison);
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "… (" + text.length() + ")" : text;
  }
}
