package org.vigie.server.exercise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.TimeSpan;

/**
 * How the exercise was written down. What became known before the last weeks came with the archive;
 * from then on each report, alert and incident is entered, worked on and corrected by the people of
 * the operations centre, one step after the other. The last steps leave every feature as {@link
 * Exercise#features} has it.
 */
final class Chronicle {

  /** From here on everything is told step by step. */
  static final Instant FIRST = Calendar.instant(Calendar.DAYS - 8, 0);

  /** The watch that reads it begins then. */
  private static final Instant LAST = Calendar.end().minus(Duration.ofMinutes(6));

  /** Late enough for what just happened, early enough for a report to be linked to it. */
  private static final Instant LAST_ENTRY = LAST.minus(Duration.ofMinutes(20));

  /** Reports that came in last and wait in the inbox to be linked. */
  private static final int WAITING = 12;

  private final Map<String, List<Feature>> archive = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  Chronicle(long seed, Exercise exercise, Incidents incidents) {
    Dice dice = new Dice(seed, "chronicle");
    Map<String, Instant> told = reports(exercise.features("report").toList(), dice);
    incidents(incidents, told, dice);
    for (Feature alert : exercise.features("poc-alert").toList()) {
      if (isArchived(alert, start(alert))) {
        continue;
      }
      steps.addAll(AlertLife.steps(alert, LAST, dice));
    }
    for (String layer : List.of("patrol", "ied-report", "hotspot")) {
      dailyReturns(layer, exercise.features(layer).toList());
    }
    steps.sort(Comparator.comparing(Step::at));
  }

  /** What the archive holds of a layer, by the day it was filed. */
  Map<Instant, List<Feature>> archive(String layer) {
    Map<Instant, List<Feature>> filings = new TreeMap<>();
    for (Feature feature : archive.getOrDefault(layer, List.of())) {
      filings.computeIfAbsent(Filing.after(start(feature)), day -> new ArrayList<>()).add(feature);
    }
    return filings;
  }

  /** In the order in which they were taken. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Returns when the first report of each incident was there, by the incident's reference. */
  private Map<String, Instant> reports(List<Feature> reports, Dice dice) {
    List<Feature> inOrder =
        reports.stream().sorted(Comparator.comparing(Chronicle::received)).toList();
    Map<String, Instant> told = new HashMap<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Feature report = inOrder.get(i);
      Instant entered = notAfterLast(received(report).plusSeconds(60L * dice.whole(2, 25)));
      String about = String.valueOf(report.properties().get("linked_incident"));
      boolean isFirst = told.putIfAbsent(about, entered) == null;
      Instant linked = entered.plusSeconds(60L * dice.whole(12, isFirst ? 20 : 90));
      boolean links = i < inOrder.size() - WAITING;
      if (isArchived(report, entered)) {
        // What came just before is linked by the first watch.
        linked = FIRST.plusSeconds(i);
      } else {
        steps.add(
            new Step(entered, "reporter", "", Set.of(report.id()), desk -> desk.insert(report)));
      }
      if (links) {
        steps.add(
            new Step(
                notAfterLast(linked),
                "duty-officer",
                "",
                Set.of(report.id(), of(about).id()),
                desk ->
                    desk.writing().link(LinkType.REPORTED_BY, FeatureRef.of(report), of(about))));
      }
    }
    return told;
  }

  private void incidents(Incidents incidents, Map<String, Instant> told, Dice dice) {
    int merges = 0;
    for (Incidents.Recorded recorded : incidents.list()) {
      Instant start = recorded.incident().start();
      Instant heard = start.plusSeconds((long) (60 * (12 + dice.exponential(95))));
      Instant known = told.getOrDefault(recorded.ref(), heard).plusSeconds(300);
      known = known.isAfter(LAST_ENTRY) ? LAST_ENTRY : known;
      if (isArchived(recorded.feature(), known)) {
        continue;
      }
      steps.addAll(new IncidentLife(recorded, known, LAST, dice).steps());
      if (merges < Twin.COUNT && Twin.suits(recorded, known)) {
        steps.addAll(Twin.steps(recorded, known, ++merges));
      }
    }
  }

  /** What patrols and search teams bring in is entered in the evening of the day they end. */
  private void dailyReturns(String layer, List<Feature> features) {
    Map<Instant, List<Feature>> days = new TreeMap<>();
    for (Feature feature : features) {
      Instant end = layer.equals("hotspot") ? start(feature) : end(feature);
      Instant evening = notAfterLast(end.truncatedTo(ChronoUnit.DAYS).plusSeconds(72_000));
      if (!isArchived(feature, evening)) {
        days.computeIfAbsent(evening, day -> new ArrayList<>()).add(feature);
      }
    }
    String by = layer.equals("hotspot") ? "analyst" : "reporter";
    days.forEach(
        (evening, returned) ->
            steps.add(
                new Step(
                    evening,
                    by,
                    "Returns of the day",
                    Set.of(),
                    desk -> {
                      for (Feature feature : returned) {
                        desk.insert(feature);
                      }
                    })));
  }

  private boolean isArchived(Feature feature, Instant known) {
    boolean old = known.isBefore(FIRST);
    if (old) {
      archive.computeIfAbsent(feature.layer(), layer -> new ArrayList<>()).add(feature);
    }
    return old;
  }

  private static FeatureRef of(String reference) {
    return new FeatureRef("incident", Draft.idOf("incident", reference));
  }

  private static Instant notAfterLast(Instant moment) {
    return moment.isAfter(LAST) ? LAST : moment;
  }

  private static Instant received(Feature report) {
    return report.properties().get("received_at") instanceof Instant at ? at : Instant.EPOCH;
  }

  private static Instant start(Feature feature) {
    TimeSpan time = feature.validTime();
    return time == null || time.start() == null ? Instant.EPOCH : time.start();
  }

  private static Instant end(Feature feature) {
    TimeSpan time = feature.validTime();
    return time == null || time.end() == null ? start(feature) : time.end();
  }
}
