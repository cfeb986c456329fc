package org.vigie.geodata.analysis.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Normal;
import org.vigie.geodata.analysis.Table;

/** What is known of every cell, a band of distance by a band of days, as a table. */
final class RepeatMatrix {

  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("spaceBand", "Distance", ""),
          new Table.Column("timeBand", "Days apart", ""),
          new Table.Column("fromM", "From", "m"),
          new Table.Column("belowM", "Below", "m"),
          new Table.Column("fromDays", "From", "d"),
          new Table.Column("belowDays", "Below", "d"),
          new Table.Column("observed", "Pairs", "1"),
          new Table.Column("expected", "Expected", "1"),
          new Table.Column("variance", "Variance", "1"),
          new Table.Column("ratio", "Pairs over shuffled", "1"),
          new Table.Column("z", "Standard deviations above", "1"),
          new Table.Column("p", "p", "1"),
          new Table.Column("q", "q", "1"),
          new Table.Column("ratioMoved", "Ratio with places moved", "1"),
          new Table.Column("stability", "Stays in", "1"),
          new Table.Column("ratioWithinYear", "Ratio within a year", "1"),
          new Table.Column("pWithinYear", "p within a year", "1"));

  private final RepeatSettings settings;
  private final KnoxTable knox;
  private final TimeShuffle shuffle;
  private final double[][] q;
  private final Optional<Jitter> jitter;
  private final Optional<Blocks> blocks;

  RepeatMatrix(
      RepeatSettings settings,
      KnoxTable knox,
      TimeShuffle shuffle,
      Optional<Jitter> jitter,
      Optional<Blocks> blocks) {
    this.settings = settings;
    this.knox = knox;
    this.shuffle = shuffle;
    this.jitter = jitter;
    this.blocks = blocks;
    q = q(shuffle.p());
  }

  RepeatSettings settings() {
    return settings;
  }

  int bands() {
    return q.length;
  }

  int steps() {
    return settings.days().count();
  }

  /** Pairs over the mean of the shuffles; NaN when no shuffle ever had one. */
  double ratio(int band, int step) {
    double mean = shuffle.mean()[band][step];
    return mean > 0 ? knox.observed()[band][step] / mean : Double.NaN;
  }

  double p(int band, int step) {
    return shuffle.p()[band][step];
  }

  double q(int band, int step) {
    return q[band][step];
  }

  /** Share of draws in which the cell stays unusual; NaN when none were drawn. */
  double stability(int band, int step) {
    return jitter.map(j -> j.stability()[band][step]).orElse(Double.NaN);
  }

  /** NaN when the events span no more than a year. */
  double withinYear(int band, int step) {
    return blocks.map(b -> Normal.above(b.z()[band][step])).orElse(Double.NaN);
  }

  Table table() {
    List<List<Object>> rows = new ArrayList<>();
    for (int band = 0; band < bands(); band++) {
      for (int step = 0; step < steps(); step++) {
        rows.add(row(band, step));
      }
    }
    return new Table("near-repeat", "Pairs of events by distance and days apart", COLUMNS, rows);
  }

  private List<Object> row(int band, int step) {
    int b = band;
    return List.of(
        settings.metresWords(band),
        settings.daysWords(step),
        band == 0 ? 0.0 : settings.metres()[band - 1],
        settings.metres()[band],
        settings.days().from(step),
        settings.days().to(step),
        knox.observed()[band][step],
        knox.expected()[band][step],
        knox.variance()[band][step],
        known(ratio(band, step)),
        known(knox.z(band, step)),
        p(band, step),
        q(band, step),
        known(jitter.map(j -> j.ratio()[b][step]).orElse(Double.NaN)),
        known(stability(band, step)),
        known(blocks.map(y -> y.ratio()[b][step]).orElse(Double.NaN)),
        known(withinYear(band, step)));
  }

  private static Object known(double value) {
    return Double.isNaN(value) ? "" : (Object) value;
  }

  private static double[][] q(double[][] p) {
    double[] flat = Arrays.stream(p).flatMapToDouble(Arrays::stream).toArray();
    double[] q = FalseDiscovery.BH.q(flat);
    double[][] matrix = new double[p.length][];
    for (int s = 0; s < p.length; s++) {
      matrix[s] = Arrays.copyOfRange(q, s * p[s].length, (s + 1) * p[s].length);
    }
    return matrix;
  }
}
