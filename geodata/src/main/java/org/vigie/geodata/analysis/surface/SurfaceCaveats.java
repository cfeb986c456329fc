package org.vigie.geodata.analysis.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.geodata.analysis.Events;

/** What a reader of a density must know before acting on it, in plain words. */
final class SurfaceCaveats {

  private static final int FEW = 30;
  private static final double NOTABLE_SHARE = 0.1;
  private static final double NOTABLE_MASS = 0.02;

  private final Events events;
  private final List<Events.Event> used;
  private final int places;
  private final double bandwidth;
  private final double floor;

  SurfaceCaveats(
      Events events, List<Events.Event> used, int places, double bandwidth, double floor) {
    this.events = events;
    this.used = used;
    this.places = places;
    this.bandwidth = bandwidth;
    this.floor = floor;
  }

  List<String> list(
      CorrectedSurface surface,
      StudyWindow window,
      EdgeCorrection edge,
      boolean displaced,
      int draws) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "A density shows where the selected events are, not that they are more than chance would"
            + " bring, and not where the next will be. Places that are reported more are denser.");
    if (bandwidth < floor) {
      caveats.add(
          words(
              "The bandwidth of %,.0f m is finer than the median uncertainty of the places,"
                  + " %,.0f m: detail below that is not real.",
              bandwidth, floor));
    }
    if (1 - (double) places / used.size() >= NOTABLE_SHARE) {
      caveats.add(
          words(
              "%,d events stand on %,d different coordinates: what is placed on the nearest town"
                  + " piles up there, so a peak may show the town rather than the events.",
              used.size(), places));
    }
    if (used.size() < FEW) {
      caveats.add(
          "Only " + used.size() + " events: one report more or less can change the picture.");
    }
    if (surface.outside() > NOTABLE_MASS) {
      caveats.add(
          words(
              "%.0f %% of the kernels reach out of %s; %s.",
              100 * surface.outside(), window.words(), edgeWords(edge)));
    }
    if (!window.given()) {
      caveats.add(
          "No study area was given: where nobody looked cannot be told from where nothing"
              + " happened. Select an area to correct for its edge.");
    }
    long unknown = used.stream().filter(e -> e.uncertaintyMetres().isEmpty()).count();
    if (unknown == used.size()) {
      caveats.add("No event states how well its place is known: stability cannot be given.");
    } else if (!displaced && draws > 0) {
      caveats.add(
          "No event states a radius above 0, or they lie more than 3 000 km from their middle:"
              + " stability is left out.");
    } else if (displaced && unknown > 0) {
      caveats.add(words("%,d events state no uncertainty and stood still in every draw.", unknown));
    }
    if (events.notPoints() > 0) {
      caveats.add(events.notPoints() + " lines or areas stand at one point inside them.");
    }
    if (!surface.exact()) {
      caveats.add(
          "So many places were put into cells before smoothing, which is off by at most"
              + " (cell / bandwidth)²/4 of the peak of a kernel for each event.");
    }
    return caveats;
  }

  private static String edgeWords(EdgeCorrection edge) {
    return switch (edge) {
      case NONE -> "the density near its edge is too low by what was lost";
      case UNIFORM -> "the density was raised by the same share, so that mass is not kept";
      case DIGGLE -> "each event was given the weight that its kernel lost";
    };
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
