package org.vigie.geodata.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

class LikenessTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4326);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> PARTIES =
      List.of("Kalmé Front", "Red River Militia", "Unidentified armed group", "National Guard");
  private static final List<String> PLACES = List.of("Kolo", "Batala", "Mbourou", "Sekoura");
  private static final List<String> TYPES = List.of("BATTLES", "RIOTS", "CRIME");
  private static final List<String> DEEDS =
      List.of("attacked a convoy near", "burned houses in", "blocked the road to", "clashed at");

  @Test
  void whatIsTheSameScoresOneAndSaysWhy() {
    Feature one = incident(21.5, 5.5, NOON, Map.of("perpetrator", "Kalmé Front"));
    Likeness likeness = Likeness.of(one, one.withId(FeatureId.random()));
    assertThat(likeness.score()).isEqualTo(1);
    assertThat(likeness.reasons())
        .containsExactly(
            "same place",
            "same time",
            "text 100 % alike",
            "same type",
            "both name Kalmé Front",
            "both at Kolo");
  }

  @Test
  void aSecondAccountOfOneEventIsWorthALookAndTheReasonsSayWhatIsAlike() {
    Feature one =
        incident(21.5, 5.5, NOON, Map.of("perpetrator", "Kalmé Front", "killed_best", 4L));
    Feature other =
        incident(
            21.51,
            5.5,
            NOON.plus(Duration.ofHours(3)),
            Map.of(
                "title", "EXERCISE Kalme Front raid on Kolo, five dead",
                "perpetrator", "KALME FRONT",
                "killed_best", 5L));
    Likeness likeness = Likeness.of(one, other);
    assertThat(likeness.isWorthALook()).as("%s", likeness).isTrue();
    assertThat(likeness.reasons())
        .contains("1.1 km apart, within both radii", "3 hours apart", "same type")
        .anyMatch(reason -> reason.startsWith("both name "));
  }

  @Test
  void tooFarInSpaceOrTimeIsNothingWhateverElseIsAlike() {
    Feature one = incident(21.5, 5.5, NOON, Map.of());
    assertThat(Likeness.of(one, incident(22.5, 5.5, NOON, Map.of())).score()).isZero();
    Feature later = incident(21.5, 5.5, NOON.plus(Duration.ofDays(3)), Map.of());
    assertThat(Likeness.of(one, later)).isEqualTo(new Likeness(0, List.of()));
  }

  @Test
  void sourcesThatCountOnTheirOwnArePairedWithinTheRulesOnly() {
    Feature own = incident(21.5, 5.5, NOON, Map.of("perpetrator_type", "REBEL", "killed_best", 4L));
    Provenance acled = new Provenance("acled", "EX1", null, Map.of());
    assertThat(Likeness.of(own, own.withProvenance(acled)).score()).isEqualTo(1);
    assertThat(Likeness.of(own, own.withProvenance(acled).withProperty("killed_best", 9L)).score())
        .as("fatalities do not meet")
        .isZero();
    assertThat(
            Likeness.of(own, own.withProvenance(acled).withProperty("perpetrator_type", "STATE"))
                .score())
        .as("no kind of party in common")
        .isZero();
    Feature beyond = incident(21.55, 5.5, NOON, Map.of()).withProvenance(acled);
    assertThat(Likeness.of(own, beyond).score()).as("beyond the larger radius").isZero();
    assertThat(Likeness.of(own, beyond.withProvenance(Provenance.own())).score()).isPositive();
  }

  @Test
  void theOrderOfTheTwoDoesNotMatterAndTheScoreIsBetweenNoughtAndOne() {
    Random random = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      Feature one = random(random);
      Feature other = random.nextBoolean() ? random(random) : retold(one, random);
      Likeness likeness = Likeness.of(one, other);
      assertThat(Likeness.of(other, one)).isEqualTo(likeness);
      assertThat(likeness.score()).isBetween(0.0, 1.0);
      assertThat(Likeness.of(one, one.withId(FeatureId.random())).score()).isEqualTo(1);
    }
  }

  /** The figures stand in docs/reliability.md; a worse weighing or threshold fails here. */
  @Test
  void plantedDuplicatesAreFoundAmongOthersOfTheSameDaysAndPlaces() {
    Random random = new Random(20261122);
    int found = 0;
    int wrong = 0;
    int planted = 300;
    for (int i = 0; i < planted; i++) {
      Feature one = random(random);
      if (Likeness.of(one, retold(one, random)).isWorthALook()) {
        found++;
      }
    }
    List<Feature> others = random.ints(600).mapToObj(x -> random(random)).toList();
    for (int i = 0; i < others.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Likeness.of(others.get(i), others.get(j)).isWorthALook()) {
          wrong++;
        }
      }
    }
    double recall = (double) found / planted;
    double precision = (double) found / (found + wrong);
    System.getLogger("duplicates")
        .log(
            System.Logger.Level.INFO,
            "recall {0} of {1}, {2} wrong among 179700 pairs: {3} and {4}",
            found,
            planted,
            wrong,
            recall,
            precision);
    assertThat(recall).as("recall").isGreaterThan(0.9);
    assertThat(precision).as("precision").isGreaterThan(0.9);
  }

  private static Feature random(Random random) {
    String place = pick(PLACES, random);
    String party = pick(PARTIES, random);
    return incident(
        21 + random.nextDouble(),
        5 + random.nextDouble(),
        NOON.plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60))),
        Map.of(
            "title",
            "EXERCISE " + party + " " + pick(DEEDS, random) + " " + place,
            "type",
            pick(TYPES, random),
            "perpetrator",
            party,
            "place_name",
            place,
            "killed_best",
            (long) random.nextInt(8)));
  }

  /** As a second source tells it: other words, a place and time not quite the same. */
  private static Feature retold(Feature one, Random random) {
    Map<String, Object> said = new LinkedHashMap<>(one.properties());
    said.put(
        "title", said.get("title") + pick(List.of(", sources say", " in the night", ""), random));
    long killed = (Long) said.get("killed_best");
    said.put("killed_best", Math.max(0, killed + random.nextInt(3) - 1));
    if (random.nextInt(4) == 0) {
      said.remove("perpetrator");
    }
    Coordinate at = Objects.requireNonNull(one.geometry()).getCoordinate();
    Coordinate moved = Geodesy.destination(at.x, at.y, random.nextInt(360), random.nextInt(3_000));
    Instant start = Objects.requireNonNull(one.validTime()).start();
    return incident(
        moved.x,
        moved.y,
        Objects.requireNonNull(start).plus(Duration.ofMinutes(random.nextInt(360) - 180)),
        said);
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static Feature incident(double lon, double lat, Instant at, Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", "EXERCISE Kalmé Front attacked Kolo");
    properties.put("type", "BATTLES");
    properties.put("place_name", "Kolo");
    properties.putAll(more);
    return new Feature(
        FeatureId.random(),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        new TimeSpan(at, null),
        TimePrecision.EXACT_MINUTE,
        LocationClass.VILLAGE,
        2_000.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        Provenance.own(),
        0,
        null);
  }
}
