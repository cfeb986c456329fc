package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectedFieldsTest {

  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");
  private static final String NARRATIVE = "restricted_narrative";

  private DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore analyst;
  private FeatureStore reader;

  @BeforeAll
  void open(DatabaseAddress given) {
    address = given;
    root = PostgisStore.open(address, Incidents.CATALOG);
    analyst = root.as(access(Role.ANALYST, Classification.STRICTLY_CONFIDENTIAL));
    Access without = access(Role.ANALYST, Classification.UNCLASSIFIED);
    assertThat(without.protections()).isEmpty();
    reader = root.as(without);
  }

  @AfterAll
  void close() {
    root.close();
  }

  private static Access access(Role role, Classification clearance) {
    return Entitlements.of(Incidents.CATALOG)
        .access(new Author(role.word()), Set.of(role), clearance, Set.of(), Optional.empty());
  }

  private static Feature incident(String narrative) {
    Map<String, Object> properties = new HashMap<>(Map.of("type", "BATTLES", "title", "a clash"));
    if (!narrative.isEmpty()) {
      properties.put(NARRATIVE, narrative);
    }
    return Incidents.at(1, 1, Incidents.DAY, properties);
  }

  private Feature insert(FeatureStore store, Feature feature) throws Exception {
    return store.write(writing -> writing.insert(feature));
  }

  private static Feature with(Feature feature, String property, Object value) {
    Map<String, Object> properties = new HashMap<>(feature.properties());
    properties.put(property, value);
    return feature.withProperties(properties);
  }

  @Test
  void whoMaySeesItAndWhoMayNotSeesTheRest() throws Exception {
    Feature stored = insert(analyst, incident("EXERCISE secret of the first"));

    assertThat(stored.properties()).containsEntry(NARRATIVE, "EXERCISE secret of the first");
    assertThat(analyst.find("incident", stored.id()).orElseThrow().properties())
        .containsEntry(NARRATIVE, "EXERCISE secret of the first");
    assertThat(reader.find("incident", stored.id()).orElseThrow().properties())
        .doesNotContainKey(NARRATIVE)
        .containsEntry("title", "a clash");
  }

  @Test
  void theDocumentsOfFeaturesAndLogNeverHoldIt() throws Exception {
    insert(analyst, incident("EXERCISE secret of the tables"));
    String seen = "%secret of the tables%";

    for (String table : List.of("feature", "change")) {
      assertThat(
              Databases.texts(
                  address,
                  "select id from vigie." + table + " f where f::text like '" + seen + "'"))
          .as(table)
          .isEmpty();
    }
    // the same question of the table that holds it: else it would be true of anything
    assertThat(
            Databases.texts(
                address,
                "select id from vigie.protected_value p where p::text like '" + seen + "'"))
        .hasSize(1);
  }

  @Test
  void anEditByWhoSeesLessLosesNothing() throws Exception {
    Feature stored = insert(analyst, incident("EXERCISE kept"));
    Feature seen = reader.find("incident", stored.id()).orElseThrow();

    reader.write(writing -> writing.replace(with(seen, "title", "corrected"), 1));

    assertThat(analyst.find("incident", stored.id()).orElseThrow().properties())
        .containsEntry(NARRATIVE, "EXERCISE kept")
        .containsEntry("title", "corrected");
  }

  @Test
  void whoMayNotSeeItCannotSetItEither() throws Exception {
    Feature stored = insert(reader, incident(""));

    assertThatThrownBy(() -> insert(reader, incident("EXERCISE forged")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no such property");
    assertThatThrownBy(
            () -> reader.write(w -> w.replace(with(stored, NARRATIVE, "EXERCISE forged"), 1)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void whoMayTakesItAwayAgain() throws Exception {
    Feature stored = insert(analyst, incident("EXERCISE to be taken away"));
    Map<String, Object> less = new HashMap<>(stored.properties());
    less.remove(NARRATIVE);

    analyst.write(writing -> writing.replace(stored.withProperties(less), 1));

    assertThat(analyst.find("incident", stored.id()).orElseThrow().properties())
        .doesNotContainKey(NARRATIVE);
  }

  @Test
  void historyAndThePastTellItOnlyToThoseWhoMay() throws Exception {
    Feature stored = insert(analyst, incident("EXERCISE first"));
    Instant then = stored.recordedAt();
    analyst.write(writing -> writing.replace(with(stored, NARRATIVE, "EXERCISE second"), 1));

    assertThat(analyst.history("incident", stored.id()))
        .extracting(change -> change.after().orElseThrow().properties().get(NARRATIVE))
        .containsExactly("EXERCISE first", "EXERCISE second");
    assertThat(reader.history("incident", stored.id()))
        .flatExtracting(change -> change.after().orElseThrow().properties().keySet())
        .doesNotContain(NARRATIVE);
    Instant known = analyst.history("incident", stored.id()).get(0).committedAt();
    assertThat(analyst.find("incident", stored.id(), known).orElseThrow().properties())
        .containsEntry(NARRATIVE, "EXERCISE first");
    assertThat(reader.find("incident", stored.id(), known).orElseThrow().properties())
        .doesNotContainKey(NARRATIVE);
    assertThat(then).isNotNull();
  }

  @Test
  void theLogStreamsItOnlyToThoseWhoMay() throws Exception {
    long before = analyst.position().sequence();
    insert(analyst, incident("EXERCISE streamed"));

    assertThat(streamed(analyst, before)).contains("EXERCISE streamed");
    assertThat(streamed(reader, before)).doesNotContain("EXERCISE streamed").contains("a clash");
  }

  private static String streamed(FeatureStore store, long after) {
    StringBuilder all = new StringBuilder();
    store.forEachChange(after, (Change change) -> all.append(change.after()));
    return all.toString();
  }

  @Test
  void whoMayFiltersByItAndForTheOthersItIsNoName() throws Exception {
    Feature stored = insert(analyst, incident("EXERCISE filter me"));
    Filter filter = Cql2Text.parse("restricted_narrative = 'EXERCISE filter me'");
    FeatureQuery query = FeatureQuery.of(INCIDENT).withFilter(filter);

    assertThat(analyst.count(query)).isEqualTo(1);
    assertThat(analyst.page(query, 5, Optional.empty()).features())
        .extracting(Feature::id)
        .containsExactly(stored.id());
    Layer seen = INCIDENT.visibleTo(access(Role.ANALYST, Classification.UNCLASSIFIED));
    assertThatThrownBy(() -> Queryables.of(seen).check(filter))
        .isInstanceOf(BadInputException.class);
    assertThat(messageOf(seen, "restricted_narrative = 'x'").replace("restricted_narrative", "?"))
        .isEqualTo(
            messageOf(seen, "restricted_narratixe = 'x'").replace("restricted_narratixe", "?"));
    assertThatThrownBy(() -> reader.count(query)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String messageOf(Layer layer, String filter) {
    try {
      Queryables.of(layer).check(Cql2Text.parse(filter));
      return "accepted";
    } catch (BadInputException refused) {
      return refused.faults().toString();
    }
  }

  @Test
  void aLoadKeepsItApartAndItsUndoPutsTheFormerBack() throws Exception {
    Feature first = Incidents.withSource(incident("EXERCISE of the first load"), "test", "apart");
    load(first);
    var second = load(with(first, NARRATIVE, "EXERCISE of the second load"));

    assertThat(narrativeOf("apart")).isEqualTo("EXERCISE of the second load");
    analyst.undo(second);
    assertThat(narrativeOf("apart")).isEqualTo("EXERCISE of the first load");
    assertThat(
            Databases.texts(
                address,
                "select 1 from vigie.change c where c::text like '%EXERCISE of the % load%'"))
        .isEmpty();
  }

  @Test
  void loadingTheSameTwiceChangesNothing() throws Exception {
    Feature same = Incidents.withSource(incident("EXERCISE same"), "test", "same");
    load(same);

    try (BulkLoad again = analyst.open("incident", "again")) {
      again.add(same);
      assertThat(again.preview().unchanged()).isEqualTo(1);
    }
  }

  private java.util.UUID load(Feature feature) throws Exception {
    try (BulkLoad load = analyst.open("incident", "load")) {
      load.add(feature);
      return load.commit().id();
    }
  }

  private Object narrativeOf(String sourceId) throws Exception {
    Filter named = Cql2Text.parse("source_id = '" + sourceId + "'");
    return analyst
        .page(FeatureQuery.of(INCIDENT).withFilter(named), 5, Optional.empty())
        .features()
        .get(0)
        .properties()
        .get(NARRATIVE);
  }

  @Test
  void theSourceRecordDoesNotTellIt() throws Exception {
    Feature imported = incident("EXERCISE of the record");
    Map<String, String> record =
        Map.of(
            "Restricted narrative", "EXERCISE of the record",
            "remarks", "see: EXERCISE of the record",
            "district", "North");
    Feature stored =
        insert(
            analyst,
            imported.withProvenance(
                new org.vigie.geodata.model.Provenance("test", "record", null, record)));

    assertThat(stored.provenance().original()).isEqualTo(Map.of("district", "North"));
  }

  @Test
  void theProtectionsAreThoseOfTheRoleAlone() {
    assertThat(access(Role.DUTY_OFFICER, Classification.STRICTLY_CONFIDENTIAL).protections())
        .doesNotContain(Protection.SOURCE_IDENTITY);
  }
}
