package org.vigie.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Feature;

/** What can be promised of every feature of the exercise. */
class ExerciseTest {

  private static final LayerCatalog LAYERS = LayerFiles.read();
  private static Exercise exercise;

  @BeforeAll
  static void make() {
    exercise = new Exercise(Exercise.SEED);
  }

  @Test
  void theSameSeedGivesTheSameFeatures() {
    Exercise again = new Exercise(Exercise.SEED);
    for (String layer : Exercise.layers()) {
      assertThat(digest(again, layer)).as(layer).isEqualTo(digest(exercise, layer));
    }
  }

  @Test
  void anotherSeedGivesAnotherCountryThatHoldsTogetherToo() {
    Exercise other = new Exercise(7);
    assertThat(other.country().land().equalsExact(exercise.country().land())).isFalse();
    for (String layer : Exercise.layers()) {
      Layer declared = LAYERS.get(layer);
      FeatureCheck check = new FeatureCheck(declared, Clock.systemUTC());
      assertThat(other.features(layer).flatMap(f -> check.faults(f).stream()).limit(3).toList())
          .as(layer)
          .isEmpty();
    }
  }

  @Test
  void everyFeatureIsWhatItsLayerAsksFor() {
    for (String layer : Exercise.layers()) {
      FeatureCheck check = new FeatureCheck(LAYERS.get(layer), Clock.systemUTC());
      assertThat(exercise.features(layer).flatMap(f -> check.faults(f).stream()).limit(3).toList())
          .as(layer)
          .isEmpty();
    }
  }

  @Test
  void everyKindOfIncidentIsInTheCodeListsUnderItsType() {
    Layer incident = LAYERS.get("incident");
    for (Subtype subtype : Subtype.values()) {
      assertThat(incident.findProperty("subtype").orElseThrow().findChoice(subtype.name()))
          .as(subtype.name())
          .hasValueSatisfying(choice -> assertThat(choice.broader()).isEqualTo(subtype.type()));
    }
  }

