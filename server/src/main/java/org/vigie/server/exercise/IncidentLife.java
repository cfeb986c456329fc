package org.vigie.server.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LocationClass;

/**
 * An incident as it was worked on: entered by what was heard first, triaged, corroborated with
 * corrections, verified by a second person, closed. The last step leaves it as it was recorded.
 */
final class IncidentLife {

  private static final String STATUS = "status";

  private static final List<String> TOLL =
      List.of(
          "killed_low",
          "killed_best",
          "killed_high",
          "injured",
          "casualties",
          "severity",
          "restricted_narrative");

  private static final List<String> ATTRIBUTION =
      List.of("perpetrator", "perpetrator_type", "attribution_confidence", "actor1");

  private final Incidents.Recorded recorded;
  private final Feature told;
  private final FeatureRef ref;
  private final Instant known;
  private final Instant last;
  private final Dice dice;
  private final Watch watch;
  private final List<Step> steps = new ArrayList<>();

  /** Who does what; whoever verifies wrote nothing of it. */
  private record Watch(String enters, String corroborates, String verifies) {}

  /**
   * @param known when it was entered
   * @param last nothing is later
   */
  IncidentLife(Incidents.Recorded recorded, Instant known, Instant last, Dice dice) {
    this.recorded = recorded;
    this.told = recorded.feature();
    this.ref = FeatureRef.of(told);
    this.known = known;
    this.last = last;
    this.dice = dice;
    this.watch = watch();
    write();
  }

  List<Step> steps() {
    return steps;
  }

  private Watch watch() {
    if (told.classification() == Classification.STRICTLY_CONFIDENTIAL) {
      return new Watch("protection-adviser", "protection-adviser", "analyst");
    }
    return dice.chance(0.6)
        ? new Watch("duty-officer", "analyst", "second-duty-officer")
        : new Watch("second-duty-officer", "analyst", "duty-officer");
  }

  private void write() {
    List<String> path = path(String.valueOf(told.properties().get(STATUS)));
    List<Double> hours = hours(path);
    // What is looked into is corrected; what is not yet stays as it was heard, and that is the
    // record.
    boolean corrected = path.contains("CORROBORATING");
    Feature first = told;
    List<Change> changes = new ArrayList<>();
    if (corrected) {
      first = heardFirst(changes);
    }
    boolean raised =
        told.classification() != Classification.UNCLASSIFIED && path.size() > 1 && dice.chance(0.2);
    if (raised) {
      first = first.withMarks(Classification.UNCLASSIFIED, Set.of());
    }
    Feature entered = first.withProperty(STATUS, "REPORTED");
    steps.add(new Step(known, watch.enters, "", Set.of(told.id()), desk -> desk.insert(entered)));
    if (raised) {
      add(
          hours.get(1) * 0.6,
          watch.enters,
          dice.pick("Could lead to a source", "Shows where the next patrol goes"),
          now -> now.withMarks(told.classification(), told.compartments()));
    }
    for (int i = 1; i < path.size(); i++) {
      String state = path.get(i);
      add(hours.get(i), who(state), why(state), now -> now.withProperty(STATUS, state));
      if (state.equals("CORROBORATING")) {
        double until = i + 1 < path.size() ? hours.get(i + 1) : reach();
        double share = 1.0 / (changes.size() + 1);
        for (int c = 0; c < changes.size(); c++) {
          double at = hours.get(i) + (until - hours.get(i)) * share * (c + 1);
          add(at, watch.corroborates, changes.get(c).reason, changes.get(c).change);
        }
      }
    }
  }

  /** What was put right, and why. */
  private record Change(String reason, UnaryOperator<Feature> change) {}

  private Feature heardFirst(List<Change> changes) {
    Feature first = told;
    if (recorded.incident().toll().isDeadly() && dice.chance(0.5)) {
      first = without(first, TOLL).withProperty("severity", 2L);
      changes.add(
          new Change(
              dice.pick("Figures from the hospital", "A second source gives figures"),
              now -> with(now, TOLL)));
    }
    if (told.properties().containsKey("perpetrator") && dice.chance(0.3)) {
      first = without(first, ATTRIBUTION);
      changes.add(
          new Change("Attribution after talks in the place", now -> with(now, ATTRIBUTION)));
    }
    boolean isExact =
        told.locationClass() == LocationClass.GPS || told.locationClass() == LocationClass.SITE;
    if (isExact && recorded.incident().subtype() != Subtype.SEXUAL_VIOLENCE && dice.chance(0.35)) {
      first =
          first.withPlace(
              Plane.DEGREES.createPoint(Plane.toDegrees(recorded.incident().place().km())),
              LocationClass.VILLAGE,
              LocationClass.VILLAGE.radiusMetres());
      changes.add(
          new Change(
              "Place from the patrol that went there",
              now -> now.withPlace(told.geometry(), told.locationClass(), told.radiusMetres())));
    }
    return first;
  }

  private static List<String> path(String state) {
    return switch (state) {
      case "REPORTED" -> List.of("REPORTED");
      case "TRIAGED" -> List.of("REPORTED", "TRIAGED");
      case "CORROBORATING" -> List.of("REPORTED", "TRIAGED", state);
      case "CLOSED" -> List.of("REPORTED", "TRIAGED", "CORROBORATING", "VERIFIED", state);
      default -> List.of("REPORTED", "TRIAGED", "CORROBORATING", state);
    };
  }

  /**
   * Hours after it was entered at which each state is reached, drawn together when time is short.
   */
  private List<Double> hours(List<String> path) {
    double[] steps = {
      0,
      0.1 + dice.exponential(0.8),
      0.5 + dice.exponential(13),
      5 + dice.exponential(55),
      20 + dice.exponential(110)
    };
    List<Double> hours = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < path.size(); i++) {
      sum += steps[i];
      hours.add(sum);
    }
    double most = reach() * dice.between(0.55, 0.95);
    double factor = sum > most ? most / sum : 1;
    return hours.stream().map(h -> h * factor).toList();
  }

  private double reach() {
    return Math.max(0.05, Duration.between(known, last).toSeconds() / 3600.0);
  }

  private String who(String state) {
    return switch (state) {
      case "TRIAGED" -> watch.enters;
      case "CORROBORATING" -> watch.corroborates;
      default -> watch.verifies;
    };
  }

  private String why(String state) {
    return switch (state) {
      case "VERIFIED" ->
          dice.pick("Two sources that do not know each other", "Patrol was there", "", "", "");
      case "REFUTED" -> "The patrol found nothing and nobody in the place knows of it";
      case "UNVERIFIABLE" -> "No access, and no second source";
      default -> "";
    };
  }

  private void add(double hour, String by, String why, UnaryOperator<Feature> change) {
    Instant at = known.plusSeconds((long) (hour * 3600));
    steps.add(
        new Step(
            at.isAfter(last) ? last : at,
            by,
            why,
            Set.of(told.id()),
            desk -> desk.change(ref, change)));
  }

  private static Feature without(Feature feature, List<String> names) {
    Map<String, Object> properties = new HashMap<>(feature.properties());
    names.forEach(properties::remove);
    return feature.withProperties(properties);
  }

  /** With these values as they are in the end. */
  private Feature with(Feature feature, List<String> names) {
    Map<String, Object> properties = new HashMap<>(feature.properties());
    for (String name : names) {
      Object value = told.properties().get(name);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return feature.withProperties(properties);
  }
}
