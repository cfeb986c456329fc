package org.vigie.server.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/**
 * The areas that protection advisers drew, reviewed every few months: each review ends one and
 * begins the next, where things had moved to.
 */
final class Hotspots {

  private static final int REVIEW_DAYS = 152;

  /** Nobody has come to the reviews of the last days yet: one of them is overdue. */
  private static final int OUTSTANDING_DAYS = 21;

  private final Country country;
  private final Deployment deployment;
  private final Story story;
  private final Dice dice;
  private final List<Feature> list = new ArrayList<>();

  Hotspots(long seed, Country country, Deployment deployment, Story story, Happenings happenings) {
    this.country = country;
    this.deployment = deployment;
    this.story = story;
    this.dice = new Dice(seed, "hotspots");
    area("before", story.hotspotBefore(), 90, Story.BASE_OPENS + 130, happenings);
    area("after", story.hotspotAfter(), Story.BASE_OPENS + 75, Calendar.DAYS + 60, happenings);
    area("highland", story.highland(), 30, Calendar.DAYS + 90, happenings);
    area(
        "worsening",
        story.worsening().seat(),
        Story.WORSENING + 110,
        Calendar.DAYS + 80,
        happenings);
    for (Settlement place : alsoTroubled(happenings)) {
      int from = dice.whole(60, Calendar.DAYS - 260);
      area(place.name(), place, from, from + dice.whole(150, 420), happenings);
    }
  }

  /** Places that had the most to suffer, none of them close to another. */
  private List<Settlement> alsoTroubled(Happenings happenings) {
    Map<Settlement, Integer> killed = new HashMap<>();
    happenings.list().forEach(i -> killed.merge(i.place(), i.toll().best(), Integer::sum));
    List<Settlement> ranked =
        country.settlements().list().stream()
            .sorted(Comparator.comparingInt(s -> -killed.getOrDefault(s, 0)))
            .toList();
    List<Settlement> taken =
        new ArrayList<>(
            List.of(
                story.hotspotBefore(),
                story.hotspotAfter(),
                story.highland(),
                story.worsening().seat()));
    List<Settlement> chosen = new ArrayList<>();
    for (Settlement place : ranked) {
      if (chosen.size() < 4 && taken.stream().allMatch(t -> t.distanceKm(place.km()) > 34)) {
        taken.add(place);
        chosen.add(place);
      }
    }
    return chosen;
  }

  private void area(String key, Settlement place, int from, int until, Happenings happenings) {
    String previous = null;
    int edition = 0;
    for (int start = from; start < Math.min(until, Calendar.DAYS); start += REVIEW_DAYS) {
      edition++;
      int due = start + REVIEW_DAYS;
      boolean outstanding = due >= Calendar.DAYS - OUTSTANDING_DAYS;
      int end = outstanding ? until : Math.min(until, due);
      String ref = String.format("HS-%s-%02d", key.toUpperCase(java.util.Locale.ROOT), edition);
      list.add(edition(ref, previous, place, start, end, happenings));
      if (outstanding) {
        return;
      }
      previous = ref;
    }
  }

  private Feature edition(
      String ref,
      @Nullable String previous,
      Settlement place,
      int start,
      int end,
      Happenings happenings) {
    List<Incident> recent =
        happenings.list().stream()
            .filter(i -> i.day() >= start - 90 && i.day() < start)
            .filter(i -> i.place().distanceKm(place.km()) < 26)
            .filter(i -> i.severity() >= 3)
            .toList();
    Coordinate middle = middle(recent, place.km());
    double reach = Math.min(24, 9 + 0.14 * recent.size());
    String level = recent.size() > 45 ? "HOTSPOT" : recent.size() > 14 ? "FLASHPOINT" : "WATCH";
    LocalDate review = Calendar.date(start).plusDays(REVIEW_DAYS);
    Draft draft =
        new Draft("hotspot", ref)
            .at(Outline.drawn(middle, reach, reach * dice.between(0.55, 0.8), dice))
            .during(
                Calendar.instant(start, 9 * 60),
                end < Calendar.DAYS ? Calendar.instant(end, 9 * 60) : null)
            .classified(Classification.CONFIDENTIAL)
            .with("ref", ref)
            .with("name", place.name() + " area")
            .with("level", level)
            .with(
                "category",
                level.equals("HOTSPOT") ? "MUST" : level.equals("FLASHPOINT") ? "SHOULD" : "COULD")
            .with("author", "Protection of civilians adviser, " + deployment.sector(place).name())
            .with("method", "MANUAL")
            .with("data_time", Calendar.instant(start, 0))
            .with("event_count", recent.size())
            .with("threats", threats(recent))
            .with("perpetrators", perpetrators(recent))
            .with("review_date", review)
            .with(
                "trend",
                previous == null
                    ? "NEW"
                    : recent.size() > 45
                        ? "INTENSIFYING"
                        : recent.size() > 14 ? "PERSISTENT" : "DIMINISHING")
            .with("owner", deployment.sector(place).name())
            .with(
                "mitigation",
                List.of("Day patrols on market days", "Visit of a joint protection team"))
            .with(
                "patrols_per_week",
                level.equals("HOTSPOT") ? 10.0 : level.equals("FLASHPOINT") ? 5.0 : 2.0)
            .with("patrol_when", level.equals("WATCH") ? "DAY" : "BOTH")
            .with("patrol_joint", !level.equals("WATCH"))
            .with("patrol_women", true)
            .with("previous_ref", previous)
            .with("justification", justification(place, recent, start));
    int people = Math.max(200, place.population() / 3);
    return draft
        .with("women_at_risk", people * 29 / 100)
        .with("men_at_risk", people * 23 / 100)
        .with("girls_at_risk", people * 25 / 100)
        .with("boys_at_risk", people * 23 / 100)
        .feature();
  }

  private static Coordinate middle(List<Incident> recent, Coordinate otherwise) {
    if (recent.isEmpty()) {
      return otherwise;
    }
    return new Coordinate(
        recent.stream().mapToDouble(i -> i.km().x).average().orElse(otherwise.x),
        recent.stream().mapToDouble(i -> i.km().y).average().orElse(otherwise.y));
  }

  private static @Nullable List<String> threats(List<Incident> recent) {
    List<String> threats = new ArrayList<>();
    if (recent.stream().anyMatch(i -> i.subtype() == Subtype.ATTACK)) {
      threats.add("ATTACK_IMMINENT");
    }
    if (recent.stream().anyMatch(i -> i.subtype() == Subtype.ABDUCTION_FORCED_DISAPPEARANCE)) {
      threats.add("ABDUCTION");
    }
    if (recent.stream().anyMatch(i -> i.subtype().isDrawnByMarkets())) {
      threats.add("MARKET_DAY");
    }
    return threats.isEmpty() ? null : threats;
  }

  private static @Nullable List<String> perpetrators(List<Incident> recent) {
    List<String> names =
        recent.stream()
            .map(i -> i.perpetrator().name())
            .filter(n -> !n.isEmpty())
            .distinct()
            .sorted()
            .limit(4)
            .toList();
    return names.isEmpty() ? null : names;
  }

  private static String justification(Settlement place, List<Incident> recent, int start) {
    int killed = recent.stream().mapToInt(i -> i.toll().best()).sum();
    return "EXERCISE. In the 90 days before "
        + Calendar.date(start)
        + ", "
        + recent.size()
        + " serious incidents with "
        + killed
        + " people killed were recorded within 26 km of "
        + place.name()
        + ".";
  }

  Stream<Feature> features() {
    return list.stream();
  }
}
