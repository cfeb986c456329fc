package org.vigie.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.layer.PlaceGeneralisation;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/**
 * Whether the exercise's figures look like a mission's, so that analyses have something to find.
 */
class ExerciseStatisticsTest {

  private static Exercise exercise;
  private static List<Feature> incidents;

  @BeforeAll
  static void make() {
    exercise = new Exercise(Exercise.SEED);
    incidents = exercise.features("incident").toList();
  }

  @Test
  void theNumbersAreThoseOfAMission() {
    assertThat(incidents.size()).isBetween(19_000, 22_500);
    assertThat(exercise.features("patrol")).hasSize(6000);
    assertThat(exercise.features("ied-report")).hasSize(500);
    assertThat(exercise.features("poc-alert")).hasSize(800);
    assertThat(exercise.features("hotspot").count()).isBetween(20L, 32L);
    assertThat(exercise.features("report").count()).isBetween(240L, 340L);
    assertThat(exercise.features("place").count()).isBetween(115L, 130L);
  }

  @Test
  void everyMonthHasIncidentsAndNoneOverwhelmsTheOthers() {
    Map<String, Long> byMonth =
        incidents.stream()
            .collect(
                Collectors.groupingBy(
                    f -> date(f).toString().substring(0, 7), TreeMap::new, Collectors.counting()));
    assertThat(byMonth).hasSize(36);
    assertThat(byMonth.values()).allMatch(n -> n > 300 && n < 1300);
  }

  @Test
  void whatIsOldIsSettledAndSomeHundredsWait() {
    Set<Object> waiting = Set.of("REPORTED", "TRIAGED", "CORROBORATING", "VERIFIED");
    LocalDate old = Calendar.END.minusDays(60);
    List<Feature> open =
        incidents.stream().filter(f -> waiting.contains(f.properties().get("status"))).toList();
    assertThat(open.size()).isBetween(150, 500);
    assertThat(open.stream().filter(f -> date(f).isBefore(old.minusDays(31))).count())
        .as("forgotten ones")
        .isBetween(5L, 60L);
    Map<Object, Long> byStatus =
        incidents.stream()
            .collect(
                Collectors.groupingBy(f -> f.properties().get("status"), Collectors.counting()));
    assertThat(byStatus.keySet())
        .containsExactlyInAnyOrder(
            "REPORTED",
            "TRIAGED",
            "CORROBORATING",
            "VERIFIED",
            "REFUTED",
            "UNVERIFIABLE",
            "CLOSED");
    assertThat(byStatus.values()).as("%s", byStatus).allMatch(n -> n >= 20);
  }

  @Test
  void everyTypeOccursAndNoneIsHalfOfAll() {
    Map<Object, Long> byType =
        incidents.stream()
            .collect(Collectors.groupingBy(f -> f.properties().get("type"), Collectors.counting()));
    assertThat(byType).hasSize(10);
    assertThat(byType.values()).allMatch(n -> n > 400 && n < incidents.size() / 2);
  }

  @Test
  void protestsGatherOnFridaysAndRobberiesOnMarketDays() {
    assertThat(count(of("PROTESTS").and(on(DayOfWeek.FRIDAY))))
        .isGreaterThan(4 * count(of("PROTESTS").and(on(DayOfWeek.SUNDAY))));
    Map<String, DayOfWeek> marketDays =
        exercise.country().settlements().list().stream()
            .collect(Collectors.toMap(Settlement::name, Settlement::marketDay));
    List<Feature> robberies =
        incidents.stream()
            .filter(f -> f.properties().get("subtype").equals("ARMED_ROBBERY"))
            .filter(f -> marketDays.containsKey(f.properties().get("place_name")))
            .filter(f -> exactDay(f))
            .toList();
    long onMarketDay =
        robberies.stream()
            .filter(
                f ->
                    date(f).getDayOfWeek()
                        == marketDays.get((String) f.properties().get("place_name")))
            .count();
    assertThat(onMarketDay).isGreaterThan(robberies.size() / 3);
  }

  @Test
  void floodsComeInTheRains() {
    List<Feature> floods =
        incidents.stream()
            .filter(f -> f.properties().get("subtype").equals("NATURAL_HAZARD_FLOOD"))
            .filter(f -> exactDay(f))
            .toList();
    assertThat(floods).hasSizeGreaterThan(100);
    assertThat(floods).allMatch(f -> date(f).getMonthValue() <= 6 || date(f).getMonthValue() >= 10);
  }

  @Test
  void oneProvinceDeterioratesWhileTheOthersDoNot() {
    String name = exercise.story().worsening().name();
    Predicate<Feature> there = f -> name.equals(f.properties().get("admin1"));
    LocalDate turn = Calendar.date(Story.WORSENING);
    Predicate<Feature> before =
        f -> !date(f).isBefore(turn.minusYears(1)) && date(f).isBefore(turn);
    Predicate<Feature> last = f -> !date(f).isBefore(Calendar.END.minusYears(1));
    assertThat(count(there.and(last))).isGreaterThan(2 * count(there.and(before)));
    assertThat(count(there.negate().and(last)))
        .isBetween(
            count(there.negate().and(before)) * 7 / 10,
            count(there.negate().and(before)) * 13 / 10);
  }

