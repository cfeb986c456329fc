package org.vigie.server.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/** Writes the happenings down as the mission's incidents. */
final class Incidents {

  /** Ages in days up to which an incident is new, is looked into, and waits to be closed. */
  private static final int DAYS_NEW = 4;

  private static final int DAYS_LOOKED_INTO = 21;
  static final int DAYS_OPEN = 60;

  private static final List<String> SETTLED =
      List.of("VERIFIED", "CLOSED", "UNVERIFIABLE", "CORROBORATING", "REFUTED");

  private static final double[] OLDER = {16, 56, 28};

  private final Country country;
  private final Dice dice;
  private final Dice queue;
  private final Marks marks;
  private final List<Recorded> list = new ArrayList<>();

  /** An incident and what was recorded of it. */
  record Recorded(Incident incident, String ref, Fix fix, IncidentText text, Feature feature) {}

  Incidents(long seed, Country country, Happenings happenings) {
    this.country = country;
    this.dice = new Dice(seed, "records");
    this.queue = new Dice(seed, "queue");
    this.marks = new Marks(seed, "incident");
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    for (Incident incident : happenings.list()) {
      int year = Calendar.date(incident.day()).getYear();
      String ref = String.format("MIMAR-%d-%06d", year, numbers.merge(year, 1, Integer::sum));
      list.add(record(incident, ref));
    }
  }

  private Recorded record(Incident incident, String ref) {
    Fix fix = Fix.of(incident, country, dice);
    IncidentText text = IncidentText.of(incident, fix.phrase(), dice);
    Subtype subtype = incident.subtype();
    Classification classification = marks.classification(incident, dice.next());
    Draft draft =
        new Draft("incident", ref)
            .classified(classification)
            .keptTo(marks.compartments(incident, classification))
            .with("ref", ref)
            .with("title", text.title())
            .with("type", subtype.type())
            .with("subtype", subtype.name())
            .with("disorder_class", subtype.disorder())
            .with("severity", incident.severity())
            .with("status", status(incident))
            .with("summary", text.summary())
            .with("restricted_narrative", marks.restricted(incident, classification));
    Recording.time(draft, incident, dice);
    Recording.place(draft, fix, country.areas());
    parties(draft, incident);
    toll(draft, incident);
    draft
        .with(
            "sources",
            List.of(dice.pick("CLA", "UNMO", "FORCE", "UNPOL", "CAN", "NGO") + " report"))
        .with("source_reliability", grade("ABCDEF", 10, 34, 30, 9, 2, 15))
        .with("info_credibility", grade("123456", 14, 38, 28, 7, 2, 11));
    return new Recorded(incident, ref, fix, text, draft.feature());
  }

  private String grade(String letters, double... weights) {
    return String.valueOf(letters.charAt(dice.weighted(weights)));
  }

  /**
   * What is new is still being looked into; of what is old nearly all is closed, so that the inbox
   * holds what an operations centre of this size has open.
   */
  private String status(Incident incident) {
    int age = Calendar.DAYS - incident.day();
    if (age < DAYS_NEW) {
      dice.whole(0, 2); // keeps the dice of all others where an earlier edition had them
      return young(Duration.between(incident.start(), Calendar.end()).toHours());
    }
    if (age < DAYS_LOOKED_INTO) {
      return dice.pick("CORROBORATING", "VERIFIED", "CLOSED", "CLOSED");
    }
    return age < DAYS_OPEN
        ? SETTLED.get(dice.weighted(8, 76, 9, 2, 5))
        : SETTLED.get(dice.weighted(0.1, 86.9, 9, 0, 4));
  }

  /** The watch is through with most within hours; some it has not come to. */
  private String young(long hours) {
    double[] weights =
        hours < 5 ? new double[] {90, 10, 0} : hours < 14 ? new double[] {52, 45, 3} : OLDER;
    return List.of("REPORTED", "TRIAGED", "CORROBORATING").get(queue.weighted(weights));
  }

  private void parties(Draft draft, Incident incident) {
    Actor by = incident.perpetrator();
    Actor to = incident.target();
    boolean battle = incident.subtype().type().equals("BATTLES");
    draft
        .with("perpetrator", name(by))
        .with("perpetrator_type", code(by))
        .with(
            "attribution_confidence",
            by.equals(Actor.NOBODY) ? null : dice.pick("LOW", "MED", "MED", "HIGH"))
        .with("target", name(to))
        .with("target_type", code(to))
        .with("actor1", battle ? name(by) : null)
        .with("actor2", battle ? name(to) : null)
        .with("weapon", List.of(incident.subtype().weapon()))
        .with("civilian_targeting", incident.subtype().isAgainstCivilians())
        .with("un_involved", incident.subtype().isAgainstMission() || to.equals(Actor.MISSION))
        .with("flags", flags(incident));
  }

  private static @Nullable List<String> flags(Incident incident) {
    List<String> flags = new ArrayList<>();
    if (incident.subtype().isAgainstMission()) {
      flags.add("MALICIOUS_ACT");
    }
    if (incident.subtype() == Subtype.SEXUAL_VIOLENCE) {
      flags.add("CRSV");
    }
    if (incident.subtype() == Subtype.NATURAL_HAZARD_FLOOD) {
      flags.add("CLIMATE_LINK");
    }
    return flags.isEmpty() ? null : flags;
  }

  private static @Nullable String name(Actor actor) {
    return actor.equals(Actor.NOBODY) ? null : actor.name();
  }

  private static @Nullable String code(Actor actor) {
    return actor.equals(Actor.NOBODY) ? null : actor.type();
  }

  private void toll(Draft draft, Incident incident) {
    Incident.Toll toll = incident.toll();
    draft
        .with("killed_low", toll.low())
        .with("killed_best", toll.best())
        .with("killed_high", toll.high())
        .with("injured", toll.injured())
        .with("abducted", toll.abducted())
        .with("displaced", toll.displaced());
    if (toll.best() + toll.injured() > 0) {
      draft.with("casualties", rows(incident));
    }
  }

  private List<Map<String, Object>> rows(Incident incident) {
    Incident.Toll toll = incident.toll();
    String group =
        incident.target().equals(Actor.MISSION)
            ? "UN_UNIFORMED"
            : incident.target().equals(Actor.ARMY)
                ? "HOST_FORCES"
                : incident.target().equals(Actor.AID)
                    ? "AID_WORKER"
                    : incident.subtype().type().equals("BATTLES") ? "ARMED_GROUP" : "CIVILIAN";
    int women = group.equals("CIVILIAN") ? (int) Math.round(toll.best() * dice.between(0, 0.6)) : 0;
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row(group, "M", toll.best() - women, toll.injured()));
    if (women > 0) {
      rows.add(row(group, "F", women, 0));
    }
    return rows;
  }

  private static Map<String, Object> row(String group, String sex, int killed, int injured) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("group", group);
    row.put("sex", sex);
    row.put("age", "UNKNOWN");
    row.put("killed", (long) killed);
    row.put("injured", (long) injured);
    row.put("estimate", "BEST");
    return row;
  }

  /** In order of time. */
  List<Recorded> list() {
    return list;
  }

  Stream<Feature> features() {
    return list.stream().map(Recorded::feature);
  }
}
