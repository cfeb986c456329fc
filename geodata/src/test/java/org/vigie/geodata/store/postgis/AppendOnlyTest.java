package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.AppendOnlyException;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendOnlyTest {

  private PostgisStore root;
  private FeatureStore store;

  @BeforeAll
  void open(DatabaseAddress address) {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("test")));
  }

  @AfterAll
  void close() {
    root.close();
  }

  private static Feature report(String text) {
    Instant received = Instant.parse("2025-03-01T08:00:00Z");
    Feature incident = Incidents.at(2, 2);
    return new Feature(
        FeatureId.random(),
        "report",
        incident.geometry(),
        new TimeSpan(received, null),
        TimePrecision.EXACT_MINUTE,
        null,
        null,
        Classification.CONFIDENTIAL,
        java.util.Set.of(),
        Map.of("received_at", received, "channel", "RADIO", "raw_text", text),
        new Provenance("test", text, null, Map.of()),
        0,
        null);
  }

  private Feature insert(Feature feature) throws Exception {
    return store.write(writing -> writing.insert(feature));
  }

  private static Feature saying(Feature report, String text) {
    Map<String, Object> properties = new HashMap<>(report.properties());
    properties.put("raw_text", text);
    return report.withProperties(properties);
  }

  @Test
  void whatASourceSaidIsNotRewritten() throws Exception {
    Feature stored = insert(report("three shots"));

    assertThatThrownBy(() -> store.write(w -> w.replace(saying(stored, "four shots"), 1)))
        .isInstanceOf(AppendOnlyException.class);
    assertThat(store.find("report", stored.id()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void whatASourceSaidIsNotDeleted() throws Exception {
    Feature stored = insert(report("a lorry"));

    assertThatThrownBy(
            () ->
                store.write(
                    writing -> {
                      writing.delete("report", stored.id(), 1);
                      return true;
                    }))
        .isInstanceOf(AppendOnlyException.class);
    assertThat(store.find("report", stored.id())).isPresent();
  }

  @Test
  void itsMarksMayChange() throws Exception {
    Feature stored = insert(report("a name"));

    Feature raised =
        store.write(
            w ->
                w.replace(
                    stored.withMarks(Classification.STRICTLY_CONFIDENTIAL, stored.compartments()),
                    1));

    assertThat(raised.version()).isEqualTo(2);
  }

  @Test
  void aCorrectedFileDoesNotRewriteIt() throws Exception {
    Feature first = report("imported");
    try (BulkLoad load = store.open("report", "first")) {
      load.add(first);
      load.commit();
    }
    try (BulkLoad load = store.open("report", "corrected")) {
      load.add(saying(first, "imported, and corrected"));
      assertThat(load.commit().counts().updated()).isZero();
    }
  }

  @Test
  void incidentsMayBeRewritten() throws Exception {
    Feature incident = insert(Incidents.at(3, 3));

    assertThat(store.write(w -> w.replace(incident, 1)).version()).isEqualTo(2);
  }
}
