package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which patrols leave when and where to: every base in turn, drawn to where things happen. */
final class PatrolPlans {

  static final int COUNT = 6000;

  private static final List<String> TYPES =
      List.of(
          "SHORT_RANGE",
          "LONG_RANGE",
          "OVERNIGHT",
          "FOOT",
          "VEHICLE",
          "AIR_RECCE",
          "NIGHT",
          "ESCORT",
          "QUICK_REACTION",
          "MARKET_WALK",
          "COMMUNITY_ENGAGEMENT");

  private final Country country;
  private final Router router;
  private final Dice dice;
  private final Map<Settlement, int[]> troubleByMonth = new HashMap<>();
  private final List<PatrolPlan> list = new ArrayList<>();

  PatrolPlans(
      long seed, Country country, Router router, Deployment deployment, Happenings happenings) {
    this.country = country;
    this.router = router;
    this.dice = new Dice(seed, "patrols");
    for (Incident incident : happenings.list()) {
      troubleByMonth
          .computeIfAbsent(incident.place(), p -> new int[Calendar.DAYS / 30 + 2])[
          incident.day() / 30 + 1]++;
    }
    List<Base> bases =
        deployment.bases().stream()
            .filter(b -> b.kind().patrols() > 0)
            .filter(b -> !country.roads().at(b.place().cell()).isEmpty())
            .toList();
    while (list.size() < COUNT) {
      int day = dice.whole(0, Calendar.DAYS - 1);
      Base base =
          bases.get(
              dice.weighted(
                  bases.stream()
                      .mapToDouble(b -> b.stands(day) ? b.kind().patrols() : 0)
                      .toArray()));
      list.add(plan(base, day));
    }
    list.sort(
        Comparator.comparingInt(PatrolPlan::day)
            .thenComparingInt(PatrolPlan::minute)
            .thenComparing(p -> p.base().name()));
  }

  private PatrolPlan plan(Base base, int day) {
    boolean air = base.kind() == Base.Kind.MHQ || base.kind() == Base.Kind.SECTOR_HQ;
    String type = TYPES.get(dice.weighted(34, 14, 4, 14, 12, air ? 3 : 0, 5, 4, 3, 4, 6));
    int minute =
        switch (type) {
          case "NIGHT" -> dice.whole(18 * 60, 22 * 60);
          case "QUICK_REACTION" -> dice.whole(0, 24 * 60 - 1);
          default -> dice.whole(6 * 60, 13 * 60);
        };
    int on = type.equals("MARKET_WALK") ? marketDay(base, day) : day;
    return new PatrolPlan(base, on, minute, type, purpose(type), stops(base, on, type));
  }

  private static int marketDay(Base base, int day) {
    int ahead =
        Math.floorMod(base.place().marketDay().getValue() - Calendar.weekday(day).getValue(), 7);
    return day + ahead < Calendar.DAYS ? day + ahead : day;
  }

  private String purpose(String type) {
    return switch (type) {
      case "ESCORT" -> "LOGISTIC";
      case "QUICK_REACTION" -> "POC";
      case "COMMUNITY_ENGAGEMENT", "MARKET_WALK" -> "CONFIDENCE";
      default ->
          List.of("POC", "PRESENCE", "FACT_FINDING", "CONFIDENCE", "EOD")
              .get(dice.weighted(34, 36, 14, 12, 4));
    };
  }

  private List<Settlement> stops(Base base, int day, String type) {
    double longest =
        switch (type) {
          case "FOOT", "MARKET_WALK" -> 0;
          case "COMMUNITY_ENGAGEMENT", "SHORT_RANGE", "NIGHT" -> 1.1;
          case "VEHICLE", "QUICK_REACTION" -> 2;
          default -> 4.5;
        };
    double shortest = type.equals("LONG_RANGE") || type.equals("OVERNIGHT") ? 1.2 : 0;
    List<Settlement> reachable =
        country.settlements().list().stream()
            .filter(s -> !s.equals(base.place()))
            .filter(
                s -> {
                  double hours = router.hours(base.place().cell(), s.cell());
                  return hours <= longest && hours >= shortest;
                })
            .toList();
    if (reachable.isEmpty()) {
      return List.of();
    }
    double[] weights = reachable.stream().mapToDouble(s -> 1 + 0.5 * trouble(s, day)).toArray();
    List<Settlement> stops = new ArrayList<>();
    stops.add(reachable.get(dice.weighted(weights)));
    if (dice.chance(0.35)) {
      Settlement second = reachable.get(dice.weighted(weights));
      if (!second.equals(stops.get(0))) {
        stops.add(second);
      }
    }
    return stops;
  }

  /** Incidents at a place in the thirty days or so before. */
  private int trouble(Settlement place, int day) {
    int[] byMonth = troubleByMonth.get(place);
    return byMonth == null ? 0 : byMonth[day / 30];
  }

  /** In order of time. */
  List<PatrolPlan> list() {
    return list;
  }
}
