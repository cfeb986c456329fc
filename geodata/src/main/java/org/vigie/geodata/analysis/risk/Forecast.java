package org.vigie.geodata.analysis.risk;

import java.util.Set;

/**
 * The forecast of one model with what it learned, to be repeated on events that are moved and on
 * squares of another size without learning again.
 *
 * @param model its name
 * @param weights of the mixture's parts
 * @param process what was fitted to the events
 * @param known events before this day are known
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Forecast(String model, double[] weights, SelfExciting process, double known) {

  double[] scores(Models models) {
    return switch (model) {
      case Models.MIXTURE -> models.mixture().scores(known, weights);
      case Models.SELF_EXCITING ->
          process.expected(models.selfExciting().window(known), models.horizon());
      default -> models.named(model).scores(known);
    };
  }

  /** Numbers of the squares, the likeliest first. */
  int[] order(Models models) {
    return Ranking.of(scores(models), models.tie().scores(known));
  }

  /** The first squares of a share of the area, made of pieces of a side in metres. */
  Set<Long> hot(Models models, double areaPercent, double side) {
    SquareCells cells = models.past().cells();
    return HotSquares.pieces(cells, order(models), Ranking.most(areaPercent, cells.size()), side);
  }
}
