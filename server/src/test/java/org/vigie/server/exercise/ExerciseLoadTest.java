package org.vigie.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.postgis.ExerciseRecorder;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.TestDatabases;

class ExerciseLoadTest {

  /** Empty for each test, because an exercise begins its log. */
  private final DatabaseAddress address = TestDatabases.create();

  @TempDir Path mission;

  @AfterEach
  void drop() {
    TestDatabases.drop(address);
  }

  @Test
  void theLogTellsTheStoryAlsoAfterAStartThatWasCutOffAndEndsWithTheExerciseAsItIs()
      throws Exception {
    LayerCatalog layers = LayerFiles.read();
    try (PostgisStore root = PostgisStore.open(address, layers)) {
      FeatureStore store = root.as(Access.everything(new Author("test")));
      assertThat(ExerciseLoad.isIn(store)).isFalse();
      startAndCutOff(address, layers);
      assertThat(ExerciseLoad.isIn(store)).isFalse();
      assertThat(store.position().committedAt()).isAfter(Chronicle.FIRST).isBefore(Exercise.END);
      load(address, layers);
      assertThat(ExerciseLoad.isIn(store)).isTrue();

      Exercise exercise = new Exercise(Exercise.SEED);
      for (String layer : Exercise.layers()) {
        List<Feature> made = exercise.features(layer).toList();
        assertThat(store.count(FeatureQuery.of(layers.get(layer))))
            .as(layer)
            .isEqualTo(made.size() + (layer.equals("incident") ? Twin.COUNT : 0));
        for (Feature each : made.subList(Math.max(0, made.size() - 200), made.size())) {
          Feature stored = store.find(layer, each.id()).orElseThrow();
          // Of a protected type the place is generalised before it is stored.
          if (!"SEXUAL_VIOLENCE".equals(each.properties().get("subtype"))) {
            assertThat(stored.properties()).as(each.toString()).isEqualTo(each.properties());
          }
          assertThat(stored.validTime()).isEqualTo(each.validTime());
          assertThat(stored.classification()).isEqualTo(each.classification());
        }
      }
      assertThat(store.position().committedAt())
          .isBetween(Exercise.END.minusSeconds(3600), Exercise.END);
      assertThat(root.auditTrail().verify("").damages()).isEmpty();
      theLastWeeksHaveALife(store, layers.get("incident"));
      whatWasKnownGrows(store, layers.get("incident"));
    }
  }

  private static void theLastWeeksHaveALife(FeatureStore store, Layer incidents) throws Exception {
    FeatureQuery recent =
        FeatureQuery.of(incidents)
            .withDatetime(TimeSpan.of(Calendar.instant(Calendar.DAYS - 12, 0), Exercise.END));
    Set<String> authors = new TreeSet<>();
    List<Integer> versions = new ArrayList<>();
    Set<String> reasons = new TreeSet<>();
    for (Feature each : store.page(recent, 200, Optional.empty()).features()) {
      List<Change> history = store.history("incident", each.id());
      versions.add(history.size());
      Instant before = Instant.EPOCH;
      for (Change change : history) {
        assertThat(change.committedAt()).isAfter(before).isBefore(Exercise.END);
        before = change.committedAt();
        authors.add(change.author().name());
        reasons.add(change.reason());
      }
    }
    assertThat(versions).contains(1, 2, 3, 4, 5);
    assertThat(authors)
        .contains("duty-officer", "second-duty-officer", "analyst", "protection-adviser");
    assertThat(reasons).contains("Figures from the hospital");
  }

  private static void whatWasKnownGrows(FeatureStore store, Layer incidents) {
    long before = 0;
    for (int day : new int[] {200, 600, Calendar.DAYS - 30, Calendar.DAYS - 5, Calendar.DAYS}) {
      Instant moment = Calendar.instant(day, 0);
      long known = store.count(FeatureQuery.of(incidents).withAsKnownAt(moment));
      assertThat(known).as(moment.toString()).isGreaterThan(before);
      before = known;
    }
  }

  private static void startAndCutOff(DatabaseAddress address, LayerCatalog layers) {
    try (ExerciseRecorder recorder = recorder(address, layers)) {
      int[] asked = {0};
      ExerciseLoad cutOff =
          new ExerciseLoad(
              (author, moment) -> {
                if (++asked[0] == 200) {
                  throw new IllegalStateException("cut off");
                }
                return recorder.at(author, moment);
              },
              sentence -> {});
      assertThatThrownBy(cutOff::run).hasMessage("cut off");
    }
  }

  private static void load(DatabaseAddress address, LayerCatalog layers) throws Exception {
    try (ExerciseRecorder recorder = recorder(address, layers)) {
      new ExerciseLoad(recorder::at, sentence -> {}).run();
    }
  }

  private static ExerciseRecorder recorder(DatabaseAddress address, LayerCatalog layers) {
    return ExerciseRecorder.open(address, layers, ExerciseLoad.AUTHOR, Exercise.END);
  }

  @Test
  void aLayerThatAMissionAddsByOneFileKeepsFeatures() throws Exception {
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
