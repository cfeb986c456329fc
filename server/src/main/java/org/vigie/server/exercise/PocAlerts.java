package org.vigie.server.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/**
 * Warnings that came in before something happened, or before nothing did, and what the mission made
 * of them. It answers faster in the third year than in the first.
 */
final class PocAlerts {

  static final int COUNT = 800;

  private final Country country;
  private final Deployment deployment;
  private final Dice dice;
  private final Marks marks;
  private final List<Feature> list = new ArrayList<>();

  private record Warning(Instant at, int day, Incident about, @Nullable String ref) {}

  PocAlerts(long seed, Country country, Deployment deployment, Incidents incidents) {
    this.country = country;
    this.deployment = deployment;
    this.dice = new Dice(seed, "alerts");
    this.marks = new Marks(seed, "poc-alert");
    List<Warning> warnings = new ArrayList<>();
    List<Incidents.Recorded> harmful =
        incidents.list().stream()
            .filter(
                r ->
                    r.incident().subtype().isAgainstCivilians()
                        || r.incident().subtype() == Subtype.INTER_COMMUNAL_CLASH)
            .toList();
    while (warnings.size() < COUNT) {
      Incidents.Recorded about = dice.pick(harmful);
      Instant at =
          about.incident().start().minusSeconds((long) (3600 * (1 + dice.exponential(26))));
      int day = about.incident().day();
      if (at.isAfter(Calendar.instant(0, 0))) {
        warnings.add(
            new Warning(at, day, about.incident(), dice.chance(0.36) ? about.ref() : null));
      }
    }
    warnings.sort(Comparator.comparing(Warning::at));
    int number = 0;
    for (Warning warning : warnings) {
      list.add(feature(warning, ++number));
    }
  }

  private Feature feature(Warning warning, int number) {
    Incident about = warning.about;
    Settlement place = about.place();
    String no = String.format("POC-%s-%04d", warning.at.toString().substring(0, 4), number);
    boolean wide = dice.chance(0.35);
    int likelihood = dice.whole(2, 5);
    int impact = dice.whole(2, 5);
    int risk = likelihood * impact;
    String priority = risk >= 15 ? "MUST" : risk >= 8 ? "SHOULD" : "COULD";
    AdminAreas.Area district = country.areas().districtAt(place.km());
    String threat = threat(about);
    // a threat that everybody in the market speaks of is no secret
    Classification classification =
        marks.chance(0.25)
            ? Classification.UNCLASSIFIED
            : marks.chance(0.15)
                ? Classification.STRICTLY_CONFIDENTIAL
                : Classification.CONFIDENTIAL;
    Draft draft =
        new Draft("poc-alert", no)
            .at(wide ? area(about) : Plane.DEGREES.createPoint(Plane.toDegrees(place.km())))
            .located(wide ? null : LocationClass.VILLAGE)
            .known(TimePrecision.EXACT_MINUTE)
            .classified(classification)
            .keptTo(classification == Classification.UNCLASSIFIED ? Marks.NONE : Set.of("POC"))
            .with("alert_no", no)
            .with("title", words(threat) + " " + (wide ? "around " : "at ") + place.name())
            .with("received_at", warning.at)
            .with("channel", channel())
            .with("raised_by", "S-" + dice.whole(100, 999))
            .with("source_identity", marks.chance(0.4) ? marks.sourceIdentity(place) : null)
            .with("threat_type", threat)
            .with(
                "perpetrator",
                about.perpetrator().equals(Actor.NOBODY) ? null : about.perpetrator().name())
            .with("villages", List.of(place.name()))
            .with("place_name", place.name())
            .with("admin1", country.areas().provinceOf(district).name())
            .with("admin2", district.name())
            .with(
                "imminence",
                List.of("NOW", "6_H", "24_H", "72_H", "LATER")
                    .get(dice.weighted(14, 22, 34, 20, 10)))
            .with("likelihood", likelihood)
            .with("impact", impact)
            .with("priority", priority)
            .with("protection_tier", dice.pick("1", "2", "2", "3"))
            .with("phase", dice.pick("PREVENTION", "PRE_EMPTION", "RESPONSE"));
    atRisk(draft, place);
    Instant last = respond(draft, warning, place, priority);
    return draft.during(warning.at, last).feature();
  }

  private void atRisk(Draft draft, Settlement place) {
    int people = (int) Math.min(9000, Math.max(40, place.population() * dice.between(0.02, 0.2)));
    draft
        .with("women_at_risk", (int) (people * 0.29))
        .with("men_at_risk", (int) (people * 0.23))
        .with("girls_at_risk", (int) (people * 0.25))
        .with("boys_at_risk", (int) (people * 0.23));
  }

