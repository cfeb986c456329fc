package org.vigie.server.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/** Writes patrols down: track, times, stops, result. */
final class Patrols {

  private final PatrolPlans plans;
  private final PatrolTracks tracks;
  private final Reference reference;
  private final long seed;

  Patrols(long seed, PatrolPlans plans, Country country, Router router, Reference reference) {
    this.seed = seed;
    this.plans = plans;
    this.reference = reference;
    this.tracks = new PatrolTracks(country, router);
  }

  Stream<Feature> features() {
    Dice dice = new Dice(seed, "patrol records");
    List<Feature> features = new ArrayList<>();
    int number = 0;
    for (PatrolPlan plan : plans.list()) {
      features.add(feature(plan, ++number, dice));
    }
    return features.stream();
  }

  private Feature feature(PatrolPlan plan, int number, Dice dice) {
    String no = String.format("P-%d-%05d", Calendar.date(plan.day()).getYear(), number);
    String result = List.of("EXECUTED", "PARTIAL", "CANCELLED").get(dice.weighted(89, 6.5, 4.5));
    List<Coordinate> track = tracks.track(plan, dice);
    if (result.equals("PARTIAL")) {
      track = cutShort(track, dice);
    }
    double km = Lines.length(track.toArray(new Coordinate[0]));
    double hours = hours(plan, km, dice);
    boolean cancelled = result.equals("CANCELLED");
    Instant departure = Calendar.instant(plan.day(), plan.minute());
    Instant back = departure.plusSeconds(Math.round(hours * 3600 / 60) * 60);
    Instant end = back.isAfter(Calendar.end()) ? Calendar.end() : back;
    String reason =
        result.equals("EXECUTED")
            ? null
            : List.of("WEATHER", "ROAD", "FUEL", "DENIAL", "THREAT", "MEDICAL", "TASKING")
                .get(dice.weighted(wet(plan.day()), wet(plan.day()), 1, 3, 2, 0.7, 2));
    Draft draft =
        new Draft("patrol", no)
            .at(cancelled ? null : line(track))
            .located(cancelled ? null : LocationClass.GPS)
            .during(departure, end)
            .known(TimePrecision.EXACT_MINUTE)
            .classified(Classification.CONFIDENTIAL)
            .with("patrol_no", no)
            .with("title", title(plan))
            .with("patrol_type", plan.type())
            .with("purpose", plan.purpose())
            .with("result", result)
            .with("reason", reason);
    team(draft, plan, dice);
    if (!cancelled) {
      draft
          .with("distance_km", Math.round(km * 10) / 10.0)
          .with("duration_h", Math.round(hours * 10) / 10.0)
          .with("stops", stops(plan, departure, end))
          .with("engaged_women", dice.poisson(5))
          .with("engaged_men", dice.poisson(8))
          .with("engaged_children", dice.poisson(4))
          .with("observations", observation(dice))
          .with("report_due", end.plusSeconds(7200))
          .with("report_received", end.plusSeconds(60L * dice.whole(20, 260)));
    }
    if ("DENIAL".equals(reason)) {
      draft.with(
          "obstruction",
          dice.pick("Maralune Defence Force", "Maralune National Police", "Unidentified armed men")
              + ", "
              + dice.whole(1, 6)
              + " hours");
    }
    return draft.feature();
  }

  private static double wet(int day) {
    return 0.3 + 4 * (1 - Calendar.dryness(day));
  }

  private static String title(PatrolPlan plan) {
    String kind = plan.type().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String where =
        plan.stops().isEmpty()
            ? plan.base().place().name()
            : plan.base().place().name()
                + " – "
                + String.join(" – ", plan.stops().stream().map(Settlement::name).toList());
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " patrol, " + where;
  }

  private void team(Draft draft, PatrolPlan plan, Dice dice) {
    double years = plan.day() / 365.0;
    // the share of joint patrols rises over the years
    String jointness =
        List.of("SOLO", "JOINT_HOST_FORCES", "JOINT_UNPOL", "JOINT_CIVILIAN", "INTEGRATED")
            .get(dice.weighted(70, 9 + 4 * years, 9, 8, 3));
    boolean observers = plan.base().kind() == Base.Kind.TEAM_SITE;
    int size = observers ? dice.whole(4, 6) : dice.whole(8, 24);
    draft
        .with("unit", plan.base().unit())
        .with("base", plan.base().name())
        .with("sector", plan.base().sector().name())
        .with("troop_contributor", plan.base().contributor())
        .with("component", observers ? "UNMO" : "FORCE")
        .with("jointness", jointness)
        .with("team_size", size)
        .with("women_in_team", Math.min(size, dice.poisson(size * (0.06 + 0.02 * years))));
  }

  private static List<Coordinate> cutShort(List<Coordinate> track, Dice dice) {
    int keep = Math.max(2, (int) (track.size() * dice.between(0.15, 0.5)));
    return track.subList(0, Math.min(track.size(), keep));
  }

  private static double hours(PatrolPlan plan, double km, Dice dice) {
    boolean onFoot = plan.stops().isEmpty();
    double speed =
        plan.type().equals("AIR_RECCE")
            ? 190
            : onFoot ? 3.6 : 19 + 12 * Calendar.dryness(plan.day());
    double halt = plan.type().equals("OVERNIGHT") ? dice.between(12, 30) : dice.between(0.3, 1.6);
    return km / speed + halt * Math.max(1, plan.stops().size());
  }

  private @Nullable List<Map<String, Object>> stops(PatrolPlan plan, Instant start, Instant end) {
    if (plan.stops().isEmpty()) {
      return null;
    }
    long seconds = end.getEpochSecond() - start.getEpochSecond();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < plan.stops().size(); i++) {
      Settlement stop = plan.stops().get(i);
      long arrival = seconds * (i + 1) / (plan.stops().size() + 2);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("place", stop.name());
      row.put("pcode", reference.placeCode(stop));
      row.put("arrived_at", start.plusSeconds(arrival / 60 * 60));
      row.put("departed_at", start.plusSeconds((arrival + seconds / 12) / 60 * 60));
      row.put("met", "Village council");
      rows.add(row);
    }
    return rows;
  }

  private static String observation(Dice dice) {
    return dice.pick(
        "Calm. Market open, school in session.",
        "Calm. Residents ask for a well.",
        "Tense. Few people on the road, shops closed early.",
        "Road cut by water in two places; passable for light vehicles.",
        "Residents report armed men on motorcycles two nights ago.",
        "New families arrived from the neighbouring district.",
        "Calm. Farmers in the fields.",
        "Nothing to report.");
  }

  private Geometry line(List<Coordinate> track) {
    List<Coordinate> points = new ArrayList<>();
    for (Coordinate km : track) {
      Coordinate degrees = Plane.toDegrees(km);
      if (points.isEmpty() || !points.get(points.size() - 1).equals2D(degrees)) {
        points.add(degrees);
      }
    }
    if (points.size() < 2) {
      Coordinate start = points.get(0);
      points.add(new Coordinate(start.x + 0.001, start.y));
    }
    return Plane.DEGREES.createLineString(points.toArray(new Coordinate[0]));
  }
}
