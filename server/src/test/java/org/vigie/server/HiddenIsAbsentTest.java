package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;

/**
 * Whoever writes under an id or a source record that is taken by what he may not see is answered
 * like for one that was never used, and the database is asked the same.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenIsAbsentTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final String OFFICER = "officer";
  private static final String SYSTEM = "EXERCISE archive";

  /** Interleaved requests whose times are compared; 20 000 are for a run of its own. */
  private static final int TIMINGS = Integer.getInteger("vigie.timings", 0);

  private static int made;

  private WholeServer server;
  private StatementLog log;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws Exception {
    log = StatementLog.of(address);
    server = new WholeServer(address, CATALOG, folder);
    Access access =
        Entitlements.of(CATALOG)
            .access(
                new Author(OFFICER),
                Set.of(Role.DUTY_OFFICER),
                Classification.UNCLASSIFIED,
                Set.of(),
                Optional.empty());
    server.admit(OFFICER, new Caller(OFFICER, Set.of(Role.DUTY_OFFICER), access));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void creatingUnderAHiddenIdIsCreatingUnderAnUnusedOne() throws Exception {
    String hidden = stored(Classification.CONFIDENTIAL).id().toString();
    String unused = UUID.randomUUID().toString();

    for (String place : List.of("\"id\": \"%s\", ", "\"properties.id\": \"%s\", ")) {
      String one = created(body(place.formatted(hidden), ""), hidden);
      assertThat(one).isEqualTo(created(body(place.formatted(unused), ""), unused));
      assertThat(one).startsWith("201");
    }
  }

  @Test
  void aSourceRecordThatIsHiddenIsLikeOneThatNeverCame() throws Exception {
    String hidden = String.valueOf(stored(Classification.CONFIDENTIAL).provenance().sourceId());
    String visible = String.valueOf(stored(Classification.UNCLASSIFIED).provenance().sourceId());
    String unused = name();

    String one = created(body("", source(hidden)), hidden);
    assertThat(one).isEqualTo(created(body("", source(unused)), unused)).startsWith("201");
    assertThat(created(body("", source(visible)), visible))
        .as("control: one that he sees is refused")
        .startsWith("400");
  }

  @Test
  void aFileWithAHiddenRecordIsLikeAFileWithoutIt() throws Exception {
    String hidden = String.valueOf(stored(Classification.CONFIDENTIAL).provenance().sourceId());
    String visible = String.valueOf(stored(Classification.UNCLASSIFIED).provenance().sourceId());
    String unused = name();

    String one = imported(hidden);
    assertThat(one).isEqualTo(imported(unused)).contains("\"inserted\":1");
    assertThat(imported(visible)).as("control: one that he sees").contains("\"updated\":1");
  }

  @Test
  void editingWhatIsHiddenIsEditingWhatNeverWas() throws Exception {
    String hidden = stored(Classification.CONFIDENTIAL).id().toString();
    String unused = UUID.randomUUID().toString();

    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      assertThat(edited(method, hidden)).isEqualTo(edited(method, unused)).startsWith("404");
    }
  }

  /** The database is asked the same number of the same statements, in the same order. */
  @Test
  void theDatabaseIsAskedTheSame() throws Exception {
    Feature hidden = stored(Classification.CONFIDENTIAL);
    Feature visible = stored(Classification.UNCLASSIFIED);
    Map<String, List<String>> different = new LinkedHashMap<>();
    int statements = 0;
    for (String way :
        List.of("GET", "history", "links", "workflow", "duplicates", "PUT", "PATCH", "DELETE")) {
      List<String> one = log.during(() -> ask(way, hidden.id().toString()));
      List<String> other = log.during(() -> ask(way, UUID.randomUUID().toString()));
      statements += one.size();
      if (!one.equals(other)) {
        different.put(way, List.of(String.join("\n", one), String.join("\n", other)));
      }
    }
    String taken = String.valueOf(hidden.provenance().sourceId());
    List<String> one = log.during(() -> created(body("", source(taken)), taken));
    String free = name();
    List<String> other = log.during(() -> created(body("", source(free)), free));

    assertThat(different).isEmpty();
    assertThat(one).isEqualTo(other).hasSizeGreaterThan(5);
    assertThat(statements).isGreaterThan(10);
    assertThat(log.during(() -> ask("duplicates", visible.id().toString())))
        .as("control: what he sees leads to other questions")
        .isNotEqualTo(log.during(() -> ask("duplicates", hidden.id().toString())));
  }

  /** By {@code -Dvigie.timings=20000}: one measured run on a quiet machine. */
  @Test
  void answersTakeAsLong() throws Exception {
    assumeTrue(TIMINGS > 0, "a run of its own: -Dvigie.timings=20000");
    String hidden = stored(Classification.CONFIDENTIAL).id().toString();
    for (int i = 0; i < 2_000; i++) {
      nanoseconds(i % 2 == 0 ? hidden : UUID.randomUUID().toString());
    }
    double[] one = new double[TIMINGS / 2];
    double[] other = new double[TIMINGS / 2];
    for (int i = 0; i < one.length; i++) {
      String unused = UUID.randomUUID().toString();
      if (i % 2 == 0) {
        one[i] = nanoseconds(hidden);
        other[i] = nanoseconds(unused);
      } else {
        other[i] = nanoseconds(unused);
        one[i] = nanoseconds(hidden);
      }
    }
    System.getLogger("hidden")
        .log(
            System.Logger.Level.INFO,
            "timings: median %.3f ms hidden, %.3f ms absent; Mann-Whitney p = %.3f"
                .formatted(median(one) / 1e6, median(other) / 1e6, mannWhitney(one, other)));
    assertThat(Math.abs(median(one) - median(other))).isLessThan(200_000);
  }

  // ---- what is asked ----

  private void ask(String way, String id) throws Exception {
    switch (way) {
      case "GET" -> server.get(OFFICER, "/collections/incident/items/" + id);
      case "history" -> server.get(OFFICER, "/collections/incident/items/" + id + "/history");
      case "PUT", "PATCH", "DELETE" -> edited(way, id);
      default -> server.get(OFFICER, "/api/" + way + "/incident/" + id);
    }
  }

  private String edited(String method, String id) throws Exception {
    String body = method.equals("DELETE") ? "" : body("", "");
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/geo+json";
    return said(
        server.send(
            OFFICER,
            method,
            "/collections/incident/items/" + id,
            body,
            Map.of("Content-Type", type, "If-Match", "\"1\"")),
        id);
  }

  private String created(String body, String sent) throws Exception {
    HttpResponse<String> answer =
        server.send(
            OFFICER,
            "POST",
            "/collections/incident/items",
            body,
            Map.of("Content-Type", "application/geo+json", "Prefer", "return=representation"));
    String location = answer.headers().firstValue("Location").orElse("/none");
    return said(answer, sent).replace(location.substring(location.lastIndexOf('/') + 1), "NEW");
  }

  /** Preview, commit and what is told of both, without ids and speed. */
  private String imported(String sourceId) throws Exception {
    String file =
        "source_system,source_id,title,type,status,valid_from,longitude,latitude\n"
            + SYSTEM
            + ","
            + sourceId
            + ",EXERCISE,BATTLES,REPORTED,2025-03-01T10:00:00Z,20.5,5.5\n";
    HttpResponse<String> begun =
        server.send(
            OFFICER,
            "POST",
            "/api/imports?layer=incident&name=one.csv",
            file,
            Map.of("Content-Type", "text/csv"));
    String id = Json.MAPPER.readTree(begun.body()).path("id").asText();
    StringBuilder all = new StringBuilder().append(begun.statusCode()).append(told(id, "ready"));
    HttpResponse<String> commit =
        server.send(OFFICER, "POST", "/api/imports/" + id + "/commit", "", Map.of());
    all.append(commit.statusCode()).append(told(id, "committed"));
    return all.toString().replace(sourceId, "SOURCE");
  }

  private String told(String id, String state) throws Exception {
    while (true) {
      JsonNode document = Json.MAPPER.readTree(server.get(OFFICER, "/api/imports/" + id).body());
      String now = document.path("state").asText();
      if (now.equals(state)) {
        return document.path("counts") + " " + document.path("refused");
      }
      assertThat(now).as(document.toString()).isNotIn("", "failed", "discarded");
      Thread.sleep(20);
    }
  }

  private double nanoseconds(String id) throws Exception {
    long begun = System.nanoTime();
    server.get(OFFICER, "/collections/incident/items/" + id);
    return System.nanoTime() - begun;
  }

  /** Status, headers and body, without the name that was sent and what the clock brings. */
  private static String said(HttpResponse<String> answer, String sent) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return (answer.statusCode() + " " + headers + " " + answer.body())
        .replace(sent, "SENT")
        .replaceAll("20(2[6-9]|[3-9]\\d)-\\d\\d-\\d\\dT[\\d:.]+Z", "NOW");
  }

  // ---- what is there ----

  private static String body(String member, String property) {
    return """
    {"type": "Feature", %s"geometry": {"type": "Point", "coordinates": [20.5, 5.5]},
     "properties": {%s"title": "EXERCISE", "type": "BATTLES",
                    "valid_from": "2025-03-01T10:00:00Z"}}
    """
        .formatted(member, property);
  }

  private static String source(String id) {
    return "\"source_system\": \"%s\", \"source_id\": \"%s\", ".formatted(SYSTEM, id);
  }

  /** Of one length, so that what is told can be compared to the byte. */
  private static String name() {
    return "EXERCISE-%06d".formatted(++made);
  }

  private Feature stored(Classification classification) throws Exception {
    Feature feature =
        new Canary.Maker()
            .make(CATALOG.get("incident"), classification, Set.of(), false)
            .feature()
            .withProvenance(new Provenance(SYSTEM, name(), null, Map.of()));
    return server
        .store()
        .as(Access.everything(new Author("test")))
        .write(writing -> writing.insert(feature));
  }

  // ---- figures ----

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Two-sided p by the normal approximation; times in nanoseconds hardly ever tie. */
  private static double mannWhitney(double[] one, double[] other) {
    List<double[]> all = new ArrayList<>();
    Arrays.stream(one).forEach(value -> all.add(new double[] {value, 0}));
    Arrays.stream(other).forEach(value -> all.add(new double[] {value, 1}));
    all.sort((a, b) -> Double.compare(a[0], b[0]));
    double ranks = 0;
    for (int i = 0; i < all.size(); i++) {
      ranks += all.get(i)[1] == 0 ? i + 1 : 0;
    }
    double n = one.length;
    double m = other.length;
    double u = ranks - n * (n + 1) / 2;
    double z = Math.abs(u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
    return 2 * normalTail(z);
  }

  /** Upper tail of the normal distribution, Abramowitz and Stegun 26.2.17, to 7.5e-8. */
  private static double normalTail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * poly;
  }
}
