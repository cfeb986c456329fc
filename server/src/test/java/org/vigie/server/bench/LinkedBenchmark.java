package org.vigie.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.vigie.server.BenchmarkServer;
import org.vigie.server.VigieProcess;

/**
 * What a brush over linked views costs: the questions that table and charts ask after it, of our
 * server over HTTP and of PostgreSQL alone on a flat table without rights, in one run. Every answer
 * is compared. {@code docs/benchmarks.md} says how to run it.
 */
class LinkedBenchmark {

  private static final int EVENTS = Integer.getInteger("vigie.bench.events", 1_000_000);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = 15;
  private static final int SQL_ROUNDS = 5;
  private static final String STANDS = "status <> 'MERGED'";

  /** What was chosen: members of a question to us, and a condition in SQL. */
  private record Brush(String what, String members, String sql) {

    /** The members as parameters of an address. */
    String address() throws Exception {
      StringBuilder address = new StringBuilder();
      JSON.readTree("{" + members + "}")
          .fields()
          .forEachRemaining(
              each ->
                  address
                      .append('&')
                      .append(each.getKey())
                      .append('=')
                      .append(encoded(each.getValue().asText())));
      return address.toString();
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void brushes() throws Exception {
    try (BenchmarkData data = BenchmarkData.of("tiles-" + EVENTS, EVENTS);
        Connection connection = data.connect();
        Statement statement = connection.createStatement();
        VigieProcess process =
            VigieProcess.start(4096, BenchmarkServer.class, data.folder().toString(), "index")
                .awaitReady()) {
      System.out.printf(
          "%n%,d incidents; the index was built in %s ms; load %.1f%n",
          EVENTS,
          process.nextLine(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      System.out.println("| chosen | question | features | here | PostgreSQL | ratio |");
      System.out.println("|---|---|---|---|---|---|");
      for (Brush brush : brushes(statement)) {
        measure(process.url().replaceFirst("/$", ""), statement, brush);
      }
      System.out.printf(
          "load at the end %.1f%n",
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  private static List<Brush> brushes(Statement statement) throws Exception {
    double[] at = new double[2];
    try (ResultSet middle =
        statement.executeQuery(
            "select percentile_disc(0.5) within group (order by lon),"
                + " percentile_disc(0.5) within group (order by lat) from bench.event")) {
      middle.next();
      at[0] = middle.getDouble(1);
      at[1] = middle.getDouble(2);
    }
    String window =
        String.format(
            Locale.ROOT, "%.3f,%.3f,%.3f,%.3f", at[0] - 1, at[1] - 1, at[0] + 1, at[1] + 1);
    String[] corners = new String[13];
    for (int i = 0; i < corners.length; i++) {
      double angle = 2 * Math.PI * (i % 12) / 12;
      double radius = i % 2 == 0 ? 1.5 : 0.9;
      corners[i] =
          String.format(
              Locale.ROOT,
              "%.4f %.4f",
              at[0] + radius * Math.cos(angle),
              at[1] + radius * Math.sin(angle));
    }
    String polygon = "POLYGON((" + String.join(", ", corners) + "))";
    String lasts =
        "valid_from < '%s' and (valid_to > '%s' or valid_to = valid_from and valid_from >= '%2$s')"
            + " and valid_from >= '%2$s'::timestamptz - interval '31 days'";
    String[] west = window.split(",");
    return List.of(
        new Brush(
            "window of 2°",
            "\"bbox\": \"" + window + "\"",
            String.format(
                "geom && st_transform(st_makeenvelope(%s, 4326), 3857) and lon between %s and %s"
                    + " and lat between %s and %s",
                window, west[0], west[2], west[1], west[3])),
        new Brush(
            "drawn area",
            "\"area\": \"polygon:" + String.join(",", corners).replace(' ', ',') + "\"",
            String.format(
                "geom && st_transform(st_geomfromtext('%1$s', 4326), 3857) and"
                    + " st_intersects(st_setsrid(st_point(lon, lat), 4326),"
                    + " st_geomfromtext('%1$s', 4326))",
                polygon)),
        new Brush(
            "period of a month",
            "\"datetime\": \"2024-03-01/2024-03-31\"",
            String.format(lasts, "2024-04-01Z", "2024-03-01Z")),
        new Brush("property", "\"filter\": \"type IN ('BATTLES')\"", "type = 'BATTLES'"),
        new Brush("nothing", "", "true"));
  }

  private void measure(String url, Statement statement, Brush brush) throws Exception {
    String more = brush.members().isEmpty() ? "" : ", " + brush.members();
    String from = " from bench.event where " + STANDS + " and " + brush.sql();
    row(
        brush,
        "counts",
        () -> counted(url, brush),
        () -> number(statement, "select count(*)" + from));
    row(
        brush,
        "over time, weeks by type",
        () ->
            sum(
                post(
                        url,
                        "/api/statistics",
                        "{\"layer\": \"incident\", \"step\": \"week\"" + more + "}")
                    .path("periods")),
        () ->
            number(
                statement,
                "select sum(n) from (select date_trunc('week', valid_from, 'UTC'), type, count(*)"
                    + " as n"
                    + from
                    + " group by 1, 2) t"));
    row(
        brush,
        "breakdown by province",
        () ->
            post(
                    url,
                    "/api/breakdown",
                    "{\"layer\": \"incident\", \"by\": \"admin1\", \"limit\": 24" + more + "}")
                .path("count")
                .asLong(),
        () ->
            number(
                statement,
                "select sum(n) from (select admin1, count(*) as n" + from + " group by 1) t"));
    row(
        brush,
        "matrix, type by province",
        () ->
            post(
                    url,
                    "/api/matrix",
                    "{\"layer\": \"incident\", \"rows\": \"type\", \"columns\": \"admin1\","
                        + " \"limit\": 24"
                        + more
                        + "}")
                .path("count")
                .asLong(),
        () ->
            number(
                statement,
                "select sum(n) from (select type, admin1, count(*) as n"
                    + from
                    + " group by 1, 2) t"));
    row(
        brush,
        "first hundred rows and how many",
        () -> page(url, brush).path("numberMatched").asLong(),
        () -> {
          try (ResultSet rows =
              statement.executeQuery(
                  "select *" + from + " order by valid_from desc, id desc limit 100")) {
            while (rows.next()) {
              rows.getString("title");
            }
          }
          return number(statement, "select count(*)" + from);
        });
  }

  private static void row(Brush brush, String question, Callable<Long> ours, Callable<Long> theirs)
      throws Exception {
    long mine = ours.call();
    long other = theirs.call();
    if (mine != other) {
      throw new AssertionError(brush.what() + ", " + question + ": " + mine + " and " + other);
    }
    double here = median(ROUNDS, ours);
    double postgres = median(SQL_ROUNDS, theirs);
    System.out.printf(
        "| %s | %s | %,d | %.1f ms | %.0f ms | %.1f |%n",
        brush.what(), question, mine, here, postgres, postgres / here);
  }

  private static double median(int rounds, Callable<Long> work) throws Exception {
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      work.call();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[rounds / 2];
  }

  private long counted(String url, Brush brush) throws Exception {
    ObjectNode body = (ObjectNode) JSON.readTree("{" + brush.members() + "}");
    JsonNode filter = body.remove("filter");
    ObjectNode layer = body.putArray("layers").addObject().put("name", "incident");
    if (filter != null) {
      layer.set("filter", filter);
    }
    return post(url, "/api/counts", body.toString()).at("/layers/incident/count").asLong();
  }

  private JsonNode page(String url, Brush brush) throws Exception {
    Brush all =
        brush.members().contains("filter")
            ? new Brush(
                "",
                "\"filter\": \"(type IN ('BATTLES')) AND (status IS NULL OR status <> 'MERGED')\"",
                "")
            : new Brush(
                "",
                brush.members()
                    + (brush.members().isEmpty() ? "" : ", ")
                    + "\"filter\": \"status IS NULL OR status <> 'MERGED'\"",
                "");
    return ask(
        HttpRequest.newBuilder(
            URI.create(
                url + "/collections/incident/items?limit=100&sortby=-valid_from" + all.address())));
  }

  private JsonNode post(String url, String path, String body) throws Exception {
    return ask(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private JsonNode ask(HttpRequest.Builder request) throws Exception {
    String[] caller = BenchmarkServer.CALLER.split(": ", 2);
    HttpResponse<byte[]> answer =
        client.send(
            request.header(caller[0], caller[1]).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
    }
    return JSON.readTree(answer.body());
  }

  private static long sum(JsonNode counted) {
    long sum = 0;
    for (JsonNode each : counted) {
      sum += each.path("count").asLong();
    }
    return sum;
  }

  private static long number(Statement statement, String sql) throws Exception {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
