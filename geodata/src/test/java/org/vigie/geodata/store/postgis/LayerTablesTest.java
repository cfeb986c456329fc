package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Handling;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.layer.Symbol;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerTablesTest {

  private static final String COLUMNS =
      "select column_name || ' ' || data_type from information_schema.columns"
          + " where table_schema = 'vigie' and table_name = 'layer_water_point'"
          + " order by ordinal_position";

  private DatabaseAddress address;

  @BeforeAll
  void given(DatabaseAddress given) {
    address = given;
  }

  private static Property property(String name, PropertyType type, boolean indexed) {
    return new Property(
        name,
        Map.of("en", "The " + name + "'s title"),
        Map.of("en", "Help; it's quoted"),
        type,
        null,
        false,
        indexed,
        null,
        null,
        List.of(),
        true,
        List.of(),
        null,
        Optional.empty());
  }

  private static LayerCatalog catalog(TimeModel time, Property... properties) {
    return new LayerCatalog(
        List.of(
            new Layer(
                "water-point",
                Map.of("en", "Water points"),
                Map.of("en", "Wells"),
                "reference",
                GeometryKind.POINT,
                true,
                time,
                Classification.UNCLASSIFIED,
                List.of(properties),
                new Symbol(null, Map.of(), new Symbol.Mark("#000000", "circle")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Handling.USUAL,
                Optional.empty())));
  }

  private static Feature well(Map<String, Object> properties) {
    return new Feature(
        FeatureId.random(),
        "water-point",
        Incidents.at(1, 1).geometry(),
        null,
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        Provenance.own(),
        0,
        null);
  }

  private List<String> indexes(DatabaseAddress database) throws Exception {
    return Databases.texts(
        database,
        "select indexname from pg_indexes where starts_with(indexname, 'feature_water_point__')"
            + " order by 1");
  }

  @Test
  void aChangedLayerFileChangesViewAndIndexesAndKeepsTheData() throws Exception {
    Feature stored;
    try (PostgisStore root =
        PostgisStore.open(
            address,
            catalog(
                TimeModel.NONE,
                property("depth", PropertyType.NUMBER, true),
                property("owner", PropertyType.TEXT, false)))) {
      FeatureStore store = root.as(Access.everything(new Author("test")));
      stored = store.write(w -> w.insert(well(Map.of("depth", 12.5, "owner", "O'Hara"))));
    }
    assertThat(Databases.texts(address, COLUMNS))
        .contains("depth double precision", "owner text", "geom USER-DEFINED")
        .startsWith("id uuid");
    assertThat(indexes(address))
        .containsExactly("feature_water_point__depth_float8", "feature_water_point__geom");

    LayerCatalog changed =
        catalog(
            TimeModel.NONE,
            property("yield", PropertyType.INTEGER, true),
            property("owner", PropertyType.TEXT, true),
            property("tested", PropertyType.DATE, true),
            property("read_at", PropertyType.TIMESTAMP, true),
            property("kinds", PropertyType.CODES, true));
    try (PostgisStore root = PostgisStore.open(address, changed)) {
      FeatureStore store = root.as(Access.everything(new Author("test")));
      assertThat(Databases.texts(address, COLUMNS))
          .contains(
              "yield bigint",
              "owner text",
              "tested date",
              "read_at timestamp with time zone",
              "kinds jsonb")
          .doesNotContain("depth double precision");
      assertThat(indexes(address))
          .containsExactly(
              "feature_water_point__geom",
              "feature_water_point__kinds_jsonb",
              "feature_water_point__owner_text",
              "feature_water_point__read_at_timestamptz",
              "feature_water_point__tested_date",
              "feature_water_point__yield_bigint");
      assertThat(store.find("water-point", stored.id()).orElseThrow().properties())
          .isEqualTo(Map.of("owner", "O'Hara"));
      store.write(
          w ->
              w.insert(
                  well(
                      Map.of(
                          "tested",
                          java.time.LocalDate.of(2024, 2, 29),
                          "read_at",
                          Instant.parse("2024-02-29T23:59:59.999999Z")))));
    }
    assertThat(
            Databases.texts(
                address,
                "select tested || ' ' || (read_at at time zone 'UTC') from vigie.layer_water_point"
                    + " where tested is not null"))
        .containsExactly("2024-02-29 2024-02-29 23:59:59.999999");
    assertThat(
            Databases.texts(
                address,
                "select col_description('vigie.layer_water_point'::regclass, attnum) from"
                    + " pg_attribute where attrelid = 'vigie.layer_water_point'::regclass and"
                    + " attname = 'owner'"))
        .containsExactly("The owner's title. Help; it's quoted");
  }

  @Test
  void aTypeThatStoredValuesDoNotHaveIsRefusedAtStart() throws Exception {
    DatabaseAddress own = TestDatabases.create();
    try {
      try (PostgisStore root =
          PostgisStore.open(
              own, catalog(TimeModel.NONE, property("depth", PropertyType.TEXT, false)))) {
        FeatureStore store = root.as(Access.everything(new Author("test")));
        store.write(w -> w.insert(well(Map.of("depth", "deep"))));
      }
      assertThatThrownBy(
              () ->
                  PostgisStore.open(
                      own, catalog(TimeModel.NONE, property("depth", PropertyType.NUMBER, false))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("water-point declares depth as number, but 1 stored");
      // nothing was changed, so the old file still starts
      PostgisStore.open(own, catalog(TimeModel.NONE, property("depth", PropertyType.TEXT, false)))
          .close();
    } finally {
      TestDatabases.drop(own);
    }
  }

  @Test
  void aViewThatOthersBuiltOnIsNotPulledAwayFromUnderThem() throws Exception {
    DatabaseAddress own = TestDatabases.create();
    try {
      PostgisStore.open(own, catalog(TimeModel.NONE, property("depth", PropertyType.NUMBER, false)))
          .close();
      Databases.execute(
          own, "create view deepest as select max(depth) from vigie.layer_water_point");
      assertThatThrownBy(
              () ->
                  PostgisStore.open(
                      own, catalog(TimeModel.NONE, property("other", PropertyType.NUMBER, false))))
          .hasMessageContaining("other views");
      // a property more at the end does not disturb them
      PostgisStore.open(
              own,
              catalog(
                  TimeModel.NONE,
                  property("depth", PropertyType.NUMBER, false),
                  property("other", PropertyType.NUMBER, false)))
          .close();
    } finally {
      TestDatabases.drop(own);
    }
  }

  @Test
  void startingTwiceChangesNothing() throws Exception {
    LayerCatalog catalog = Incidents.CATALOG;
    PostgisStore.open(address, catalog).close();
    String objects =
        "select c.oid::text || relname from pg_class c join pg_namespace n on n.oid = relnamespace"
            + " where nspname = 'vigie' order by 1";
    List<String> before = Databases.texts(address, objects);
    PostgisStore.open(address, catalog).close();
    assertThat(Databases.texts(address, objects)).isEqualTo(before);
  }

  @Test
  void everyViewReadsWithTheRightsOfItsReader() throws Exception {
    PostgisStore.open(address, Incidents.CATALOG).close();
    List<String> views =
        Databases.texts(
            address, "select viewname from pg_views where schemaname = 'vigie' order by 1");
    List<String> expected = new ArrayList<>();
    Incidents.CATALOG
        .list()
        .forEach(layer -> expected.add("layer_" + layer.name().replace('-', '_')));
    assertThat(views).containsAll(expected);
    assertThat(
            Databases.texts(
                address,
                "select relname from pg_class c join pg_namespace n on n.oid = relnamespace"
                    + " where nspname = 'vigie' and relkind = 'v'"
                    + " and not coalesce('security_invoker=true' = any (reloptions), false)"))
        .isEmpty();
    for (String view : expected) {
      assertThat(Databases.texts(address, "select count(*) from vigie." + view)).hasSize(1);
    }
  }

  @Test
  void aPropertyNamedLikeACommonColumnIsRefused() {
    assertThatThrownBy(
            () ->
                new LayerDdl(
                    catalog(TimeModel.NONE, property("geom", PropertyType.TEXT, false))
                        .get("water-point")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
