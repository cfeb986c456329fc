package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;

/** A new feature is stored, or refused in words: by layer, marks and area of whoever sends it. */
@PostgisTest
class CreateRightsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final String POC = "POC";

  @Test
  void nobodyStoresWhatHeMayNotWriteOrCouldNotSee(DatabaseAddress address, @TempDir Path folder)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<Integer, Integer> answers = new LinkedHashMap<>();
    int asked = 0;
    try (WholeServer server = new WholeServer(address, CATALOG, folder)) {
      server.admit("all", Caller.operator("all"));
      Map<String, JsonNode> bodies = bodies(server);
      for (Access access : callers()) {
        String name = access.author().name();
        server.admit(name, new Caller(name, Set.of(), access));
        for (Layer layer : CATALOG.list()) {
          for (Classification mark : Classification.values()) {
            for (Set<String> compartments : List.of(Set.<String>of(), Set.of(POC))) {
              JsonNode body = marked(bodies.get(layer.name()), mark, compartments);
              boolean keyed = (asked++ & 1) == 0;
              HttpResponse<String> answer = create(server, name, layer, body, keyed);
              answers.merge(answer.statusCode(), 1, Integer::sum);
              int expected = expected(access, layer, mark, compartments);
              if (answer.statusCode() != expected) {
                wrong.add(
                    "%s %s %s %s, keyed %s: %d expected, %d %s"
                        .formatted(
                            name,
                            layer.name(),
                            mark,
                            compartments,
                            keyed,
                            expected,
                            answer.statusCode(),
                            answer.body()));
              }
            }
          }
        }
      }
    }
    System.getLogger("rights").log(System.Logger.Level.INFO, "answers to new features " + answers);
    assertThat(wrong).isEmpty();
  }

  private static int expected(
      Access access, Layer layer, Classification mark, Set<String> compartments) {
    if (!access.mayRead(layer.name())) {
      return 404;
    }
    boolean elsewhere = access.area().isPresent() && layer.areaApplies();
    return access.mayWrite(layer.name()) && access.clears(mark, compartments) && !elsewhere
        ? 201
        : 403;
  }

  private static List<Access> callers() {
    Geometry elsewhere =
        new GeometryFactory(new PrecisionModel(), 4326).toGeometry(new Envelope(60, 61, 0, 1));
    List<Access> callers = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Classification clearance : Classification.values()) {
        for (boolean wide : new boolean[] {true, false}) {
          callers.add(
              Entitlements.of(CATALOG)
                  .access(
                      new Author(role.word() + "-" + clearance.ordinal() + (wide ? "" : "-poc")),
                      Set.of(role),
                      clearance,
                      wide ? Set.of() : Set.of(POC),
                      Optional.empty()));
        }
      }
      callers.add(
          Entitlements.of(CATALOG)
              .access(
                  new Author(role.word() + "-elsewhere"),
                  Set.of(role),
                  Classification.STRICTLY_CONFIDENTIAL,
                  Set.of(POC),
                  Optional.of(elsewhere)));
    }
    return callers;
  }

  /** One feature of each layer as a client would send it, without what only some may say. */
  private static Map<String, JsonNode> bodies(WholeServer server) throws Exception {
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    Canary.Maker maker = new Canary.Maker();
    var all = server.store().as(Access.everything(new Author("test")));
    for (Layer layer : CATALOG.list()) {
      Canary canary = maker.make(layer, Classification.UNCLASSIFIED, Set.of(), true);
      var stored = all.write(writing -> writing.insert(canary.feature()));
      ObjectNode body =
          (ObjectNode)
              Json.MAPPER.readTree(
                  server
                      .get(
                          "all",
                          "/collections/" + layer.name() + "/items/" + stored.id() + "?f=json")
                      .body());
      body.retain("type", "geometry", "properties", "time");
      layer.properties().stream()
          .filter(p -> p.protection().isPresent())
          .forEach(p -> ((ObjectNode) body.get("properties")).remove(p.name()));
      ((ObjectNode) body.get("properties")).remove(List.of("source_system", "source_id"));
      bodies.put(layer.name(), body);
    }
    return bodies;
  }

  private static JsonNode marked(JsonNode body, Classification mark, Set<String> compartments) {
    ObjectNode marked = body.deepCopy();
    ObjectNode properties = (ObjectNode) marked.get("properties");
    properties.put("classification", mark.name());
    properties.putPOJO("compartments", compartments);
    return marked;
  }

  private static HttpResponse<String> create(
      WholeServer server, String caller, Layer layer, JsonNode body, boolean keyed)
      throws Exception {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/geo+json");
    if (keyed) {
      headers.put("Idempotency-Key", UUID.randomUUID().toString());
    }
    return server.send(
        caller,
        "POST",
        "/collections/" + layer.name() + "/items",
        Json.MAPPER.writeValueAsString(body),
        headers);
  }
}