  /** Decision, movement, arrival, outcome and feedback; returns when the alert was closed. */
  private Instant respond(Draft draft, Warning warning, Settlement place, String priority) {
    double years = warning.day / 365.0;
    boolean urgent = priority.equals("MUST");
    boolean acts = dice.chance((urgent ? 0.74 : 0.5) + 0.07 * years);
    Instant decided = warning.at.plusSeconds(60 * minutes(urgent ? 70 : 240, years));
    String decision =
        acts
            ? List.of(
                    "PATROL",
                    "QRF",
                    "AIR",
                    "ENGAGE_AUTHORITIES",
                    "ENGAGE_LEADERS",
                    "ADVISE_COMMUNITY")
                .get(dice.weighted(46, urgent ? 16 : 4, 4, 18, 12, 6))
            : dice.pick("MONITOR", "MONITOR", "NO_ACTION");
    draft
        .with("decided_by", deployment.sector(place).name() + " JOC")
        .with("decided_at", decided)
        .with("decision", decision)
        .with(
            "decision_reason",
            decision.equals("NO_ACTION")
                ? dice.pick("No unit available.", "Road impassable.", "Source judged unreliable.")
                : null);
    Instant last = decided;
    boolean moves = List.of("PATROL", "QRF", "AIR").contains(decision);
    boolean late = false;
    if (moves) {
      Base base = nearest(place, warning.day);
      Instant left = decided.plusSeconds(60 * minutes(55, years));
      Instant there =
          left.plusSeconds(
              (long) (3600 * (0.4 + place.distanceKm(base.km()) / dice.between(18, 34))));
      late = there.isAfter(warning.about.start());
      draft
          .with("responder", decision.equals("QRF") && dice.chance(0.2) ? "FPU" : "FORCE")
          .with("responding_base", base.name())
          .with("dispatched_at", left)
          .with("arrived_at", there);
      last = there;
    } else if (decision.startsWith("ENGAGE")) {
      draft.with("responder", decision.equals("ENGAGE_AUTHORITIES") ? "HOST" : "CIVIL_AFFAIRS");
    }
    draft.with("outcome", outcome(warning, moves, late, acts)).with("incident_ref", warning.ref);
    Instant closed = last.plusSeconds(3600L * dice.whole(4, 60));
    if (dice.chance(0.34 + 0.12 * years)) {
      draft.with("feedback_at", closed);
    }
    return closed.isAfter(Calendar.end()) ? Calendar.end() : closed;
  }

  private String outcome(Warning warning, boolean moves, boolean late, boolean acts) {
    if (warning.ref != null) {
      return "ATTACK_OCCURRED";
    }
    if (moves && !late) {
      return List.of("THREAT_DETERRED", "ATTACK_PREVENTED", "FALSE_ALARM", "UNKNOWN")
          .get(dice.weighted(46, 12, 28, 14));
    }
    return acts
        ? List.of("FALSE_ALARM", "THREAT_DETERRED", "UNKNOWN").get(dice.weighted(40, 30, 30))
        : List.of("NO_RESPONSE", "FALSE_ALARM", "UNKNOWN").get(dice.weighted(50, 30, 20));
  }

  private long minutes(double mean, double years) {
    return 5 + (long) Math.min(3000, dice.exponential(mean * (1 - 0.16 * years)));
  }

  private Base nearest(Settlement place, int day) {
    return deployment.bases().stream()
        .filter(b -> b.stands(day) && b.kind().patrols() > 0.8)
        .min(Comparator.comparingDouble(b -> place.distanceKm(b.km())))
        .orElseThrow();
  }

  private static String threat(Incident about) {
    return switch (about.subtype()) {
      case ABDUCTION_FORCED_DISAPPEARANCE -> "ABDUCTION";
      case SEXUAL_VIOLENCE -> "CRSV_RISK";
      case INTER_COMMUNAL_CLASH -> about.day() % 3 == 0 ? "CATTLE" : "REPRISAL";
      case MOB_VIOLENCE -> "ELECTION";
      default ->
          about.day() % 4 == 0
              ? "ARMED_MOVEMENT"
              : about.day() % 5 == 0 ? "THREAT_MESSAGE" : "ATTACK_IMMINENT";
    };
  }

  private static String words(String threat) {
    return switch (threat) {
      case "ABDUCTION" -> "Risk of abductions";
      case "CRSV_RISK" -> "Risk for women and girls";
      case "CATTLE" -> "Tension over cattle";
      case "REPRISAL" -> "Reprisals feared";
      case "ELECTION" -> "Threats over the vote";
      case "ARMED_MOVEMENT" -> "Armed men moving";
      case "THREAT_MESSAGE" -> "Threat message received";
      default -> "Attack expected";
    };
  }

  private String channel() {
    return List.of("CAN_HOTLINE", "CLA_VISIT", "SMS", "RADIO", "WOMENS_NETWORK", "NGO")
        .get(dice.weighted(38, 22, 14, 8, 10, 8));
  }

  /** The fields and hamlets around a village, drawn by hand. */
  private Geometry area(Incident about) {
    Coordinate middle = about.place().km();
    double reach = dice.between(3, 9);
    return Outline.drawn(middle, reach, reach * dice.between(0.5, 1), dice);
  }

  Stream<Feature> features() {
    return list.stream();
  }
}
