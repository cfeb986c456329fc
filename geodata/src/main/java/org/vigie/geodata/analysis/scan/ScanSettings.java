package org.vigie.geodata.analysis.scan;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Seed;

/**
 * Which windows a scan looks at.
 *
 * @param byPopulation events against population, without time; else the space-time permutation
 * @param maxRadius metres of the largest circle
 * @param maxShare of the population, or of all events, in the largest circle
 * @param steps of the whole study
 * @param longest steps of the longest window
 * @param prospective only windows that end with the last step
 * @param leastEvents in a window
 */
record ScanSettings(
    boolean byPopulation,
    double maxRadius,
    double maxShare,
    int steps,
    int longest,
    boolean prospective,
    int leastEvents) {

  static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.word(
              "model",
              "Model",
              "What events are compared with: the usual events of the same places and days, which"
                  + " needs nothing else, or the population of areas.",
              "stp",
              models()),
          Parameter.flag(
              "prospective",
              "Only what goes on now",
              "Only clusters that reach to the last day: what to look at today. Off, clusters of"
                  + " any time are found, which takes longer.",
              true),
          Parameter.number(
              "maxRadiusM",
              "Largest radius",
              "Radius of the largest circle. Larger finds wider clusters and takes longer.",
              "m",
              50_000,
              100,
              1_000_000),
          Parameter.integer(
              "maxDays",
              "Longest cluster, days",
              "Days of the longest cluster. Longer finds slower changes.",
              28,
              1,
              3_660),
          Parameter.integer(
              "stepDays",
              "Step, days",
              "Days counted together: 7 is faster and does not mind on which day of the week"
                  + " something is reported.",
              1,
              1,
              366),
          Parameter.number(
              "maxShare",
              "Largest share",
              "Share of the population, or of all events, that the largest circle may hold. More"
                  + " than half would say that the rest is quiet.",
              "1",
              0.5,
              0.01,
              1),
          Parameter.integer(
              "leastEvents", "Least events", "Events a cluster has at least.", 2, 1, 1_000),
          Parameter.integer(
              "replications",
              "Replications",
              "Arrangements drawn by chance; the least p is one in one more than these.",
              999,
              99,
              9_999),
          Parameter.flag(
              "stopEarly",
              "Stop early",
              "End when 50 replications have beaten the most likely cluster: it is plainly nothing"
                  + " unusual.",
              false),
          Parameter.number(
              "maxP",
              "Largest p shown",
              "Clusters with a larger p are in the table but not on the map. 1 shows all.",
              "1",
              0.05,
              0.0001,
              1),
          Parameter.integer("maxClusters", "Most clusters", "Clusters listed at most.", 10, 1, 100),
          Parameter.integer(
              "draws",
              "Draws for stability",
              "How often events are moved within their stated uncertainty to see whether a cluster"
                  + " stays. 0 leaves it out.",
              20,
              0,
              999),
          DatedEvents.MOST_DAYS,
          PlacedEvents.INCLUDE_COARSE,
          Seed.PARAMETER);

  static ScanSettings of(Parameters.Values values, int steps) {
    boolean byPopulation = isByPopulation(values);
    return new ScanSettings(
        byPopulation,
        values.number("maxRadiusM"),
        values.number("maxShare"),
        steps,
        Math.max(1, values.integer("maxDays") / values.integer("stepDays")),
        values.flag("prospective"),
        values.integer("leastEvents"));
  }

  static boolean isByPopulation(Parameters.Values values) {
    return values.word("model").equals("poisson");
  }

  ScanSettings withRadius(double metres) {
    return new ScanSettings(
        byPopulation, metres, maxShare, steps, longest, prospective, leastEvents);
  }

  private static Map<String, String> models() {
    Map<String, String> models = new TreeMap<>();
    models.put("stp", "Space-time permutation: places and days against their usual events");
    models.put("poisson", "Poisson: events against the population of areas, without time");
    return models;
  }
}
