package org.vigie.geodata.analysis.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader of near repeats must know before acting on them, in plain words. */
final class RepeatCaveats {

  private static final double USUAL = 0.05;
  private static final double MOSTLY = 0.5;

  private final RepeatMatrix matrix;
  private final Halos halos;

  RepeatCaveats(RepeatMatrix matrix, Halos halos) {
    this.matrix = matrix;
    this.halos = halos;
  }

  /**
   * @param samePlace pairs of events at one place
   * @param pairs all pairs looked at
   * @param uncertain events that state how well their place is known
   * @param daysSince the last event
   */
  List<String> list(long samePlace, long pairs, int uncertain, int daysSince, int drawn) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        halos.elevated() == 0
            ? "No band stands out from chance: nothing is said of where events follow."
            : "Events that follow each other more than by chance need not be the work of the same"
                + " people: what brought the one may have brought the other.");
    if (samePlace > pairs / 10) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d close pairs stand at one place: what is placed on the nearest town piles"
                  + " up there. Read the bands beyond the same place and those with places moved.",
              samePlace,
              pairs));
    }
    int unstable = count((s, t) -> halos.isElevated(s, t) && matrix.stability(s, t) < MOSTLY);
    if (unstable > 0) {
      caveats.add(
          unstable
              + " of "
              + halos.elevated()
              + " elevated bands are gone in most draws with places moved within their uncertainty:"
              + " they rest on the gazetteer.");
    }
    int seasonal = count((s, t) -> halos.isElevated(s, t) && matrix.withinYear(s, t) > USUAL);
    if (seasonal > 0) {
      caveats.add(
          seasonal
              + " of "
              + halos.elevated()
              + " elevated bands are no longer unusual within twelve months: a season, or growth in"
              + " a part of the area, may have made them.");
    }
    if (uncertain == 0) {
      caveats.add(
          "No event states how well its place is known, so nothing is said of how the pattern"
              + " depends on it.");
    }
    if (drawn == 0 && halos.elevated() > 0) {
      caveats.add(
          "The last event is "
              + daysSince
              + " days past: no halo of the pattern reaches to today.");
    }
    if (drawn == Halos.MOST) {
      caveats.add("Only the " + Halos.MOST + " newest events have a halo drawn.");
    }
    caveats.add(
        "A halo is the pattern of all selected events: select one type, for example attacks with"
            + " explosive devices, to have the pattern of that type.");
    return caveats;
  }

  private interface Cell {
    boolean is(int band, int step);
  }

  private int count(Cell cell) {
    int count = 0;
    for (int band = 0; band < matrix.bands(); band++) {
      for (int step = 0; step < matrix.steps(); step++) {
        count += cell.is(band, step) ? 1 : 0;
      }
    }
    return count;
  }
}
