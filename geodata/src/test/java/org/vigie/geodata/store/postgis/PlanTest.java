package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.SortKey;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Cursor;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

/** What the planner makes of our statements, on tables large enough that it matters. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {

  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");
  private static final int N = 200_000;
  private static final BoundingBox ONE_PERCENT = new BoundingBox(4, 4, 5, 5);
  private static final TimeSpan ONE_MONTH =
      TimeSpan.of(Instant.parse("2024-05-01T00:00:00Z"), Instant.parse("2024-06-01T00:00:00Z"));

  /** The plans are those of the application's role under row-level security. */
  private static final Access READER =
      new Access(
          new Author("reader"),
          Classification.CONFIDENTIAL,
          Set.of("POC"),
          Set.of("incident", "road"),
          Set.of(),
          Set.of(),
          Optional.empty());

  private PostgisStore root;
  private FeatureStore store;
  private Connection connection;
  private FeatureId someId;

  @BeforeAll
  void fill(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("test")));
    try (BulkLoad load = store.open("incident", "")) {
      for (Feature feature : Incidents.random(N, 9)) {
        load.add(feature);
        someId = feature.id();
      }
      load.commit();
    }
    Databases.execute(address, "analyze vigie.change, vigie.revision");
    connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    connection.setAutoCommit(false);
    AccessSetting.apply(connection, READER);
  }

  @AfterAll
  void close() throws Exception {
    connection.close();
    root.close();
  }

  private String plan(Sql sql) throws Exception {
    try (PreparedStatement statement = Statements.prepare(connection, Sql.of("explain ").add(sql));
        ResultSet rows = statement.executeQuery()) {
      StringBuilder plan = new StringBuilder();
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }

  private String planOf(FeatureQuery query) throws Exception {
    return plan(Sql.of("select " + FeatureRow.COLUMNS).add(Selection.of(query)));
  }

  private static FeatureQuery where(String cql2) throws Exception {
    return FeatureQuery.of(INCIDENT).withFilter(Cql2Text.parse(cql2));
  }

  @Test
  void aSmallBoxReadsTheSpatialIndex() throws Exception {
    assertThat(planOf(FeatureQuery.of(INCIDENT).withBbox(ONE_PERCENT)))
        .contains("feature_incident__geom")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aBoxAcrossTheAntimeridianReadsTheSpatialIndexTwice() throws Exception {
    String plan = planOf(FeatureQuery.of(INCIDENT).withBbox(new BoundingBox(179, -1, -179, 1)));
    assertThat(plan).contains("BitmapOr").doesNotContain("Seq Scan");
    assertThat(plan.split("feature_incident__geom", -1)).hasSize(3);
  }

  @Test
  void aSmallAreaReadsTheSpatialIndex() throws Exception {
    assertThat(
            planOf(
                FeatureQuery.of(INCIDENT)
                    .withArea(
                        Incidents.WGS84
                            .createPoint(new org.locationtech.jts.geom.Coordinate(5, 5))
                            .buffer(0.3))))
        .contains("feature_incident__geom")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aShortTimeReadsTheIndexOnTheStart() throws Exception {
    assertThat(planOf(FeatureQuery.of(INCIDENT).withDatetime(ONE_MONTH)))
        .contains("feature_incident__valid_from", "feature_incident__long_until")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aTypeInAShortTimeReadsTheIndexOnBoth() throws Exception {
    assertThat(planOf(where("type = 'CRIME'").withDatetime(ONE_MONTH)))
        .contains("feature_incident__type_text")
        .doesNotContain("Seq Scan");
  }

  @Test
  void filtersInCql2ReadTheIndexesToo() throws Exception {
    assertThat(planOf(where("S_INTERSECTS(geom, BBOX(4, 4, 5, 5))")))
        .contains("feature_incident__geom")
        .doesNotContain("Seq Scan");
    assertThat(planOf(where("ref = 'MIMAR-2026-000001'")))
        .contains("feature_incident__ref_text")
        .doesNotContain("Seq Scan");
    assertThat(planOf(where("valid_from > TIMESTAMP('2025-02-01T00:00:00Z')")))
        .contains("feature_incident__valid_from")
        .doesNotContain("Seq Scan");
    assertThat(planOf(where("id = '" + someId + "'")))
        .contains("feature_incident_pkey")
        .doesNotContain("Seq Scan");
    assertThat(planOf(where("id IN ('" + someId + "', 'no identifier')")))
        .contains("feature_incident_pkey")
        .doesNotContain("Seq Scan");
    assertThat(planOf(where("S_WITHIN(geom, BBOX(179, -1, -179, 1))")))
        .contains("BitmapOr")
        .doesNotContain("Seq Scan");
  }

  @Test
  void theNewestPageIsReadInTheOrderOfTheIndex() throws Exception {
    FeatureQuery query =
        FeatureQuery.of(INCIDENT).withSort(List.of(new SortKey("valid_from", true)));
    Ordering ordering = new Ordering(query);
    assertThat(
            plan(
                Sql.of("select " + FeatureRow.COLUMNS)
                    .add(Selection.of(query))
                    .add(ordering.orderBy())
                    .add(" limit ?", 100)))
        .contains("Index Scan Backward using feature_incident__valid_from")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aLaterPageStartsInTheMiddleOfTheIndex() throws Exception {
    FeatureQuery query =
        FeatureQuery.of(INCIDENT).withSort(List.of(new SortKey("valid_from", true)));
    Ordering ordering = new Ordering(query);
    Cursor place = new Cursor(List.of("2023-01-01 00:00:00+00"), FeatureId.random());
    assertThat(
            plan(
                Sql.of("select " + FeatureRow.COLUMNS)
                    .add(Selection.of(query))
                    .add(ordering.behind(place))
                    .add(ordering.orderBy())
                    .add(" limit ?", 100)))
        .contains("Index Cond: (valid_from <= ")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aFeatureIsFoundByItsKey() throws Exception {
    assertThat(plan(Sql.of("select 1").add(Selection.of("incident", someId, null))))
        .contains("feature_incident_pkey")
        .doesNotContain("Seq Scan");
    assertThat(plan(Sql.of("select 1").add(Selection.of("incident", someId, Instant.now()))))
        .contains("change_incident_pkey")
        .doesNotContain("Seq Scan on change");
  }

  @Test
  void onlyThePartitionOfTheLayerIsRead() throws Exception {
    assertThat(planOf(FeatureQuery.of(INCIDENT))).doesNotContain("feature_road", "Append");
  }

  /** The control: without the index the same question is a scan of the whole table. */
  @Test
  void aScanOfTheWholeTableWouldBeNoticed() throws Exception {
    assertThat(planOf(FeatureQuery.of(INCIDENT))).contains("Seq Scan");
  }

  /** The control: without LEAKPROOF the policy goes first and no spatial index is read. */
  @Test
  void withoutLeakproofEveryBoxReadsTheWholeTable(DatabaseAddress address) throws Exception {
    FeatureQuery box = FeatureQuery.of(INCIDENT).withBbox(ONE_PERCENT);
    String function = "alter function geometry_overlaps(geometry, geometry) ";
    Databases.execute(address, function + "not leakproof");
    try {
      assertThat(planOf(box)).contains("Seq Scan").doesNotContain("feature_incident__geom");
    } finally {
      Databases.execute(address, function + "leakproof");
    }
    assertThat(planOf(box)).contains("feature_incident__geom").doesNotContain("Seq Scan");
  }

  /** What a guarded read costs: numbers and patterns have no operator that may go first. */
  @Test
  void numbersAndPatternsAreFilteredBehindThePolicy() throws Exception {
    assertThat(planOf(where("killed_best = 1000"))).contains("Seq Scan");
    assertThat(planOf(where("ref LIKE 'MIMAR-2026-0000%'"))).contains("Seq Scan");
  }
}
