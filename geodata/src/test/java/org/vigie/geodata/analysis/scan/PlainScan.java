package org.vigie.geodata.analysis.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.density.Space;

/** The scan as its definition says: every circle, every window, one after the other. */
final class PlainScan {

  private final Space places;
  private final double[] weight;
  private final double maxRadius;
  private final double maxWeight;

  PlainScan(Space places, double[] weight, double maxRadius, double maxWeight) {
    this.places = places;
    this.weight = weight;
    this.maxRadius = maxRadius;
    this.maxWeight = maxWeight;
  }

  record Found(
      int centre,
      double radius,
      List<Integer> members,
      int first,
      int last,
      int cases,
      double expected,
      double llr) {}

  /** Every circle with each of its windows that has more events than expected, best first. */
  List<Found> all(int[] place, int[] step, int steps, int longest, boolean prospective) {
    List<Found> found = new ArrayList<>();
    double totalWeight = IntStream.range(0, weight.length).mapToDouble(i -> weight[i]).sum();
    for (int centre = 0; centre < places.size(); centre++) {
      TreeSet<Double> radii = new TreeSet<>();
      for (int p = 0; p < places.size(); p++) {
        radii.add(places.distance(centre, p));
      }
      for (double radius : radii.headSet(maxRadius, true)) {
        List<Integer> members = within(centre, radius);
        double inside = members.stream().mapToDouble(p -> weight[p]).sum();
        for (int last = prospective ? steps - 1 : 0; inside <= maxWeight && last < steps; last++) {
          for (int first = Math.max(0, last - longest + 1); first <= last; first++) {
            int cases = 0;
            int ofSteps = 0;
            for (int i = 0; i < place.length; i++) {
              if (step[i] >= first && step[i] <= last) {
                ofSteps++;
                cases += members.contains(place[i]) ? 1 : 0;
              }
            }
            double expected = inside * ofSteps / totalWeight;
            if (cases > expected) {
              double others = place.length - cases;
              double llr =
                  cases * Math.log(cases / expected)
                      + (others == 0 ? 0 : others * Math.log(others / (place.length - expected)));
              found.add(new Found(centre, radius, members, first, last, cases, expected, llr));
            }
          }
        }
      }
    }
    found.sort(Comparator.comparing(f -> -f.llr()));
    return found;
  }

  private List<Integer> within(int centre, double radius) {
    return IntStream.range(0, places.size())
        .filter(p -> places.distance(centre, p) <= radius)
        .boxed()
        .toList();
  }
}