  @Test
  void theHotspotMovesWhenTheBaseOpens() {
    LocalDate opening = Calendar.date(Story.BASE_OPENS);
    Predicate<Feature> year =
        f -> date(f).isBefore(opening) && !date(f).isBefore(opening.minusYears(1));
    Predicate<Feature> yearAfter =
        f -> !date(f).isBefore(opening.plusMonths(2)) && date(f).isBefore(opening.plusMonths(14));
    Predicate<Feature> from = near(exercise.story().hotspotBefore());
    Predicate<Feature> to = near(exercise.story().hotspotAfter());
    assertThat(count(from.and(yearAfter))).isLessThan(count(from.and(year)) / 2);
    assertThat(count(to.and(yearAfter))).isGreaterThan(2 * count(to.and(year)));
    assertThat(exercise.deployment().bases())
        .anyMatch(
            b ->
                b.place().equals(exercise.story().hotspotBefore())
                    && b.opened() == Story.BASE_OPENS);
  }

  @Test
  void whereSomethingHappenedSomethingSoonHappensAgain() {
    List<Feature> exact =
        incidents.stream()
            .filter(f -> f.geometry() != null && exactDay(f))
            .filter(f -> String.valueOf(f.locationClass()).matches("GPS|SITE"))
            .limit(5000)
            .toList();
    List<Integer> days =
        exact.stream().map(f -> Calendar.day(date(f))).collect(Collectors.toList());
    long near = pairs(exact, days);
    long seed = 42;
    // the same places with their dates dealt anew (Knox)
    Collections.shuffle(days, new Random(seed));
    assertThat(near).as("seed " + seed).isGreaterThan(pairs(exact, days) * 13 / 10);
  }

  @Test
  void mostKillOneAndFewKillMany() {
    List<Long> deadly =
        incidents.stream()
            .map(f -> (Long) f.properties().get("killed_best"))
            .filter(n -> n > 0)
            .toList();
    assertThat(deadly.stream().filter(n -> n == 1).count()).isGreaterThan(deadly.size() / 2L);
    assertThat(deadly.stream().filter(n -> n >= 20).count()).isBetween(5L, 150L);
    assertThat(incidents)
        .allMatch(
            f ->
                (Long) f.properties().get("killed_low") <= (Long) f.properties().get("killed_best")
                    && (Long) f.properties().get("killed_best")
                        <= (Long) f.properties().get("killed_high"));
  }

  @Test
  void sexualViolenceIsKeptWithoutAnExactPlace() {
    PlaceGeneralisation places = new PlaceGeneralisation(LayerFiles.read().get("incident"));
    assertThat(incidents)
        .filteredOn(f -> f.properties().get("subtype").equals("SEXUAL_VIOLENCE"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            f -> {
              Feature kept = places.apply(f);
              assertThat(kept.geometry()).isNotEqualTo(f.geometry());
              assertThat(kept.radiusMetres()).isGreaterThan(5_000);
              assertThat(kept.properties()).doesNotContainKey("place_name");
            });
  }

  @Test
  void sevenIncidentsInTenAreForEverybodyAndEachRoleSeesAnotherMap() {
    double all = incidents.size();
    long viewer = count(f -> clears(f, Classification.UNCLASSIFIED, Set.of()));
    long confidential = count(f -> clears(f, Classification.CONFIDENTIAL, Set.of()));
    long poc = count(f -> clears(f, Classification.CONFIDENTIAL, Set.of("POC")));
    long both = count(f -> clears(f, Classification.CONFIDENTIAL, Set.of("POC", "C-IED")));
    assertThat(viewer / all).isBetween(0.65, 0.8);
    assertThat(List.of(viewer, confidential, poc, both, (long) all))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static boolean clears(Feature feature, Classification clearance, Set<String> held) {
    return feature.classification().compareTo(clearance) <= 0
        && held.containsAll(feature.compartments());
  }

  @Test
  void whatIsKeptApartIsMadeUpAndSaysSo() {
    List<Object> kept = new ArrayList<>();
    for (String layer : List.of("incident", "report", "poc-alert", "ied-report")) {
      Layer declared = LayerFiles.read().get(layer);
      exercise
          .features(layer)
          .forEach(
              f ->
                  declared.properties().stream()
                      .filter(p -> p.protection().isPresent())
                      .map(p -> f.properties().get(p.name()))
                      .filter(Objects::nonNull)
                      .forEach(kept::add));
    }
    assertThat(kept)
        .hasSizeGreaterThan(500)
        .allSatisfy(value -> assertThat((String) value).startsWith("EXERCISE"));
  }

  @Test
  void someIncidentsHaveNoPlaceAtAll() {
    assertThat(count(f -> f.geometry() == null)).isBetween(100L, 500L);
  }

  private static long count(Predicate<Feature> which) {
    return incidents.stream().filter(which).count();
  }

  private static Predicate<Feature> of(String type) {
    return f -> f.properties().get("type").equals(type) && exactDay(f);
  }

  private static Predicate<Feature> on(DayOfWeek weekday) {
    return f -> date(f).getDayOfWeek() == weekday;
  }

  private static Predicate<Feature> near(Settlement place) {
    return f ->
        f.geometry() != null && Plane.toKm(f.geometry().getCoordinate()).distance(place.km()) < 14;
  }

  private static boolean exactDay(Feature feature) {
    return String.valueOf(feature.timePrecision()).startsWith("EXACT");
  }

  private static LocalDate date(Feature feature) {
    return feature.validTime().start().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static long pairs(List<Feature> features, List<Integer> days) {
    List<Coordinate> places =
        features.stream().map(f -> Plane.toKm(f.geometry().getCoordinate())).toList();
    long pairs = 0;
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        if (Math.abs(days.get(i) - days.get(j)) <= 5 && places.get(i).distance(places.get(j)) < 1) {
          pairs++;
        }
      }
    }
    return pairs;
  }
}
