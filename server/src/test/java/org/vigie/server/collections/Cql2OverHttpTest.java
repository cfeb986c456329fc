package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.postgis.FilterDatabase;
import org.vigie.geodata.store.postgis.GeoPackageLayers;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.SharedData;
import org.vigie.server.http.Json;

/** The predicates of the CQL2 standard's test suite, as a client of the API sends them. */
@PostgisTest
class Cql2OverHttpTest {

  /** Rows of the table that contradict the data beside it, whatever the accents. */
  private static final Map<String, Long> CORRECTED =
      Map.of(
          "ACCENTI(name) LIKE accenti('Ch%')", 3L,
          "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))", 1L,
          "ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))", 1L);

  @Test
  void everyPredicateMatchesWhatTheStandardSaysInTextAndInJson(DatabaseAddress address)
      throws Exception {
    var layers = GeoPackageLayers.read(SharedData.get("cql2/ne110m4cql2.gpkg"));
    try (FilterDatabase database = new FilterDatabase(address)) {
      for (GeoPackageLayers.Filled filled : layers.values()) {
        database.load(filled.layer(), filled.features());
      }
    }
    var table = SharedData.get("cql2/predicates-with-counts.json");
    JsonNode rows = Json.MAPPER.readTree(table.toFile());
    List<String> jsons = Files.readAllLines(table.resolveSibling("cql2-json.jsonl"));
    List<Layer> full = layers.values().stream().map(GeoPackageLayers.Filled::layer).toList();
    // The data has property names that no layer file may have: the store makes no columns of them.
    List<Layer> bare = full.stream().map(Cql2OverHttpTest::withoutProperties).toList();
    try (MissionServer server =
        new MissionServer(address, new LayerCatalog(bare), new LayerCatalog(full))) {
      int passed = 0;
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        String text = row.path("filter").asText();
        String json = Json.MAPPER.readTree(jsons.get(i)).path("json").toString();
        String items =
            "/collections/"
                + row.path("source").asText().replace('_', '-')
                + "/items?limit=1&filter=";
        long expected = CORRECTED.getOrDefault(text, row.path("expected").asLong());
        assertThat(matched(server, items + MissionServer.encode(text)))
            .as(text)
            .isEqualTo(expected);
        assertThat(matched(server, items + MissionServer.encode(json) + "&filter-lang=cql2-json"))
            .as(json)
            .isEqualTo(expected);
        passed++;
      }
      assertThat(passed).isEqualTo(351);
    }
  }

  private static Layer withoutProperties(Layer layer) {
    return new Layer(
        layer.name(),
        layer.titles(),
        layer.descriptions(),
        layer.group(),
        layer.geometry(),
        layer.geometryRequired(),
        layer.time(),
        layer.defaultClassification(),
        List.of(),
        layer.symbol(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        layer.source(),
        layer.handling(),
        Optional.empty());
  }

  private static long matched(MissionServer server, String path) throws Exception {
    return server.json(path).path("numberMatched").asLong();
  }
}
