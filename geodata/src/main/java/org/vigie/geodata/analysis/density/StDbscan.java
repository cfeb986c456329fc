package org.vigie.geodata.analysis.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;

/**
 * ST-DBSCAN after D. Birant and A. Kut, "ST-DBSCAN: an algorithm for clustering spatial-temporal
 * data", Data and Knowledge Engineering 60 (2007): {@link Dbscan} among points that are near in
 * space and in time. Their third condition, on the change of a measured value within a cluster, is
 * left out: events have none.
 *
 * <p>Two points are neighbours when they are at most eps apart and their days differ by at most
 * epsDays, which is a distance of at most 1 when each is divided by its bound and the greater
 * taken. A border point joins the core nearest in this distance, at equal distance the lowest.
 *
 * <p>Cost: places by the places within eps of each, times the logarithm of the points at one.
 */
public final class StDbscan {

  private static final int TELL_EVERY = 256;

  private final Space space;
  private final double[] days;
  private final double eps;
  private final double epsDays;

  /** Square of a chord that is surely within eps. */
  private final double nearSquared;

  private final int minPts;
  private final Places places;
  private final KdTree tree;

  /** Points by place and day; those of a place run from its start to that of the next. */
  private final int[] byDay;

  private final int[] starts;
  private final boolean[] core;
  private final UnionFind components;
  private final int[] label;
  private final boolean[] ambiguous;

  /** The places near the one that is looked at. */
  private final int[] near;

  private int nearCount;

  private StDbscan(Space space, double[] days, double eps, double epsDays, int minPts) {
    this.space = space;
    this.days = days;
    this.eps = eps;
    this.epsDays = epsDays;
    this.minPts = minPts;
    places = new Places(space);
    tree = new KdTree(space, places);
    int n = space.size();
    byDay =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                (a, b) -> {
                  int place = Integer.compare(places.of(a), places.of(b));
                  int day = place != 0 ? place : Double.compare(days[a], days[b]);
                  return day != 0 ? day : Integer.compare(a, b);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    starts = new int[places.size() + 1];
    for (int place = 0; place < places.size(); place++) {
      starts[place + 1] = starts[place] + places.weight(place);
    }
    core = new boolean[n];
    components = new UnionFind(n);
    label = new int[n];
    ambiguous = new boolean[n];
    near = new int[places.size()];
    double surely = Math.max(0, space.surelyWithin(eps));
    nearSquared = surely * surely;
  }

  /**
   * Clusters the points of a space.
   *
   * @param days of each point, finite; whole or in parts
   * @param eps in metres, above 0
   * @param epsDays in days, above 0
   * @param minPts least number of points in a core point's neighbourhood, itself counted, from 1
   */
  public static Clustering run(
      Space space, double[] days, double eps, double epsDays, int minPts, Progress progress) {
    if (!(eps > 0) || !(epsDays > 0) || minPts < 1 || days.length != space.size()) {
      throw new IllegalArgumentException(
          "eps " + eps + ", epsDays " + epsDays + " and minPts " + minPts + " must be above 0");
    }
    StDbscan run = new StDbscan(space, days, eps, epsDays, minPts);
    run.eachPlace(progress.part(0, 0.4), run::findCores);
    run.eachPlace(progress.part(0.4, 0.8), run::joinCores);
    run.eachPlace(progress.part(0.8, 1), run::findBorders);
    return run.number();
  }

  private void eachPlace(Progress progress, java.util.function.IntConsumer look) {
    for (int place = 0; place < places.size(); place++) {
      if (place % TELL_EVERY == 0) {
        progress.at((double) place / places.size(), "comparing places and days");
      }
      int point = places.firstPoint(place);
      nearCount = 0;
      tree.within(
          point,
          eps,
          (other, chordSquared) -> {
            if (chordSquared <= nearSquared
                || space.distance(point, places.firstPoint(other)) <= eps) {
              near[nearCount++] = other;
            }
          });
      look.accept(place);
    }
  }

  private void findCores(int place) {
    for (int at = starts[place]; at < starts[place + 1]; at++) {
      double day = days[byDay[at]];
      int count = 0;
      for (int i = 0; i < nearCount && count < minPts; i++) {
        count += after(near[i], day) - notBefore(near[i], day);
      }
      core[byDay[at]] = count >= minPts;
    }
  }

  private void joinCores(int place) {
    int previous = -1;
    for (int at = starts[place]; at < starts[place + 1]; at++) {
      int point = byDay[at];
      if (!core[point]) {
        continue;
      }
      if (previous >= 0 && days[point] - days[previous] <= epsDays) {
        components.join(previous, point);
      }
      previous = point;
      for (int i = 0; i < nearCount; i++) {
        if (near[i] > place) {
          joinCores(point, near[i]);
        }
      }
    }
  }

  /** Cores of one place that follow each other within epsDays need to be joined only once. */
  private void joinCores(int point, int other) {
    int end = after(other, days[point]);
    int previous = -1;
    for (int at = notBefore(other, days[point]); at < end; at++) {
      int candidate = byDay[at];
      if (core[candidate]) {
        if (previous < 0 || days[candidate] - days[previous] > epsDays) {
          components.join(point, candidate);
        }
        previous = candidate;
      }
    }
  }

  private void findBorders(int place) {
    for (int at = starts[place]; at < starts[place + 1]; at++) {
      int point = byDay[at];
      if (!core[point]) {
        findBorder(point);
      }
    }
  }

  private void findBorder(int point) {
    double best = Double.POSITIVE_INFINITY;
    int nearest = -1;
    for (int i = 0; i < nearCount; i++) {
      int end = after(near[i], days[point]);
      double metres = -1;
      for (int at = notBefore(near[i], days[point]); at < end; at++) {
        int other = byDay[at];
        if (!core[other]) {
          continue;
        }
        metres = metres < 0 ? space.distance(point, other) : metres;
        double distance = Math.max(metres / eps, Math.abs(days[other] - days[point]) / epsDays);
        ambiguous[point] |= nearest >= 0 && components.find(other) != components.find(nearest);
        if (distance < best || (distance == best && other < nearest)) {
          best = distance;
          nearest = other;
        }
      }
    }
    label[point] = nearest < 0 ? -1 : components.find(nearest);
  }

  private Clustering number() {
    int n = core.length;
    int[] number = new int[n];
    int clusters = 0;
    for (int i = 0; i < n; i++) {
      if (core[i]) {
        label[i] = components.find(i);
        if (number[label[i]] == 0) {
          number[label[i]] = ++clusters;
        }
      }
    }
    int[] numbered = Arrays.stream(label).map(root -> root < 0 ? 0 : number[root]).toArray();
    return new Clustering(numbered, core, ambiguous, clusters);
  }

  /** Position of the first point of a place that is not more than epsDays earlier. */
  private int notBefore(int place, double day) {
    int low = starts[place];
    int high = starts[place + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day - days[byDay[middle]] <= epsDays) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Position behind the last point of a place that is not more than epsDays later. */
  private int after(int place, double day) {
    int low = starts[place];
    int high = starts[place + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[byDay[middle]] - day <= epsDays) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
