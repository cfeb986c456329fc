package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geodata.index.IndexedFilters;
import org.vigie.geodata.index.Plan;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterEvaluator;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Json;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.SharedData;

/** The 351 predicates of the standard's test suite, over its data. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Cql2PredicatesTest {

  /**
   * Rows of the table that contradict the data beside it: three of the places begin with "Ch", and
   * one with "Chis", whatever the accents.
   */
  private static final Map<String, Long> CORRECTED =
      Map.of(
          "ACCENTI(name) LIKE accenti('Ch%')", 3L,
          "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))", 1L,
          "ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))", 1L);

  record Predicate(int number, String source, String text, String json, long expected) {
    @Override
    public String toString() {
      return number + " " + text;
    }
  }

  private Map<String, GeoPackageLayers.Filled> layers;
  private final Map<String, IndexedFilters> indexed = new HashMap<>();
  private FilterDatabase database;

  @BeforeAll
  void loadTheLayers(DatabaseAddress address) throws Exception {
    layers = GeoPackageLayers.read(SharedData.get("cql2/ne110m4cql2.gpkg"));
    database = new FilterDatabase(address);
    for (Map.Entry<String, GeoPackageLayers.Filled> each : layers.entrySet()) {
      GeoPackageLayers.Filled filled = each.getValue();
      database.load(filled.layer(), filled.features());
      indexed.put(
          each.getKey(),
          new IndexedFilters(
              filled.layer(),
              filled.features(),
              filter -> database.select(filter, filled.layer())));
    }
  }

  @AfterAll
  void close() throws Exception {
    if (database != null) {
      database.close();
    }
    System.out.printf(
        "%d filters by the index: %s%n", 2 * 351, IndexedFilters.plans(indexed.values()));
    long decided = indexed.values().stream().mapToLong(each -> each.answered(Plan.MEMORY)).sum();
    assertThat(decided).as("what needs neither a line nor an area").isGreaterThan(300);
  }

  static Stream<Predicate> predicates() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Path table = SharedData.get("cql2/predicates-with-counts.json");
    List<String> jsons = Files.readAllLines(table.resolveSibling("cql2-json.jsonl"));
    List<Predicate> predicates = new ArrayList<>();
    for (JsonNode row : mapper.readTree(table.toFile())) {
      int number = predicates.size();
      JsonNode json = mapper.readTree(jsons.get(number));
      assertThat(json.get("i").asInt()).isEqualTo(number);
      String text = row.get("filter").asText();
      predicates.add(
          new Predicate(
              number,
              row.get("source").asText(),
              text,
              json.get("json").toString(),
              CORRECTED.getOrDefault(text, row.get("expected").asLong())));
    }
    assertThat(predicates).hasSize(351);
    return predicates.stream();
  }

  @ParameterizedTest
  @MethodSource("predicates")
  void aPredicateFindsWhatTheStandardSays(Predicate predicate) throws Exception {
    GeoPackageLayers.Filled filled = layers.get(predicate.source());
    Queryables queryables = Queryables.of(filled.layer());
    for (Filter filter :
        List.of(Cql2Text.parse(predicate.text()), Cql2Json.parse(predicate.json()))) {
      queryables.check(filter);
      Set<String> bySql = database.select(filter, filled.layer());
      Set<String> inMemory =
          filled.features().stream()
              .filter(new FilterEvaluator(queryables).predicate(filter))
              .map((Feature f) -> f.id().toString())
              .collect(Collectors.toSet());
      assertThat(bySql).hasSize((int) predicate.expected());
      assertThat(inMemory).isEqualTo(bySql);
      assertThat(indexed.get(predicate.source()).select(filter)).isEqualTo(bySql);
    }
  }
}
