package org.vigie.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class ManyIncidentsLoadTest {

  private static final int COUNT = 2_500;

  private final LayerCatalog layers = LayerFiles.read();
  private final List<String> told = new ArrayList<>();

  @Test
  void aLoadThatWasCutOffGoesOnAndOneThatIsThereDoesNothing(DatabaseAddress address)
      throws Exception {
    try (PostgisStore root = PostgisStore.open(address, layers)) {
      FeatureStore store = root.as(Access.everything(ExerciseLoad.AUTHOR));
      assertThat(ManyIncidentsLoad.wanted(store)).isEmpty();
      assertThatThrownBy(() -> new ManyIncidentsLoad(store, this::cutOff, 1_000).run(COUNT))
          .hasMessage("cut off");
      assertThat(store.count(FeatureQuery.of(layers.get("incident")))).isEqualTo(2_000);
      assertThat(ManyIncidentsLoad.wanted(store)).hasValue(COUNT);

      new ManyIncidentsLoad(store, told::add, 1_000).run(COUNT);

      assertThat(told.get(told.size() - 1)).startsWith("2,500 of 2,500 incidents, ");
      assertThat(store.count(FeatureQuery.of(layers.get("incident")))).isEqualTo(COUNT);
      for (Feature each : new ManyIncidents(Exercise.SEED).features(1_990, 2_010).toList()) {
        Feature stored = store.find("incident", each.id()).orElseThrow();
        assertThat(stored.properties()).isEqualTo(each.properties());
        assertThat(stored.validTime()).isEqualTo(each.validTime());
        assertThat(stored.compartments()).isEqualTo(each.compartments());
      }
      LogPosition position = store.position();
      told.clear();
      new ManyIncidentsLoad(store, told::add, 1_000).run(COUNT);
      assertThat(store.position()).isEqualTo(position);
      assertThat(told).isEmpty();
    }
  }

  /** Between the second part and the third. */
  private void cutOff(String sentence) {
    if (sentence.startsWith("2,000 of")) {
      throw new IllegalStateException("cut off");
    }
  }
}
