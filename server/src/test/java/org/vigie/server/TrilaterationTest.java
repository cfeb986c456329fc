package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;

/**
 * Somebody measures from three points how far away a survivor's incident is, by circles whose
 * radius he halves until they just hold it, and works out where it is. What he finds is the cell
 * that everybody sees, and no trace of where in it.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrilaterationTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int PAIRS = 5;
  private static final String OFFICER = "officer";
  private static final String VIEWER = "viewer";
  private static final String PROTECTED =
      "\"type\": \"VIOLENCE_AGAINST_CIVILIANS\", \"subtype\": \"SEXUAL_VIOLENCE\"";
  private static final String OPEN = "\"type\": \"VIOLENCE_AGAINST_CIVILIANS\"";

  private final Random random = new Random(SEED);
  private WholeServer server;

  /** Degrees. */
  private record Spot(double lon, double lat) {
    double metresTo(Spot other) {
      return Geodesy.distanceMetres(lon, lat, other.lon, other.lat);
    }

    Spot shifted(double east, double north) {
      return new Spot(lon + east, lat + north);
    }
  }

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) {
    server = new WholeServer(address, CATALOG, folder);
    admit(OFFICER, Role.DUTY_OFFICER);
    admit(VIEWER, Role.VIEWER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void threeDistancesGiveTheCellAndNoMore() throws Exception {
    List<Double> missed = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      Spot exact = new Spot(20 + i + random.nextDouble() * 0.5, 3 + random.nextDouble() * 6);
      String one = create(exact, PROTECTED);
      Spot shown = shown(one);
      Spot neighbour = neighbour(shown);
      String other = create(neighbour, PROTECTED);

      Spot found = trilaterate(one);
      assertThat(found.metresTo(shown)).as("from the middle of the cell").isLessThan(30);
      assertThat(trilaterate(other)).as("another place in the cell").isEqualTo(found);
      assertThat(likeness(one, shown)).as("measured by likeness").isEqualTo(likeness(other, shown));
      missed.add(found.metresTo(exact));
    }
    // The middle of a cell of 10 km is 3.8 km away on average; that is what guessing gives as well.
    assertThat(missed.stream().mapToDouble(d -> d).average().orElseThrow())
        .as("mean distance to the exact places, seed %d: %s", SEED, missed)
        .isGreaterThan(500);
  }

  @Test
  void thereIsNoOrderByDistanceOrPlace() throws Exception {
    for (String key : List.of("geom", "geometry", "distance")) {
      assertThat(
              server.get(VIEWER, "/collections/incident/items?limit=1&sortby=" + key).statusCode())
          .as(key)
          .isEqualTo(400);
    }
  }

  /** The deliberate fault: a type that nobody declared, whose exact place is stored. */
  @Test
  void aPlaceThatIsStoredExactlyIsFound() throws Exception {
    Spot exact = new Spot(30.1234, 5.4321);

    assertThat(trilaterate(create(exact, OPEN)).metresTo(exact)).isLessThan(30);
  }

  // ---- the measurement ----

  private Spot trilaterate(String id) throws Exception {
    Spot near = coarse(id);
    Spot a = near.shifted(-0.31, -0.17);
    Spot b = near.shifted(0.29, -0.21);
    Spot c = near.shifted(0.03, 0.33);
    double ra = radius(id, a);
    double rb = radius(id, b);
    double rc = radius(id, c);
    // Two circles less the third are two straight lines.
    double a1 = 2 * (b.lon - a.lon);
    double b1 = 2 * (b.lat - a.lat);
    double c1 = ra * ra - rb * rb - sq(a.lon) + sq(b.lon) - sq(a.lat) + sq(b.lat);
    double a2 = 2 * (c.lon - a.lon);
    double b2 = 2 * (c.lat - a.lat);
    double c2 = ra * ra - rc * rc - sq(a.lon) + sq(c.lon) - sq(a.lat) + sq(c.lat);
    double determinant = a1 * b2 - a2 * b1;
    return new Spot((c1 * b2 - c2 * b1) / determinant, (a1 * c2 - a2 * c1) / determinant);
  }

  /** To about 30 km, as anybody reads it off the map. */
  private Spot coarse(String id) throws Exception {
    Spot shown = shown(id);
    return new Spot(Math.rint(shown.lon * 4) / 4, Math.rint(shown.lat * 4) / 4);
  }

  /** The least radius in degrees of a circle around a point that holds the incident. */
  private double radius(String id, Spot centre) throws Exception {
    double out = 0;
    double in = 1.5;
    while (in - out > 2e-5) {
      double middle = (in + out) / 2;
      if (isInside(id, centre, middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private boolean isInside(String id, Spot centre, double radius) throws Exception {
    StringBuilder ring = new StringBuilder();
    int corners = 360;
    for (int i = 0; i <= corners; i++) {
      double turn = 2 * Math.PI * (i % corners) / corners;
      ring.append(i == 0 ? "[" : ",[")
          .append(number(centre.lon + radius * Math.cos(turn)))
          .append(',')
          .append(number(centre.lat + radius * Math.sin(turn)))
          .append(']');
    }
    JsonNode answer =
        json(
            post(
                VIEWER,
                "/api/statistics",
                "{\"layer\": \"incident\", \"filter\": \"id = '"
                    + id
                    + "'\", \"area\": {\"type\": \"Polygon\", \"coordinates\": [["
                    + ring
                    + "]]}}"));
    return answer.path("count").asInt() == 1;
  }

  /**
   * How like an incident is to drafts around a spot; the search for duplicates weighs distances.
   */
  private List<String> likeness(String id, Spot around) throws Exception {
    List<String> said = new ArrayList<>();
    for (Spot spot :
        List.of(around.shifted(0.02, 0), around.shifted(0, 0.02), around.shifted(-0.02, -0.02))) {
      json(post(OFFICER, "/api/duplicates", draft(spot, OPEN)))
          .path("candidates")
          .forEach(
              candidate -> {
                if (candidate.path("id").asText().equals(id)) {
                  said.add(candidate.path("score") + " " + candidate.path("reasons"));
                }
              });
    }
    assertThat(said).as("candidates of %s", id).hasSize(3);
    return said;
  }

  // ---- what is there ----

  private String create(Spot exact, String type) throws Exception {
    HttpResponse<String> answer =
        server.send(
            OFFICER,
            "POST",
            "/collections/incident/items",
            """
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
             "properties": {"title": "EXERCISE", %s, "valid_from": "2025-03-01T10:00:00Z"}}
            """
                .formatted(number(exact.lon), number(exact.lat), type),
            Map.of("Content-Type", "application/geo+json"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String draft(Spot spot, String type) {
    return """
    {"layer": "incident", "geometry": {"type": "Point", "coordinates": [%s, %s]},
     "valid_from": "2025-03-01T10:00:00Z", "properties": {"title": "EXERCISE", %s}}
    """
        .formatted(number(spot.lon), number(spot.lat), type);
  }

  private Spot shown(String id) throws Exception {
    JsonNode at =
        json(server.get(VIEWER, "/collections/incident/items/" + id + "?f=json"))
            .at("/geometry/coordinates");
    return new Spot(at.path(0).asDouble(), at.path(1).asDouble());
  }

  /** Another exact place that is shown at the same spot. */
  private Spot neighbour(Spot shown) throws Exception {
    while (true) {
      Spot candidate =
          shown.shifted(0.08 * (random.nextDouble() - 0.5), 0.08 * (random.nextDouble() - 0.5));
      if (shown(create(candidate, PROTECTED)).equals(shown)) {
        return candidate;
      }
    }
  }

  private void admit(String name, Role role) {
    Access access =
        Entitlements.of(CATALOG)
            .access(
                new Author(name),
                Set.of(role),
                Classification.UNCLASSIFIED,
                Set.of(),
                Optional.empty());
    server.admit(name, new Caller(name, Set.of(role), access));
  }

  private HttpResponse<String> post(String caller, String path, String body) throws Exception {
    return server.send(caller, "POST", path, body, Map.of("Content-Type", "application/json"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static String number(double degrees) {
    return String.format(Locale.ROOT, "%.7f", degrees);
  }

  private static double sq(double value) {
    return value * value;
  }
}
