package org.vigie.geodata.analysis.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Legend.Entry;
import org.vigie.geodata.analysis.Legend.Tone;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.Classification;

/** The squares of the first tenth of the area, the likeliest first. */
final class HotFindings {

  static final Legend LEGEND =
      new Legend(
          "Rank by expected events, share of the area",
          "topPercent",
          List.of(
              Entry.word("1", "first 1 %", Tone.STEP_5),
              Entry.word("2", "to 2 %", Tone.STEP_4),
              Entry.word("5", "to 5 %", Tone.STEP_3),
              Entry.word("10", "to 10 %", Tone.STEP_1)));

  private final Models models;
  private final EqualAreaPlane plane;
  private final Forecast forecast;
  private final int[] order;
  private final double[] stays;
  private final Classification classification;

  HotFindings(
      Models models,
      EqualAreaPlane plane,
      Forecast forecast,
      int[] order,
      double[] stays,
      Classification classification) {
    this.models = models;
    this.plane = plane;
    this.forecast = forecast;
    this.order = order;
    this.stays = stays;
    this.classification = classification;
  }

  /**
   * @param relation from expected events to the probability of at least one
   */
  List<AnalysisResult.Finding> list(AtLeastOne.Relation relation) {
    Past past = models.past();
    double known = forecast.known();
    double[] expected =
        AtLeastOne.expected(forecast.scores(models), Backtest.total(past, known, models.horizon()));
    int[] year = past.counts(known - Backtest.RECENT_DAYS, known);
    int[] all = past.counts(Double.NEGATIVE_INFINITY, known);
    double[] background = background(past);
    int most = Ranking.most(10, order.length);
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    for (int rank = 1; rank <= most; rank++) {
      int cell = order[rank - 1];
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("rank", rank);
      properties.put("topPercent", topPercent(rank));
      properties.put("expected", expected[cell]);
      properties.put("pAtLeastOne", relation.probability(expected[cell]));
      properties.put("model", forecast.model());
      properties.put("eventsLast365Days", year[cell]);
      properties.put("eventsAll", all[cell]);
      if (!Double.isNaN(background[cell])) {
        properties.put("backgroundProbability", background[cell]);
      }
      if (stays.length > 0) {
        properties.put("stability", stays[cell]);
      }
      properties.put("areaKm2", past.cells().side() * past.cells().side() / 1e6);
      properties.put("classification", classification.name());
      findings.add(new AnalysisResult.Finding(square(past.cells(), cell), properties));
    }
    return findings;
  }

  /** The smallest of the shares told for that the rank belongs to. */
  private String topPercent(int rank) {
    for (double area : Trial.AREAS) {
      if (rank <= Ranking.most(area, order.length)) {
        return Integer.toString((int) area);
      }
    }
    throw new IllegalArgumentException("rank " + rank);
  }

  /** Mean probability that the latest events of each square were background; NaN without any. */
  private double[] background(Past past) {
    SelfExciting.Window window = models.selfExciting().window(forecast.known());
    double[] sum = new double[past.cells().size()];
    int[] n = new int[sum.length];
    for (int i = window.from(); i < window.to(); i++) {
      sum[past.cell(i)] += forecast.process().backgroundProbability(window, i);
      n[past.cell(i)]++;
    }
    for (int cell = 0; cell < sum.length; cell++) {
      sum[cell] = n[cell] == 0 ? Double.NaN : sum[cell] / n[cell];
    }
    return sum;
  }

  private Geometry square(SquareCells cells, int cell) {
    double side = cells.side();
    double west = cells.column(cell) * side;
    double south = cells.row(cell) * side;
    Coordinate first = new Coordinate(west, south);
    return plane.polygon(
        new Coordinate[] {
          first,
          new Coordinate(west + side, south),
          new Coordinate(west + side, south + side),
          new Coordinate(west, south + side),
          first
        });
  }
}
