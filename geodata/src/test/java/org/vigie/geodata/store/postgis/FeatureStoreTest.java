package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeatureStoreTest {

  private static final Author AUTHOR = new Author("test");
  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");

  private PostgisStore root;
  private FeatureStore store;

  @BeforeAll
  void open(DatabaseAddress address) {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(AUTHOR));
  }

  @AfterAll
  void close() {
    root.close();
  }

  private Feature insert(Feature feature) throws Exception {
    return store.write(writing -> writing.insert(feature));
  }

  @Test
  void whatIsInsertedIsFoundAsItWas() throws Exception {
    Feature sent =
        Incidents.withSource(
            Incidents.at(
                1.25,
                -2.5,
                Instant.parse("2025-01-02T03:04:05.678901Z"),
                Map.of(
                    "type",
                    "PROTESTS",
                    "title",
                    "Äthiopien ☂ 𝄞 \"quoted\" \\ back",
                    "killed_best",
                    3L,
                    "exercise",
                    true,
                    "flags",
                    List.of("A", "B"),
                    "casualties",
                    List.of(Map.of("killed", 2L)))),
            "test",
            "whatIsInserted");
    Feature stored = insert(sent);
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.recordedAt()).isNotNull();
    Feature found = store.find("incident", sent.id()).orElseThrow();
    assertThat(found).isEqualTo(stored);
    assertThat(found.properties()).isEqualTo(sent.properties());
    assertThat(found.validTime()).isEqualTo(sent.validTime());
    assertThat(found.provenance()).isEqualTo(sent.provenance());
    assertThat(found.geometry().getCoordinate()).isEqualTo(sent.geometry().getCoordinate());
  }

  @Test
  void anUnknownIdIsAbsent() {
    assertThat(store.find("incident", FeatureId.random())).isEmpty();
  }

  @Test
  void aReplacementNeedsTheVersionThatWasEdited() throws Exception {
    Feature first = insert(Incidents.at(5, 5));
    Feature second =
        store.write(w -> w.replace(Incidents.withProperties(first, Map.of("title", "second")), 1));
    assertThat(second.version()).isEqualTo(2);
    assertThatThrownBy(() -> store.write(w -> w.replace(first, 1)))
        .isInstanceOfSatisfying(
            StaleVersionException.class, e -> assertThat(e.currentVersion()).isEqualTo(2));
    assertThat(store.find("incident", first.id())).contains(second);
  }

  @Test
  void aDeletedFeatureIsGoneAndStaysGone() throws Exception {
    Feature feature = insert(Incidents.at(6, 6));
    store.write(
        w -> {
          w.delete("incident", feature.id(), 1);
          return true;
        });
    assertThat(store.find("incident", feature.id())).isEmpty();
    assertThatThrownBy(() -> store.write(w -> w.replace(feature, 1)))
        .isInstanceOfSatisfying(
            StaleVersionException.class, e -> assertThat(e.currentVersion()).isZero());
    assertThatThrownBy(() -> insert(feature))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("was deleted");
  }

  @Test
  void aFailedWriteLeavesNothingBehind() throws Exception {
    Feature feature = Incidents.at(7, 7);
    long before = store.position().sequence();
    assertThatThrownBy(
            () ->
                store.write(
                    w -> {
                      w.insert(feature);
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(store.find("incident", feature.id())).isEmpty();
    assertThat(store.position().sequence()).isEqualTo(before);
  }

  @Test
  void aPageSaysHowManyMatchAndWhereTheNextOneStarts() throws Exception {
    for (int i = 0; i < 5; i++) {
      insert(Incidents.at(100 + i * 0.1, 50));
    }
    FeatureQuery query = FeatureQuery.of(INCIDENT).withBbox(new BoundingBox(99.9, 49.9, 101, 50.1));
    var first = store.page(query, 3, Optional.empty());
    assertThat(first.numberMatched()).isEqualTo(5);
    assertThat(first.features()).hasSize(3);
    var second = store.page(query, 3, first.next());
    assertThat(second.features()).hasSize(2).doesNotContainAnyElementsOf(first.features());
    assertThat(second.next()).isEmpty();
    assertThat(store.count(query)).isEqualTo(5);
    assertThat(store.extent(query).orElseThrow()).isEqualTo(new BoundingBox(100, 50, 100.4, 50));
  }
}
