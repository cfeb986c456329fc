package org.vigie.geodata.analysis.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Table;

/** How the models did on the same past days, and which of them may be believed. */
final class Skill {

  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("model", "Model", ""),
          new Table.Column("areaPct", "Share of the area", "%"),
          new Table.Column("origins", "Days tried", ""),
          new Table.Column("events", "Events", ""),
          new Table.Column("hitRate", "Hit rate", "1"),
          new Table.Column("pai", "PAI", "1"),
          new Table.Column("pei", "PEI", "1"),
          new Table.Column("baseline", "Best simple count", ""),
          new Table.Column("difference", "Hit rate above it", "1"),
          new Table.Column("lo95", "from", "1"),
          new Table.Column("hi95", "to", "1"),
          new Table.Column("verdict", "Verdict", ""));

  private final List<Backtest.Result> results;
  private final int block;
  private final Seed seed;

  /**
   * @param block days that are drawn together for intervals
   */
  Skill(List<Backtest.Result> results, int block, Seed seed) {
    this.results = results;
    this.block = block;
    this.seed = seed;
  }

  private List<Trial> trials() {
    return results.stream().map(Backtest.Result::everywhere).toList();
  }

  Trial trial(String model) {
    return trials().stream().filter(t -> t.model().equals(model)).findFirst().orElseThrow();
  }

  /** The better of the simple counts on these days, which favours it. */
  Trial baseline(int area) {
    return trials().stream()
        .filter(t -> Models.isSimple(t.model()))
        .max(Comparator.comparingDouble(t -> t.hitRate(area)))
        .orElseThrow();
  }

  BlockBootstrap gain(Trial trial, int area) {
    return BlockBootstrap.of(trial, baseline(area), area, block, seed);
  }

  /** The model with the best hit rate of those that beat the simple counts for sure. */
  Optional<Trial> winner(int area) {
    return trials().stream()
        .filter(t -> !Models.isSimple(t.model()) && gain(t, area).low() > 0)
        .max(Comparator.comparingDouble(t -> t.hitRate(area)));
  }

  /** What the map shows: the winner, else the better simple count. */
  Trial chosen(int area) {
    return winner(area).orElseGet(() -> baseline(area));
  }

  List<Table> tables() {
    return List.of(skill(), onset(), probability());
  }

  private Table skill() {
    List<List<Object>> rows = new ArrayList<>();
    for (Trial trial : trials()) {
      for (int area = 0; area < Trial.AREAS.size(); area++) {
        BlockBootstrap gain = gain(trial, area);
        rows.add(
            List.of(
                trial.model(),
                Trial.AREAS.get(area),
                trial.days(),
                trial.allEvents(),
                trial.hitRate(area),
                trial.pai(area),
                trial.meanPei(area),
                baseline(area).model(),
                gain.difference(),
                gain.low(),
                gain.high(),
                verdict(trial, gain)));
      }
    }
    return new Table("skill", "Skill on earlier days", COLUMNS, rows);
  }

  private static String verdict(Trial trial, BlockBootstrap gain) {
    if (Models.isSimple(trial.model())) {
      return "simple count";
    }
    return gain.low() > 0 ? "better" : gain.high() < 0 ? "worse" : "not distinguishable";
  }

  private Table onset() {
    List<List<Object>> rows = new ArrayList<>();
    for (Backtest.Result result : results) {
      Trial trial = result.onset();
      for (int area = 0; area < Trial.AREAS.size(); area++) {
        boolean any = trial.allEvents() > 0;
        rows.add(
            List.of(
                trial.model(),
                Trial.AREAS.get(area),
                trial.allEvents(),
                any ? trial.hitRate(area) : "",
                any ? trial.pai(area) : "",
                any ? trial.meanPei(area) : ""));
      }
    }
    return new Table(
        "onset",
        "Skill in squares without an event in the last 365 days",
        List.of(
            COLUMNS.get(0),
            COLUMNS.get(1),
            COLUMNS.get(3),
            COLUMNS.get(4),
            COLUMNS.get(5),
            COLUMNS.get(6)),
        rows);
  }

  private Table probability() {
    return new Table(
        "probability",
        "Probability of at least one event in a square: less is better",
        List.of(
            COLUMNS.get(0),
            new Table.Column("brier", "Brier score", "1"),
            new Table.Column("logScore", "Logarithmic score", "nat")),
        trials().stream().map(t -> List.<Object>of(t.model(), t.brier(), t.logScore())).toList());
  }
}
