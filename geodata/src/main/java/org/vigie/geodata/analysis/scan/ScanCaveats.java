package org.vigie.geodata.analysis.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.analysis.Subject;

/** What a reader of scan clusters must know before acting on them, in plain words. */
final class ScanCaveats {

  private static final int YEAR_DAYS = 365;
  private static final int FEW = 5;
  private static final double NOTABLE_SHARE = 0.1;

  private final Subject subject;
  private final Study study;
  private final List<ClusterFinding> shown;

  ScanCaveats(Subject subject, Study study, List<ClusterFinding> shown) {
    this.subject = subject;
    this.study = study;
    this.shown = shown;
  }

  List<String> list() {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        shown.isEmpty()
            ? "No cluster stands out from chance. That is no proof of calm: with few events only a"
                + " strong concentration could."
            : "p says how often chance alone would give so likely a cluster anywhere; it does not"
                + " say why there are more events, and better reporting looks the same.");
    study.days().flatMap(this::populationShift).ifPresent(caveats::add);
    study.days().flatMap(this::old).ifPresent(caveats::add);
    if (study.settings().byPopulation()) {
      caveats.add(
          "Events are compared with the population of the areas. People who fled or came since it"
              + " was counted are not in it.");
    }
    long few = shown.stream().filter(c -> c.cases() < FEW).count();
    if (few > 0) {
      caveats.add(
          few
              + " clusters have fewer than "
              + FEW
              + " events: one report more or less makes them.");
    }
    samePlaces().ifPresent(caveats::add);
    if (study.ground().joinedMetres() > 0) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "There are too many places to try every circle: those within cubes of %,.0f m were"
                  + " joined into %,d places.",
              study.ground().joinedMetres(),
              study.ground().places()));
    }
    caveats.add(
        "Clusters are circles. One along a road or a river is found in parts, or with quiet places"
            + " in it. The p of all but the most likely is too high rather than too low.");
    return caveats;
  }

  /** Kulldorff and others 2005, discussion: growth in one part of the area looks like a cluster. */
  private Optional<String> populationShift(StudyDays days) {
    return days.days() <= YEAR_DAYS
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The events span %.1f years. Where people or reporting grew faster than elsewhere"
                    + " in that time, the growth itself is found as a cluster: try the last twelve"
                    + " months alone.",
                days.days() / 365.25));
  }

  private Optional<String> old(StudyDays days) {
    Duration since = Duration.between(DatedEvents.start(days.last() + 1), subject.now());
    return !study.settings().prospective() || since.toDays() < days.stepDays()
        ? Optional.empty()
        : Optional.of(
            "The last day looked at is "
                + since.toDays()
                + " days past: the clusters were going on then, and nothing is said of today.");
  }

  private Optional<String> samePlaces() {
    double shared = 1 - (double) study.ground().places() / study.events().size();
    return study.settings().byPopulation()
            || study.ground().joinedMetres() > 0
            || shared < NOTABLE_SHARE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d events stand on %,d different coordinates: what is placed on the nearest town"
                    + " makes a cluster there sharper than it was.",
                study.events().size(),
                study.ground().places()));
  }
}
