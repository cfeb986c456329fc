package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Normal;
import org.vigie.geodata.analysis.grid.Neighbours;

/** What a local statistic says of each unit. */
final class Outcome {

  private static final double[] LEVELS = {0.10, 0.05, 0.01};

  private final double[] x;
  private final double[] z;
  private final double[] p;
  private final double[] q;
  private final Optional<LocalMoran> moran;

  Outcome(double[] x, Neighbours neighbours, Statistic statistic, FalseDiscovery fdr) {
    this.x = x;
    moran =
        statistic == Statistic.MORAN ? Optional.of(LocalMoran.of(x, neighbours)) : Optional.empty();
    z = moran.map(LocalMoran::z).orElseGet(() -> statistic.z(x, neighbours));
    p = Arrays.stream(z).map(Normal::twoSided).toArray();
    q = fdr.q(p);
  }

  int size() {
    return x.length;
  }

  /** The value that was tested. */
  double x(int i) {
    return x[i];
  }

  /** NaN for a unit that cannot be tested, as p and q. */
  double z(int i) {
    return z[i];
  }

  double p(int i) {
    return p[i];
  }

  double q(int i) {
    return q[i];
  }

  Optional<LocalMoran> moran() {
    return moran;
  }

  /**
   * 3, 2 and 1 for hot with 99, 95 and 90 % confidence, likewise below 0 for cold, else 0. A single
   * high or low unit among others is neither hot nor cold.
   */
  int bin(int i) {
    int level = 0;
    for (double alpha : LEVELS) {
      level += q[i] <= alpha ? 1 : 0;
    }
    return level * side(i);
  }

  /** 1 for high among high, -1 for low among low, 0 for neither or not tested. */
  int side(int i) {
    if (Double.isNaN(z[i])) {
      return 0;
    }
    return moran
        .map(
            m ->
                switch (m.quadrant(i)) {
                  case HH -> 1;
                  case LL -> -1;
                  default -> 0;
                })
        .orElse((int) Math.signum(z[i]));
  }

  /** Whether it is hot with 95 % confidence. */
  boolean isHot(int i) {
    return bin(i) >= 2;
  }

  boolean isCold(int i) {
    return bin(i) <= -2;
  }

  /** Of each unit, whether it is hot. */
  boolean[] hot() {
    boolean[] hot = new boolean[x.length];
    for (int i = 0; i < hot.length; i++) {
      hot[i] = isHot(i);
    }
    return hot;
  }

  /** 1 for hot, -1 for cold, 0 for neither. */
  int[] verdicts() {
    return IntStream.range(0, x.length).map(i -> isHot(i) ? 1 : isCold(i) ? -1 : 0).toArray();
  }

  /** Whether the test says anything of a unit with 90 % confidence. */
  boolean isNotable(int i) {
    return q[i] <= LEVELS[0];
  }

  /** Of each unit, the side it is on. */
  int[] sides() {
    return IntStream.range(0, x.length).map(this::side).toArray();
  }

  /** How many units are hot and cold, at each level. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int level = LEVELS.length; level >= 1; level--) {
      int least = level;
      long percent = Math.round(100 * (1 - LEVELS[level - 1]));
      figures.put("hot" + percent, count(i -> bin(i) >= least));
      figures.put("cold" + percent, count(i -> bin(i) <= -least));
    }
    return figures;
  }

  private int count(IntPredicate wanted) {
    return (int) IntStream.range(0, x.length).filter(wanted).count();
  }

  /** Quadrant with 95 % confidence, else "none". */
  String type(int i) {
    return q[i] <= LEVELS[1] ? moran.map(m -> m.quadrant(i).name()).orElse("none") : "none";
  }
}
