package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

/** The CHECKs behind our own refusals, asked by raw SQL as if nobody stood before them. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonTest {

  private DatabaseAddress address;

  @BeforeAll
  void makeTables(DatabaseAddress given) {
    address = given;
    PostgisStore.open(given, Incidents.CATALOG).close();
  }

  @AfterAll
  void nothingGotIn() throws Exception {
    assertThat(
            Databases.texts(
                address,
                "select st_astext(geom) from vigie.feature"
                    + " where st_astext(geom) not in ('POINT(180 90)', 'POINT(-180 -90)')"))
        .isEmpty();
  }

  private void insert(Map<String, String> values) throws Exception {
    Map<String, String> all =
        new java.util.LinkedHashMap<>(
            Map.of(
                "id", "gen_random_uuid()",
                "layer", "'incident'",
                "geom", "st_point(180, 90, 4326)",
                "valid_from", "'2025-01-01'",
                "classification", "'UNCLASSIFIED'",
                "source_system", "'raw'",
                "version", "1",
                "recorded_at", "now()"));
    all.putAll(values);
    Databases.execute(
        address,
        "insert into vigie.feature ("
            + String.join(", ", all.keySet())
            + ") values ("
            + String.join(", ", all.values())
            + ")");
  }

  @Test
  void theCornersOfTheEarthAreIn() throws Exception {
    insert(Map.of());
    insert(Map.of("geom", "st_point(-180, -90, 4326)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "st_point('NaN', 1, 4326)",
        "st_point(1, 'NaN', 4326)",
        "st_point('NaN', 'Infinity', 4326)",
        "st_point('Infinity', 0, 4326)",
        "st_point(0, '-Infinity', 4326)",
        "st_point(1e308, 0, 4326)",
        "st_point(181, 0, 4326)",
        "st_point(-180.0001, 0, 4326)",
        "st_point(0, 90.0001, 4326)",
        "st_geomfromtext('POINT EMPTY', 4326)",
        "st_geomfromtext('POLYGON EMPTY', 4326)",
        "st_geomfromtext('POLYGON((0 0, 1 1, 0 1, 1 0, 0 0))', 4326)",
        "st_geomfromtext('LINESTRING(0 0, 0 0)', 4326)",
        "st_makeline(array[st_point(0, 0, 4326), st_point('NaN', 1, 4326), st_point(2, 2, 4326)])",
        "(select st_makeline(st_point(i / 1e4, 0, 4326)) from generate_series(1, 100001) i)",
      })
  void aBadGeometryIsRefusedByTheTable(String geometry) {
    assertThatThrownBy(() -> insert(Map.of("geom", geometry)))
        .hasMessageContaining("geometry_is_sound");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "geom|st_point(1, 1, 3857)|SRID",
        "valid_from|'infinity'|times_are_plausible",
        "valid_from|'-infinity'|times_are_plausible",
        "valid_from|'0202-01-01'|times_are_plausible",
        "valid_from|now() + interval '2 years'|times_are_plausible",
        "valid_to|now() + interval '21 years'|times_are_plausible",
        "valid_to|'2024-12-31'|ends_after_start",
        "valid_from|null|event_has_start",
        "radius_m|'NaN'|radius_is_plausible",
        "radius_m|-1|radius_is_plausible",
        "radius_m|'Infinity'|radius_is_plausible",
        "classification|'SECRET'|classification_is_known",
        "time_precision|'HOUR'|time_precision_is_known",
        "location_class|'TOWN'|location_class_is_known",
        "source_system|''|source_is_named",
        "properties|'[]'|documents_are_sound",
        "original|'{}'|documents_are_sound",
        "layer|'no-such-layer'|no partition",
        "version|0|version_is_positive",
      })
  void aBadColumnIsRefusedByTheTable(String column, String value, String constraint) {
    assertThatThrownBy(() -> insert(Map.of(column, value))).hasMessageContaining(constraint);
  }

  @Test
  void theTableKnowsTheWordsOfTheModel() throws Exception {
    assertThat(wordsOf("classification_is_known")).isEqualTo(names(Classification.values()));
    assertThat(wordsOf("location_class_is_known")).isEqualTo(names(LocationClass.values()));
    assertThat(wordsOf("time_precision_is_known"))
        .isEqualTo(
            Arrays.stream(TimePrecision.values())
                .map(TimePrecision::code)
                .collect(Collectors.toSet()));
  }

  private java.util.Set<String> wordsOf(String constraint) throws Exception {
    List<String> words =
        Databases.texts(
            address,
            "select m[1] from pg_constraint, regexp_matches(pg_get_constraintdef(oid),"
                + " '''([A-Z0-9_-]+)''', 'g') m where conname = '"
                + constraint
                + "' and conrelid = 'vigie.feature'::regclass");
    return java.util.Set.copyOf(words);
  }

  private static java.util.Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }

  @Test
  void aBadGeometryInTheLogIsNotPossibleEither() throws Exception {
    // the log takes its rows from the feature table only, so its geometry column has no CHECK: what
    // is refused there rolls the log back with it
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(new Author("test")));
      long before = store.position().sequence();
      assertThatThrownBy(() -> store.write(w -> w.insert(Incidents.at(181, 0))))
          .hasMessageContaining("outside the earth");
      assertThat(store.position().sequence()).isEqualTo(before);
      assertThat(
              Databases.texts(
                  address, "select id::text from vigie.change where layer <> '*canary*'"))
          .isEmpty();
    }
  }
}
