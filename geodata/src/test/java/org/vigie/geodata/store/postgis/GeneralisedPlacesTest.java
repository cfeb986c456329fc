package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneralisedPlacesTest {

  private DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore store;

  @BeforeAll
  void open(DatabaseAddress given) {
    address = given;
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("test")));
  }

  @AfterAll
  void close() {
    root.close();
  }

  /** An incident whose exact place stands in it in every way in which a place can. */
  private static Feature incident(double lon, double lat, String subtype, String name) {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "type", "VIOLENCE_AGAINST_CIVILIANS",
                "subtype", subtype,
                "title", "Case near " + name,
                "summary", "Taken from " + name + " at " + lat + ", " + lon + ".",
                "restricted_narrative", "EXERCISE seen at " + lat + " " + lon,
                "place_name", name,
                "coord_original", lat + ", " + lon));
    Map<String, String> record =
        Map.of("latitude", "" + lat, "longitude", "" + lon, "village", name);
    return Incidents.at(lon, lat, Incidents.DAY, properties)
        .withProvenance(new Provenance("test", name + " | " + lat + " | " + lon, null, record));
  }

  private static List<String> traces(Feature exact, String name) {
    long bits = Double.doubleToLongBits(exact.geometry().getCoordinate().x);
    return List.of(
        name,
        String.valueOf(exact.geometry().getCoordinate().x),
        String.valueOf(exact.geometry().getCoordinate().y),
        // as PostgreSQL prints the geometry: least significant byte first
        HexFormat.of().toHexDigits(Long.reverseBytes(bits)));
  }

  /** Every row of every table of ours, as text. */
  private String dump() throws Exception {
    List<String> rows = new ArrayList<>();
    for (String table :
        Databases.texts(
            address,
            "select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname = 'vigie'")) {
      rows.addAll(Databases.texts(address, "select t::text from " + table + " t"));
    }
    return String.join("\n", rows).toLowerCase(java.util.Locale.ROOT);
  }

  private void assertGone(Feature exact, String name) throws Exception {
    String dump = dump();
    for (String trace : traces(exact, name)) {
      assertThat(dump).doesNotContain(trace.toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void anExactPlaceEnteredByHandIsNowhereInTheDatabase() throws Exception {
    Feature exact = incident(21.4837261, 6.7261943, "SEXUAL_VIOLENCE", "Oumtarfa");

    Feature stored = store.write(writing -> writing.insert(exact));

    assertGone(exact, "Oumtarfa");
    assertThat(stored.radiusMetres()).isGreaterThan(5_000);
  }

  @Test
  void theSamePlaceOfAnotherTypeIsThere() throws Exception {
    Feature exact = incident(22.4837262, 7.7261944, "ATTACK", "Belwaru");

    store.write(writing -> writing.insert(exact));

    String dump = dump();
    assertThat(traces(exact, "Belwaru"))
        .allSatisfy(t -> assertThat(dump).contains(t.toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void anExactPlaceThatIsLoadedIsNowhereInTheDatabase() throws Exception {
    Feature exact = incident(23.4837263, 8.7261945, "SEXUAL_VIOLENCE", "Kandivi");

    try (BulkLoad load = store.open("incident", "load")) {
      load.add(exact);
      load.commit();
    }

    assertGone(exact, "Kandivi");
  }

  @Test
  void loadingTheSameRecordAgainChangesNothing() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (BulkLoad load = store.open("incident", "load")) {
        load.add(incident(25.4837265, 9.7261947, "SEXUAL_VIOLENCE", "Maranti"));
        assertThat(load.commit().counts().inserted()).isEqualTo(i == 0 ? 1 : 0);
      }
    }
  }

  @Test
  void anEditThatProtectsTheTypeHidesTheFinerPast() throws Exception {
    Feature exact = incident(24.4837264, 5.7261946, "ATTACK", "Sorrumbe");
    Feature stored = store.write(writing -> writing.insert(exact));
    var before = store.history("incident", stored.id()).get(0).committedAt();
    Map<String, Object> properties = new HashMap<>(stored.properties());
    properties.put("subtype", "SEXUAL_VIOLENCE");

    Feature later = store.write(w -> w.replace(stored.withProperties(properties), 1));

    assertThat(later.geometry()).isNotEqualTo(exact.geometry());
    assertThat(store.history("incident", stored.id()))
        .extracting(change -> change.after().orElseThrow().version())
        .containsExactly(2L);
    assertThat(store.find("incident", stored.id(), before)).isEmpty();
    StringBuilder log = new StringBuilder();
    store.forEachChange(0, (Change change) -> log.append(change));
    assertThat(log.toString()).doesNotContain("Sorrumbe").doesNotContain("24.4837264");
  }

  @Test
  void aLoadThatProtectsTheTypeHidesTheFinerPast() throws Exception {
    Feature exact = incident(26.4837266, 5.1261948, "ATTACK", "Terembo");
    Provenance named = new Provenance("test", "T-1", null, Map.of());
    load(exact.withProvenance(named));
    Map<String, Object> properties = new HashMap<>(exact.properties());
    properties.put("subtype", "SEXUAL_VIOLENCE");
    load(exact.withProperties(properties).withProvenance(named));

    FeatureQuery there =
        FeatureQuery.of(Incidents.CATALOG.get("incident"))
            .withBbox(new BoundingBox(26.3, 5.0, 26.6, 5.3));
    assertThat(store.count(there)).isEqualTo(1);
    StringBuilder log = new StringBuilder();
    store.forEachChange(0, (Change change) -> log.append(change));
    assertThat(log.toString()).doesNotContain("Terembo").doesNotContain("26.4837266");
  }

  @Test
  void aFilterByTheExactBoxFindsTheCellAlone() throws Exception {
    double lon = 27.4837267;
    double lat = 4.1261949;
    store.write(w -> w.insert(incident(lon, lat, "SEXUAL_VIOLENCE", "Dalmiri")));
    store.write(w -> w.insert(incident(lon + 1, lat, "ATTACK", "Dalmiro")));

    assertThat(store.count(around(lon, lat))).isZero();
    assertThat(store.count(around(lon + 1, lat))).isEqualTo(1);
  }

  private static FeatureQuery around(double lon, double lat) {
    return FeatureQuery.of(Incidents.CATALOG.get("incident"))
        .withBbox(new BoundingBox(lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4));
  }

  private void load(Feature feature) throws Exception {
    try (BulkLoad load = store.open("incident", "load")) {
      load.add(feature);
      load.commit();
    }
  }
}
