package org.vigie.geodata.analysis.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** What a reader of a forecast must know before acting on it, in plain words. */
final class Caveats {

  private static final double NOTABLE_SHARE = 0.1;

  private final Skill skill;
  private final int area;
  private final DatedEvents events;
  private final Setting setting;
  private final Backtest backtest;
  private final Map<String, Object> sizes;
  private final double[] stays;

  Caveats(
      Skill skill,
      int area,
      DatedEvents events,
      Setting setting,
      Backtest backtest,
      Map<String, Object> sizes,
      double[] stays) {
    this.skill = skill;
    this.area = area;
    this.events = events;
    this.setting = setting;
    this.backtest = backtest;
    this.sizes = sizes;
    this.stays = stays;
  }

  List<String> list() {
    List<String> caveats = new ArrayList<>();
    caveats.add(verdict());
    caveats.add(
        String.format(
            Locale.ROOT,
            "Tried on %d days thirty days apart whose horizons overlap: they are fewer than they"
                + " seem. The model was chosen on the same days, which flatters it a little.",
            backtest.days().length));
    long places =
        events.list().stream().map(e -> new Coordinate(e.lon(), e.lat())).distinct().count();
    if (1 - (double) places / events.list().size() >= NOTABLE_SHARE) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "%,d events stand on %,d different coordinates: part of the skill is that events are"
                  + " placed on known towns. See the table of squares without a recent event.",
              events.list().size(),
              places));
    }
    caveats.add(
        "Earlier forecasts knew every event that is known now. Reports come late and are corrected:"
            + " on the day itself less is known, and skill is lower. Data that are coded after the"
            + " fact, such as UCDP GED, flatter most; set a reporting delay to see.");
    caveats.add(
        "PAI grows with empty land in the study area ("
            + setting.squares().rule()
            + "): compare PEI, which does not.");
    caveats.add(
        String.format(
            Locale.ROOT,
            "With squares half as wide %.0f %% of the area in either forecast is in both, with"
                + " squares twice as wide %.0f %%.",
            100 * (Double) sizes.getOrDefault("jaccardHalfCell", 0.0),
            100 * (Double) sizes.getOrDefault("jaccardDoubleCell", 0.0)));
    if (stays.length == 0) {
      caveats.add(
          "No stability is told: no event states how well its place is known, or no draws were"
              + " wanted.");
    }
    if (setting.snapped()) {
      caveats.add(
          "There are more than "
              + Setting.MOST_PLACES
              + " different places: each was taken for the middle of its half square.");
    }
    caveats.add(
        "Places that are reported more look riskier, and patrols change what happens and what is"
            + " reported. A square without a rank is not safe.");
    return caveats;
  }

  private String verdict() {
    double percent = Trial.AREAS.get(area);
    Trial baseline = skill.baseline(area);
    return skill
        .winner(area)
        .map(
            winner -> {
              BlockBootstrap gain = skill.gain(winner, area);
              return String.format(
                  Locale.ROOT,
                  "At %.0f %% of the area the model %s found %.0f %% of the events of earlier days,"
                      + " the simple count %s %.0f %%: a difference of %.1f points (95 %% interval"
                      + " %.1f to %.1f).",
                  percent,
                  winner.model(),
                  100 * winner.hitRate(area),
                  baseline.model(),
                  100 * baseline.hitRate(area),
                  100 * gain.difference(),
                  100 * gain.low(),
                  100 * gain.high());
            })
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "No model was better than the simple counts on earlier days at %.0f %% of the"
                        + " area: the map shows the simple count %s, which found %.0f %% of the"
                        + " events.",
                    percent,
                    baseline.model(),
                    100 * baseline.hitRate(area)));
  }
}