  /** What an analysis found is nobody's to invent: suggestions come of runs alone. */
  @Test
  void everyLayerOfAMissionButSuggestionsIsFilledAndNamedOnce() {
    assertThat(Exercise.layers())
        .containsExactlyInAnyOrderElementsOf(
            LAYERS.list().stream()
                .map(Layer::name)
                .filter(name -> !name.equals("hotspot-suggestion"))
                .toList());
    for (String layer : Exercise.layers()) {
      List<String> ids = exercise.features(layer).map(f -> f.provenance().sourceId()).toList();
      assertThat(ids).as(layer).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void everyFeatureSaysThatItIsExercise() {
    for (String layer : Exercise.layers()) {
      assertThat(exercise.features(layer))
          .allSatisfy(
              f -> {
                assertThat(f.properties()).containsEntry("exercise", true);
                assertThat(f.provenance().sourceSystem()).isEqualTo("exercise");
              });
    }
  }

  @Test
  void everythingLiesInTheOpenSeaThatWasSetAside() {
    Envelope sea = new Envelope(-25, -18, -14, -8);
    for (String layer : Exercise.layers()) {
      assertThat(exercise.features(layer))
          .allSatisfy(
              f -> {
                if (f.geometry() != null) {
                  assertThat(f.geometry().isValid()).isTrue();
                  assertThat(sea.covers(f.geometry().getEnvelopeInternal())).isTrue();
                }
              });
    }
  }

  @Test
  void provincesAndDistrictsMakeUpTheCountryWithoutGapOrOverlap() {
    AdminAreas areas = exercise.country().areas();
    Geometry land = exercise.country().land();
    assertThat(areas.provinces()).hasSize(Settlements.CITIES);
    assertThat(areas.districts()).hasSize(Settlements.TOWNS);
    for (List<AdminAreas.Area> level : List.of(areas.provinces(), areas.districts())) {
      double sum = level.stream().mapToDouble(a -> a.shape().getArea()).sum();
      assertThat(sum).isCloseTo(land.getArea(), org.assertj.core.data.Offset.offset(1e-9));
      Geometry union = Partition.union(level.stream().map(AdminAreas.Area::shape).toList());
      assertThat(union.symDifference(land).getArea()).isZero();
    }
  }

  @Test
  void everyProvinceHoldsItsCityAndEveryDistrictItsTown() {
    AdminAreas areas = exercise.country().areas();
    assertThat(areas.provinces())
        .allSatisfy(p -> assertThat(areas.provinceAt(p.seat().km()).code()).isEqualTo(p.code()));
    assertThat(areas.districts())
        .allSatisfy(d -> assertThat(areas.districtAt(d.seat().km()).code()).isEqualTo(d.code()));
  }

  @Test
  void placesRoadsAndIncidentsAreOnLand() {
    PreparedGeometry land = PreparedGeometryFactory.prepare(exercise.country().land());
    for (String layer : List.of("place", "road", "base", "medical-facility", "ied-report")) {
      assertThat(exercise.features(layer)).as(layer).allMatch(f -> land.covers(f.geometry()));
    }
    long atSea =
        exercise
            .features("incident")
            .filter(f -> f.geometry() != null && !land.covers(f.geometry()))
            .count();
    // a rounded "near" may fall into a bay
    assertThat(atSea).isLessThan(250);
  }

  @Test
  void theCapitalLiesOnABay() {
    Settlement capital = exercise.country().settlements().list().get(0);
    assertThat(exercise.country().terrain().coastKm(capital.cell())).isLessThan(5);
  }

  @Test
  void everyTownOfTheMainIslandCanBeReachedByRoad() {
    Country country = exercise.country();
    Router router = new Router(country.roads());
    Settlement capital = country.settlements().list().get(0);
    long cutOff =
        country.settlements().list().stream()
            .filter(s -> Double.isInfinite(router.hours(capital.cell(), s.cell())))
            .filter(s -> s.kind() != Settlement.Kind.VILLAGE)
            .count();
    assertThat(cutOff).as("towns on islets").isLessThanOrEqualTo(6);
  }

  @Test
  void riversRunIntoTheSeaOrIntoAnotherRiver() {
    Country country = exercise.country();
    STRtree waters = new STRtree();
    for (Rivers.River river : country.rivers().list()) {
      waters.insert(river.line().getEnvelopeInternal(), river.line());
    }
    for (Rivers.River river : country.rivers().list()) {
      Coordinate mouth = river.line().getCoordinateN(river.line().getNumPoints() - 1);
      boolean atSea = country.terrain().coastKm(country.terrain().grid().cellAt(mouth)) < 4;
      assertThat(atSea || distance(waters, mouth, river.line()) < 2.5).isTrue();
    }
  }

  @Test
  void vehiclePatrolsKeepToTheRoads() {
    STRtree roads = new STRtree();
    for (Roads.Segment segment : exercise.country().roads().segments()) {
      roads.insert(segment.line().getEnvelopeInternal(), segment.line());
    }
    List<Feature> patrols =
        exercise
            .features("patrol")
            .filter(f -> f.geometry() != null)
            .filter(f -> f.properties().get("patrol_type").equals("LONG_RANGE"))
            .toList();
    assertThat(patrols).hasSizeGreaterThan(300);
    for (Feature patrol : patrols.subList(0, 60)) {
      for (Coordinate at : patrol.geometry().getCoordinates()) {
        assertThat(distance(roads, Plane.toKm(at), null)).isLessThan(0.5);
      }
    }
  }

  @Test
  void patrolsAndAlertsKeepTheOrderOfTheirTimes() {
    assertThat(exercise.features("patrol"))
        .allMatch(f -> f.validTime().end().isAfter(f.validTime().start()));
    assertThat(exercise.features("poc-alert"))
        .allSatisfy(
            f -> {
              List<Comparable<Object>> times = new java.util.ArrayList<>();
              for (String key :
                  List.of(
                      "received_at", "decided_at", "dispatched_at", "arrived_at", "feedback_at")) {
                Object time = f.properties().get(key);
                if (time != null) {
                  @SuppressWarnings("unchecked")
                  Comparable<Object> comparable = (Comparable<Object>) time;
                  times.add(comparable);
                }
              }
              assertThat(times).isSorted();
            });
  }

  @Test
  void whatIsLinkedIsThere() {
    Set<Object> refs = new HashSet<>();
    exercise.features("incident").forEach(f -> refs.add(f.properties().get("ref")));
    assertThat(exercise.features("report"))
        .allMatch(f -> refs.contains(f.properties().get("linked_incident")));
    for (String layer : List.of("ied-report", "poc-alert")) {
      assertThat(exercise.features(layer))
          .allMatch(
              f ->
                  f.properties().get("incident_ref") == null
                      || refs.contains(f.properties().get("incident_ref")));
    }
    Set<Object> hotspots = new HashSet<>();
    exercise.features("hotspot").forEach(f -> hotspots.add(f.properties().get("ref")));
    assertThat(exercise.features("hotspot"))
        .allMatch(
            f ->
                f.properties().get("previous_ref") == null
                    || hotspots.contains(f.properties().get("previous_ref")));
  }

  /**
   * Of every feature a hash, so that a failure names the first that differs and not its outline.
   */
  private static List<String> digest(Exercise exercise, String layer) {
    return exercise
        .features(layer)
        .map(f -> f.provenance().sourceId() + " " + f.toString().hashCode())
        .toList();
  }

  private static double distance(STRtree lines, Coordinate km, LineString but) {
    Envelope around = new Envelope(km);
    around.expandBy(4);
    double nearest = Double.MAX_VALUE;
    for (Object line : lines.query(around)) {
      if (but == null || !but.equals(line)) {
        nearest = Math.min(nearest, ((LineString) line).distance(Plane.KM.createPoint(km)));
      }
    }
    return nearest;
  }
}
