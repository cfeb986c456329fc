package org.vigie.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class ExerciseLoadTest {

  @TempDir Path mission;

  @Test
  void aSecondStartFindsEverythingThereAndChangesNothing(DatabaseAddress address) throws Exception {
    LayerCatalog layers = LayerFiles.read();
    try (PostgisStore root = PostgisStore.open(address, layers)) {
      FeatureStore store = root.as(Access.everything(new Author("test")));
      loadOlderEdition(store);
      List<String> told = new ArrayList<>();
      long loaded = new ExerciseLoad(store, told::add).run();
      assertThat(loaded).isGreaterThan(28_000);
      assertThat(told).anyMatch(t -> t.contains("incident"));
      Exercise exercise = new Exercise(Exercise.SEED);
      for (String layer : Exercise.layers()) {
        assertThat(store.count(FeatureQuery.of(layers.get(layer))))
            .as(layer)
            .isEqualTo(exercise.features(layer).count());
      }
      Feature made = exercise.features("incident").findFirst().orElseThrow();
      Feature stored = store.find("incident", made.id()).orElseThrow();
      assertThat(stored.properties()).isEqualTo(made.properties());
      assertThat(stored.validTime()).isEqualTo(made.validTime());

      long position = store.position().sequence();
      told.clear();
      assertThat(new ExerciseLoad(store, told::add).run()).isZero();
      assertThat(told).isEmpty();
      assertThat(store.position().sequence()).isEqualTo(position);
    }
  }

  /** One town that the present edition does not have. */
  private static void loadOlderEdition(FeatureStore store) throws Exception {
    try (BulkLoad load = store.open("place", Exercise.MISSION + ", seed 1, edition 0")) {
      load.add(
          new Draft("place", "MRL9999-99")
              .at(Plane.DEGREES.createPoint(new Coordinate(-21, -11)))
              .with("name", "Gone")
              .feature());
      load.commit();
    }
  }

  @Test
  void aLayerThatAMissionAddsByOneFileKeepsFeatures(DatabaseAddress address) throws Exception {
    Files.writeString(
        mission.resolve("checkpoint.layer.yaml"),
        """
        layer: checkpoint
        label: {en: Checkpoints, fr: Barrages}
        group: mission
        geometry: point
        time: state
        identity: [name]
        title: name
        symbol: orange square
        properties:
          name: {type: text, label: Name, required: true}
          fee: {type: number, label: Fee asked, minimum: 0}
        """);
    LayerCatalog layers = LayerFiles.read(Optional.of(mission));
    try (PostgisStore root = PostgisStore.open(address, layers)) {
      FeatureStore store = root.as(Access.everything(new Author("test")));
      Feature checkpoint =
          new Feature(
              FeatureId.random(),
              "checkpoint",
              Plane.DEGREES.createPoint(new Coordinate(-21, -11)),
              new TimeSpan(Instant.parse("2026-01-01T00:00:00Z"), null),
              null,
              null,
              null,
              Classification.UNCLASSIFIED,
              Set.of(),
              Map.of("name", "Bridge", "fee", 2.5),
              Provenance.own(),
              0,
              null);
      Feature stored = store.write(writing -> writing.insert(checkpoint));
      assertThat(store.find("checkpoint", stored.id()).orElseThrow().properties())
          .containsEntry("name", "Bridge")
          .containsEntry("fee", 2.5);
    }
  }
}
