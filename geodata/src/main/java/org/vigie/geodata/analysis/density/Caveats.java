package org.vigie.geodata.analysis.density;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.model.TimeSpan;

/** What a reader of clusters must know before acting on them, in plain words. */
final class Caveats {

  private static final int FEW = 10;
  private static final double NOTABLE_SHARE = 0.1;
  private static final Duration LONG = Duration.ofDays(2 * 365);

  private final Events events;
  private final List<Events.Event> used;
  private final Clustering clustering;
  private final Method.Choice choice;
  private final Method method;
  private final Optional<Redraws> redraws;

  Caveats(
      Events events,
      List<Events.Event> used,
      Found found,
      Method.Choice choice,
      Method method,
      Optional<Redraws> redraws) {
    this.events = events;
    this.used = used;
    this.clustering = found.clustering();
    this.choice = choice;
    this.method = method;
    this.redraws = redraws;
  }

  List<String> list() {
    if (used.isEmpty()) {
      return List.of("No event of the selection has a place that can be used: there is no result.");
    }
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "Clusters show where the selected events lie close together. They are not tested against"
            + " chance, and places that are reported more are denser.");
    dissolved().ifPresent(caveats::add);
    samePlaces().ifPresent(caveats::add);
    uncertainPlaces().ifPresent(caveats::add);
    smallNumbers().ifPresent(caveats::add);
    longTime().ifPresent(caveats::add);
    ranges().ifPresent(caveats::add);
    together().ifPresent(caveats::add);
    if (events.notPoints() > 0) {
      caveats.add(events.notPoints() + " lines or areas stand at one point inside them.");
    }
    int ambiguous = count(clustering.ambiguous());
    if (ambiguous > 0) {
      caveats.add(
          ambiguous
              + " events on the border lie within the distance of several clusters and count in the"
              + " nearest.");
    }
    return caveats;
  }

  private Optional<String> dissolved() {
    if (redraws.isEmpty()) {
      return clustering.clusters() == 0
          ? Optional.empty()
          : Optional.of(
              "It was not tried how the clusters stand when events are moved: no event states how"
                  + " well its place is known, or no draws were asked for.");
    }
    long weak = 0;
    for (int label = 1; label <= clustering.clusters(); label++) {
      weak += redraws.get().stability(label) < 0.5 ? 1 : 0;
    }
    return weak == 0
        ? Optional.empty()
        : Optional.of(
            weak
                + " of "
                + clustering.clusters()
                + " clusters dissolve in most draws when events are moved within their stated"
                + " uncertainty: they rest on digits, not on what is known.");
  }

  /** What only some methods have to say. */
  private Optional<String> ranges() {
    long ranges = method.needsDays() ? used.stream().filter(EventDays::isRange).count() : 0;
    return ranges == 0
        ? Optional.empty()
        : Optional.of(
            ranges + " events are known to more than a day and stand in the middle of their time.");
  }

  private Optional<String> together() {
    return method == Method.HDBSCAN && clustering.clusters() == 0
        ? Optional.of(
            "No group of events stands out as denser than the rest. All of them together are no"
                + " cluster unless that is allowed.")
        : Optional.empty();
  }

  private Optional<String> samePlaces() {
    long places = used.stream().map(e -> new Coordinate(e.lon(), e.lat())).distinct().count();
    double shared = 1 - (double) places / used.size();
    return shared < NOTABLE_SHARE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d events stand on %,d different coordinates: what is placed on the nearest town"
                    + " piles up there, so a cluster may show the town rather than the events.",
                used.size(),
                places));
  }

  private Optional<String> uncertainPlaces() {
    if (!method.hasEps()) {
      return Optional.empty();
    }
    double eps = choice.eps();
    long uncertain =
        used.stream().filter(e -> e.uncertaintyMetres().map(r -> r > eps).orElse(false)).count();
    return uncertain < NOTABLE_SHARE * used.size()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The place of %,d of %,d events is less certain than the distance of %,.0f m: their"
                    + " membership may be chance.",
                uncertain,
                used.size(),
                eps));
  }

  private Optional<String> smallNumbers() {
    if (used.size() < 3 * FEW) {
      return Optional.of(
          "Only " + used.size() + " events: one report more or less can change the picture.");
    }
    int[] sizes = new int[clustering.clusters()];
    for (int label : clustering.label()) {
      if (label > 0) {
        sizes[label - 1]++;
      }
    }
    long small = java.util.Arrays.stream(sizes).filter(s -> s < FEW).count();
    return small == 0
        ? Optional.empty()
        : Optional.of(
            small
                + " of "
                + sizes.length
                + " clusters have fewer than "
                + FEW
                + " events: one report more or less can make or unmake them.");
  }

  private Optional<String> longTime() {
    List<Instant> starts =
        used.stream()
            .flatMap(e -> e.time().map(TimeSpan::start).stream())
            .sorted(Comparator.naturalOrder())
            .toList();
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    Duration span = Duration.between(starts.get(0), starts.get(starts.size() - 1));
    return span.compareTo(LONG) < 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The events span %.1f years: a cluster may lie wholly in the past. See its first"
                    + " and last date.",
                span.toDays() / 365.25));
  }

  private static int count(boolean[] flags) {
    int n = 0;
    for (boolean flag : flags) {
      n += flag ? 1 : 0;
    }
    return n;
  }
}
