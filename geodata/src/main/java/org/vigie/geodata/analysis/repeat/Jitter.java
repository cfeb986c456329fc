package org.vigie.geodata.analysis.repeat;

import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.density.GeodesicSpace;

/**
 * The same test on events moved within their stated uncertainty: what a gazetteer made of the
 * pattern goes, what is real stays.
 *
 * @param ratio pairs over those expected, mean of the draws; NaN where none is ever expected
 * @param stability share of draws in which a cell has more pairs than chance, one-sided at 5 % by
 *     the exact moments
 */
@SuppressWarnings("ArrayRecordComponent") // a small matrix each
record Jitter(double[][] ratio, double[][] stability) {

  /** One-sided 5 % of the normal distribution. */
  private static final double UNUSUAL = 1.644_853_626_951_472_6;

  /** Each draw costs finding all pairs anew; draws are divided over the processors. */
  static Jitter of(
      Displacement displacement,
      RepeatSettings settings,
      int[] days,
      int draws,
      long mostPairs,
      Progress progress)
      throws ClosePairs.TooManyPairs {
    KnoxTable[] tables = new KnoxTable[draws];
    ClosePairs.TooManyPairs[] tooMany = new ClosePairs.TooManyPairs[draws];
    IntStream.range(0, draws)
        .parallel()
        .forEach(
            draw -> {
              double[][] places = displacement.places(draw);
              try {
                tables[draw] =
                    KnoxTable.of(
                        ClosePairs.of(
                            new GeodesicSpace(places[0], places[1]),
                            settings.metres(),
                            mostPairs,
                            () ->
                                progress.at(
                                    (double) draw / draws, "moving events within uncertainty")),
                        days,
                        settings.days());
              } catch (ClosePairs.TooManyPairs more) {
                tooMany[draw] = more;
              }
            });
    for (ClosePairs.TooManyPairs each : tooMany) {
      if (each != null) {
        throw each;
      }
    }
    return of(tables, settings);
  }

  private static Jitter of(KnoxTable[] tables, RepeatSettings settings) {
    int bands = settings.metres().length;
    int steps = settings.days().count();
    double[][] ratio = new double[bands][steps];
    double[][] stability = new double[bands][steps];
    for (int s = 0; s < bands; s++) {
      for (int t = 0; t < steps; t++) {
        long observed = 0;
        double expected = 0;
        int unusual = 0;
        for (KnoxTable table : tables) {
          observed += table.observed()[s][t];
          expected += table.expected()[s][t];
          unusual += table.z(s, t) > UNUSUAL ? 1 : 0;
        }
        ratio[s][t] = expected > 0 ? observed / expected : Double.NaN;
        stability[s][t] = (double) unusual / tables.length;
      }
    }
    return new Jitter(ratio, stability);
  }
}
