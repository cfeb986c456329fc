package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.ReleasedCounts;
import org.vigie.geodata.testing.TestDatabases;

/** Each test has a database of its own: the first write of a layer fixes the moment counted. */
class ReleasedCountsTest {

  private static final Instant APRIL = Instant.parse("2025-04-09T10:00:00Z");
  private static final Access VIEWER = viewer(Optional.empty());

  private DatabaseAddress address;
  private PostgisStore root;

  @BeforeEach
  void open() {
    address = TestDatabases.create();
    root = PostgisStore.open(address, Incidents.CATALOG);
  }

  @AfterEach
  void close() {
    root.close();
    TestDatabases.drop(address);
  }

  @Test
  void hiddenRowsAreToldInMultiplesOfKAndToEverybodyTheSame() throws Exception {
    write(secrets(13, "Nord", APRIL, Set.of()));

    assertThat(released())
        .containsExactly(new ReleasedCounts.Cell("Nord", YearMonth.of(2025, 4), 10));
    assertThat(root.findReleased(Access.everything(new Author("all")), "incident"))
        .isEqualTo(root.findReleased(VIEWER, "incident"));
    assertThat(root.as(VIEWER).count(FeatureQuery.of(Incidents.CATALOG.get("incident")))).isZero();
  }

  @Test
  void noneAndFewAreTheSame() throws Exception {
    write(secrets(4, "Nord", APRIL, Set.of()));

    assertThat(released()).isEmpty();
    assertThat(wouldTell("Nord", 5)).isEqualTo(wouldTell("Sud", 5)).isEmpty();
    assertThat(wouldTell("Nord", 1)).as("control: k = 1 tells").isNotEqualTo(wouldTell("Sud", 1));
  }

  /** Whoever sees one circle knows its number and may write into it until a figure moves. */
  @Test
  void writingBesideWhatIsHiddenTellsNothingOfIt() throws Exception {
    write(secrets(4, "Sud", APRIL, Set.of()));
    boolean told = false;
    for (int visible = 1; visible <= 11; visible++) {
      write(List.of(incident("Nord", APRIL), incident("Sud", APRIL)));
      assertThat(wouldTell("Nord")).as(visible + " visible").isEqualTo(wouldTell("Sud"));
      told |= !roundedTogether("Nord").equals(roundedTogether("Sud"));
    }
    assertThat(told).as("control: one figure of both circles tells four from none").isTrue();
  }

  @Test
  void circlesAreRoundedEachByItself() throws Exception {
    List<Feature> both = new ArrayList<>(secrets(7, "Nord", APRIL, Set.of()));
    both.addAll(secrets(4, "Nord", APRIL, Set.of("POC")));
    write(both);

    assertThat(released()).extracting(ReleasedCounts.Cell::atLeast).containsExactly(5L);
  }

  @Test
  void nothingThatHappensInTheMonthChangesWhatIsTold() throws Exception {
    List<Feature> first = secrets(10, "Nord", APRIL, Set.of());
    write(first);
    List<ReleasedCounts.Cell> before = released();
    List<String> live = wouldTell("Nord");

    write(secrets(5, "Nord", APRIL, Set.of()));
    assertThat(wouldTell("Nord")).as("control: a live count tells").isNotEqualTo(live);
    assertThat(released()).as("after new ones").isEqualTo(before);

    FeatureStore all = everything();
    all.write(
        writing -> {
          writing.delete("incident", first.get(0).id(), 1);
          return "";
        });
    assertThat(released()).as("after a deletion").isEqualTo(before);

    Feature kept = all.find("incident", first.get(1).id()).orElseThrow();
    all.write(
        writing ->
            writing.replace(
                Incidents.withProperties(kept, Map.of("admin1", "Nord", "flags", List.of("CRSV"))),
                1));
    assertThat(released()).as("after one lost its exact place").isEqualTo(before);

    Feature raised = all.find("incident", first.get(2).id()).orElseThrow();
    all.write(
        writing ->
            writing.replace(
                raised.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of("POC")), 1));
    assertThat(released()).as("after one was raised").isEqualTo(before);
  }

  /** He sees and may write part of a circle, and could count up to the next multiple. */
  @Test
  void whoeverIsLimitedToAnAreaIsToldNone() throws Exception {
    write(secrets(10, "Nord", APRIL, Set.of()));
    Geometry west = Incidents.WGS84.toGeometry(new Envelope(19, 21, 0, 10));

    assertThat(root.findReleased(viewer(Optional.of(west)), "incident").orElseThrow().cells())
        .isEmpty();
    assertThat(released()).as("control: without an area").isNotEmpty();
  }

  @Test
  void aLayerThatReleasesNothingHasNone() throws Exception {
    assertThat(root.findReleased(VIEWER, "ied-report")).isEmpty();
    assertThat(Databases.texts(address, "select vigie.released_counts('ied-report')::text"))
        .isEmpty();
  }

  @Test
  void theApplicationCannotChooseWhatIsCounted() {
    for (String attempt :
        List.of(
            "select vigie.count_cells('incident', 'ref', 1, now())",
            "select vigie.see_everything()",
            "update vigie.layer set released_by = 'ref' returning name")) {
      assertThatThrownBy(
              () ->
                  root.database()
                      .write(
                          VIEWER, connection -> connection.createStatement().executeQuery(attempt)))
          .as(attempt)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void askingLeavesTheCallerWithWhatHeMaySee() throws Exception {
    write(secrets(13, "Nord", APRIL, Set.of()));

    long seen =
        root.database()
            .read(
                VIEWER,
                connection -> {
                  new ReleasedReads(connection).find("incident");
                  var rows =
                      connection
                          .createStatement()
                          .executeQuery("select count(*) from vigie.feature");
                  rows.next();
                  return rows.getLong(1);
                });

    assertThat(seen).isZero();
  }

  // ---- what the tests write and read ----

  private static Access viewer(Optional<Geometry> area) {
    return Entitlements.of(Incidents.CATALOG)
        .access(
            new Author("viewer"), Set.of(Role.VIEWER), Classification.UNCLASSIFIED, Set.of(), area);
  }

  private static Feature incident(String province, Instant start) {
    return Incidents.at(20, 5, start, Map.of("admin1", province));
  }

  private static List<Feature> secrets(
      int n, String province, Instant start, Set<String> compartments) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      features.add(
          incident(province, start).withMarks(Classification.STRICTLY_CONFIDENTIAL, compartments));
    }
    return features;
  }

  private FeatureStore everything() {
    return root.as(Access.everything(new Author("test")));
  }

  private void write(List<Feature> features) throws Exception {
    everything()
        .write(
            writing -> {
              for (Feature feature : features) {
                writing.insert(feature);
              }
              return "";
            });
  }

  private List<ReleasedCounts.Cell> released() {
    return root.findReleased(VIEWER, "incident").orElseThrow().cells();
  }

  private List<String> wouldTell(String province) throws SQLException {
    return wouldTell(province, 5);
  }

  /** Months and figures that would be told of a province if now were the fixed moment. */
  private List<String> wouldTell(String province, int below) throws SQLException {
    return Databases.texts(
        address,
        "select c.month || ' ' || c.at_least from vigie.count_cells('incident', 'admin1', "
            + below
            + ", now() + interval '1 second') c where c.area = '"
            + province
            + "' order by 1");
  }

  /** The deliberate fault: what is visible and what is not, counted as one. */
  private String roundedTogether(String province) throws SQLException {
    return Databases.texts(
            address,
            "select (5 * (count(*) / 5))::text from vigie.feature"
                + " where properties ->> 'admin1' = '"
                + province
                + "'")
        .get(0);
  }
}
