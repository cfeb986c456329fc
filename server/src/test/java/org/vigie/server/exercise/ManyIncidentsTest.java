package org.vigie.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/** What can be promised of the many incidents; shares are of a sample that the seed fixes. */
class ManyIncidentsTest {

  private static final int SAMPLE = 30_000;
  private static ManyIncidents made;
  private static List<Feature> sample;

  @BeforeAll
  static void make() {
    made = new ManyIncidents(Exercise.SEED);
    sample = made.features(0, SAMPLE).toList();
  }

  @Test
  void anIncidentDependsOnTheSeedAndItsNumberAlone() {
    assertThat(new ManyIncidents(Exercise.SEED).features(29_000, 29_100).toList())
        .isEqualTo(sample.subList(29_000, 29_100));
    assertThat(new ManyIncidents(7).features(0, 1).toList()).isNotEqualTo(sample.subList(0, 1));
    assertThat(made.features(9_999_990, 10_000_000)).hasSize(10);
  }

  @Test
  void eachIsWhatItsLayerAsksForAndSaysThatItIsExercise() {
    FeatureCheck check = new FeatureCheck(LayerFiles.read().get("incident"), Clock.systemUTC());
    assertThat(sample.stream().flatMap(each -> check.faults(each).stream()).limit(3)).isEmpty();
    assertThat(sample)
        .allMatch(each -> String.valueOf(each.properties().get("title")).startsWith("EXERCISE: "))
        .allMatch(each -> Boolean.TRUE.equals(each.properties().get("exercise")));
    assertThat(sample.stream().map(Feature::id).distinct()).hasSize(SAMPLE);
  }

  @Test
  void placesAreOfVeryDifferentWeightAndManyIncidentsLieOnTheSamePoint() {
    Map<Coordinate, Integer> byPoint = new HashMap<>();
    sample.stream()
        .filter(each -> each.geometry() != null)
        .forEach(each -> byPoint.merge(each.geometry().getCoordinate(), 1, Integer::sum));
    int[] counts = byPoint.values().stream().mapToInt(n -> n).sorted().toArray();
    assertThat(counts[counts.length - 1]).isGreaterThan(SAMPLE / 100);
    assertThat(Arrays.stream(counts).filter(n -> n > 1).sum())
        .as("on a point with others")
        .isBetween(SAMPLE / 5, SAMPLE * 3 / 5);
    assertThat(Arrays.stream(counts).filter(n -> n == 1).count())
        .as("alone on their point")
        .isGreaterThan(SAMPLE / 3);
    assertThat(sample).anyMatch(each -> each.geometry() == null);
  }

  @Test
  void tenYearsGrowAndHaveWeeksAndAllThirtyKinds() {
    Map<Integer, Long> byYear =
        sample.stream()
            .collect(Collectors.groupingBy(each -> date(each).getYear(), Collectors.counting()));
    assertThat(byYear)
        .containsOnlyKeys(2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
    assertThat(byYear.get(2025)).isGreaterThan(byYear.get(2017) * 3 / 2);
    long sundays =
        sample.stream().filter(each -> date(each).getDayOfWeek() == DayOfWeek.SUNDAY).count();
    assertThat(sundays).isBetween(SAMPLE / 14L, SAMPLE / 8L);
    assertThat(sample.stream().map(each -> each.properties().get("subtype")).distinct())
        .hasSize(30);
    assertThat(sample).allMatch(each -> !each.validTime().end().isAfter(Exercise.END));
  }

  @Test
  void mostAreForEverybodyAndHarmNobodyAndSomeLastDays() {
    assertThat(share(each -> each.classification() == Classification.UNCLASSIFIED))
        .isBetween(0.6, 0.9);
    assertThat(share(each -> !each.compartments().isEmpty())).isBetween(0.01, 0.2);
    assertThat(share(each -> Long.valueOf(0).equals(each.properties().get("killed_best"))))
        .isBetween(0.75, 0.97);
    assertThat(
            share(
                each -> {
                  Instant start = each.validTime().start();
                  return each.validTime().end().isAfter(start.plusSeconds(86_400));
                }))
        .isBetween(0.04, 0.15);
  }

  private static double share(Predicate<Feature> what) {
    return (double) sample.stream().filter(what).count() / SAMPLE;
  }

  private static ZonedDateTime date(Feature feature) {
    return feature.validTime().start().atZone(ZoneOffset.UTC);
  }
}
