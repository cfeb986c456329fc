package org.vigie.geodata.analysis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.testing.SharedData;

/** UCDP GED 23.1, Central African Republic: the table of the reference and what beats it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastReferenceTest {

  /** No rows of the reference. */
  private static final Set<String> MADE_HERE = Set.of("mixture", "self-exciting", "count-all");

  private static final LocalDate SINCE = LocalDate.parse("2013-01-01");

  private ForecastBaselines setting;
  private final Map<String, Trial> trials = new LinkedHashMap<>();

  @BeforeAll
  void read() throws Exception {
    setting =
        ForecastBaselines.read(
            SharedData.get("ucdp/ged231_caf.csv"),
            32634,
            ForecastBaselines.cells(SharedData.get("reference/inputs/F1_grid20km.csv")),
            LocalDate.parse("2015-01-01"),
            LocalDate.parse("2022-10-01"));
    Past past = setting.past();
    Spread km10 = Spread.gaussian(past, 10_000);
    Spread km15 = Spread.gaussian(past, 15_000);
    Spread km25 = Spread.gaussian(past, 25_000);
    for (RiskModel model :
        List.of(
            ForecastBaselines.countSince(past, "freq_since_2013", SINCE),
            new CountModel("freq_365d", past, Weighting.last(365)),
            new CountModel("count-all", past, Weighting.all()),
            new KernelModel("kde10_730d", past, km10, Weighting.last(730)),
            new KernelModel("kde15_730d", past, km15, Weighting.last(730)),
            new KernelModel("kde25_730d", past, km25, Weighting.last(730)),
            ForecastBaselines.since(past, "kde10_since2013", km10, SINCE),
            ForecastBaselines.since(past, "kde25_since2013", km25, SINCE),
            new KernelModel(
                "promap_90d", past, Spread.halfCells(past, 50_000), Weighting.perWeek(90)),
            new SelfExcitingModel(past, km25, ForecastBaselines.HORIZON, 5_000, Progress.UNHEARD),
            new Models(past, 10_000, ForecastBaselines.HORIZON, 30, 0, 5_000, Progress.UNHEARD)
                .mixture())) {
      trials.put(model.name(), setting.trial(model));
    }
  }

  @Test
  void everyRowOfTheTableIsReproduced() throws Exception {
    int rows = 0;
    try (CsvReader<NamedCsvRecord> table =
        CsvReader.builder()
            .ofNamedCsvRecord(
                SharedData.get("reference/expected/F1_forecast_baseline_summary.csv"))) {
      for (NamedCsvRecord row : table) {
        Trial trial = trials.get(row.getField("model"));
        if (trial == null) {
          assertThat(row.getField("model")).isEqualTo("random");
          continue;
        }
        int area = Trial.AREAS.indexOf(Double.parseDouble(row.getField("area_pct")));
        String what = row.getField("model") + " " + row.getField("area_pct");
        assertThat(trial.days()).isEqualTo(Integer.parseInt(row.getField("origins")));
        assertThat(trial.allEvents()).isEqualTo(Integer.parseInt(row.getField("total_events")));
        assertThat(trial.hitRate(area))
            .as(what)
            .isCloseTo(number(row, "pooled_hit_rate"), within(5.1e-5));
        assertThat(trial.pai(area)).as(what).isCloseTo(number(row, "pooled_PAI"), within(5.1e-4));
        assertThat(trial.meanPai(area)).as(what).isCloseTo(number(row, "mean_PAI"), within(5.1e-4));
        assertThat(trial.meanPei(area)).as(what).isCloseTo(number(row, "mean_PEI"), within(5.1e-5));
        rows++;
      }
    }
    assertThat(rows).isEqualTo(32);
    assertThat(setting.backtest().skipped()).isEqualTo(3);
  }

  @Test
  void intervalsOfTheDifferencesAreNearThoseOfTheReference() throws Exception {
    try (CsvReader<NamedCsvRecord> table =
        CsvReader.builder()
            .ofNamedCsvRecord(SharedData.get("reference/expected/F1_skill_difference_ci.csv"))) {
      for (NamedCsvRecord row : table) {
        int area = Trial.AREAS.indexOf(Double.parseDouble(row.getField("area_pct")));
        BlockBootstrap interval =
            BlockBootstrap.of(
                trials.get("freq_365d"), trials.get(row.getField("model")), area, 6, new Seed(1));
        // The reference tells neither its blocks nor its mean, which is not that of the table.
        assertThat(interval.difference())
            .isCloseTo(number(row, "hr_count365_minus_model"), within(4e-3));
        assertThat(interval.low()).isCloseTo(number(row, "lo95"), within(0.03));
        assertThat(interval.high()).isCloseTo(number(row, "hi95"), within(0.03));
      }
    }
  }

  /** At 2 % the interval reaches just below 0: nothing is promised there. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 10})
  void theMixtureBeatsTheBestRowOfTheTable(double percent) {
    int area = Trial.AREAS.indexOf(percent);
    Trial best =
        trials.values().stream()
            .filter(t -> !MADE_HERE.contains(t.model()))
            .max(Comparator.comparingDouble(t -> t.hitRate(area)))
            .orElseThrow();
    for (int block : new int[] {3, 6, 12}) {
      BlockBootstrap gain = BlockBootstrap.of(mixture(), best, area, block, new Seed(1));
      assertThat(gain.low())
          .as("%s against %s, blocks of %d", gain, best.model(), block)
          .isPositive();
    }
  }

  @Test
  void theMixtureAlsoTellsProbabilitiesBest() {
    for (Trial trial : trials.values()) {
      assertThat(mixture().brier()).as(trial.model()).isLessThanOrEqualTo(trial.brier());
      assertThat(mixture().logScore()).as(trial.model()).isLessThanOrEqualTo(trial.logScore());
    }
  }

  private Trial mixture() {
    return Objects.requireNonNull(trials.get("mixture"));
  }

  private static double number(NamedCsvRecord row, String field) {
    return Double.parseDouble(row.getField(field));
  }
}
