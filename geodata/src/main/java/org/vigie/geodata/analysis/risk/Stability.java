package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.model.BadInputException;

/** How much of a forecast rests on the digits of places and on the size of the squares. */
final class Stability {

  private final Forecast forecast;
  private final Setting setting;
  private final Progress progress;
  private final Displacement displacement;
  private final int draws;

  Stability(Forecast forecast, Setting setting, Parameters.Values values, Progress progress) {
    this.forecast = forecast;
    this.setting = setting;
    this.progress = progress;
    displacement = new Displacement(setting.events(), Seed.of(values));
    draws = displacement.uncertain() == 0 ? 0 : values.integer("draws");
  }

  /**
   * Share of the draws in which each square is among the first; empty without draws or without any
   * stated uncertainty.
   */
  double[] share(SquareCells cells, int first) {
    int[] times = new int[draws == 0 ? 0 : cells.size()];
    for (int draw = 0; draw < draws; draw++) {
      progress.at((double) draw / draws, "moving events within their uncertainty");
      Past moved = setting.moved(cells, displacement.offsets(draw));
      int[] order = forecast.order(setting.models(cells, moved, progress.part(0, 0)));
      Arrays.stream(order, 0, first).forEach(cell -> times[cell]++);
    }
    return Arrays.stream(times).mapToDouble(n -> (double) n / draws).toArray();
  }

  /**
   * Area in common over the area of both, of the first squares and those half and twice as wide.
   */
  Map<String, Object> sizes(Models models, double areaPercent) throws BadInputException {
    double side = models.past().cells().side();
    Set<Long> base = forecast.hot(models, areaPercent, side / 2);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("jaccardHalfCell", HotSquares.jaccard(base, at(side / 2, areaPercent, side / 2)));
    figures.put("jaccardDoubleCell", HotSquares.jaccard(base, at(side * 2, areaPercent, side / 2)));
    return figures;
  }

  private Set<Long> at(double side, double areaPercent, double piece) throws BadInputException {
    SquareCells cells = setting.squares().of(side, 4 * StudySquares.MOST);
    Models models = setting.models(cells, setting.past(cells), progress.part(0, 0));
    return forecast.hot(models, areaPercent, piece);
  }
}
