package org.vigie.geodata.analysis.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Squares where events are likely next, by the model that did best on earlier days of the same
 * data, or by a simple count when none was better. Cost: events times days tried times models; some
 * ten seconds for two thousand events over sixty days.
 */
public final class RiskForecast implements Analysis {

  static final double STEP_DAYS = 30;

  private static final int LEAST_EVENTS = 50;
  private static final int LEAST_CELLS = 50;
  private static final int LEAST_ORIGINS = 12;

  @Override
  public String id() {
    return "risk-forecast";
  }

  @Override
  public String title() {
    return "Short-term risk";
  }

  @Override
  public String description() {
    return "Where events are likely next: counts, kernel density, ProMap, a self-exciting process"
        + " and a mixture, each tried on earlier days with what was known then. The map shows the"
        + " model that found more events than the simple counts, or says that none did and shows"
        + " the count. It tells where, not why, and nothing of what patrols change.";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public Parameters parameters() {
    return ForecastParameters.LIST;
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    DatedEvents events = DatedEvents.of(PlacedEvents.of(subject.events(), values), subject);
    if (events.list().size() < LEAST_EVENTS) {
      throw refused(
          "events",
          Message.of(
              "{count} placed and dated events are too few for a forecast", events.list().size()),
          Message.of(
              "Select at least {leastEvents}, over several years if there are any", LEAST_EVENTS));
    }
    Setting setting = Setting.of(subject, events, values);
    SquareCells cells = setting.squares().of(values.number("cellM"), StudySquares.MOST);
    if (cells.size() < LEAST_CELLS) {
      throw refused(
          "cellM",
          Message.of("{count} squares are too few to rank", cells.size()),
          Message.of(
              "Use smaller squares or a larger area, so that there are at least {leastCells}",
              LEAST_CELLS));
    }
    Models models = setting.models(cells, setting.past(cells), progress.part(0.6, 0.6));
    Backtest backtest = backtest(models, events.today(), values);
    List<Backtest.Result> results = new ArrayList<>();
    SelfExcitingModel selfExciting = models.selfExciting();
    Mixture mixture = models.mixture();
    List<RiskModel> list = models.list(selfExciting, mixture);
    for (RiskModel model : list) {
      double from = (double) results.size() / list.size();
      double to = (results.size() + 1.0) / list.size();
      results.add(backtest.run(model, progress.part(0.8 * from, 0.8 * to)));
    }
    int area = areaIndex(values);
    int block = 2 * (int) Math.ceil(values.integer("horizonDays") / STEP_DAYS);
    Skill skill = new Skill(results, block, Seed.of(values));
    RiskModel chosen =
        list.stream()
            .filter(m -> m.name().equals(skill.chosen(area).model()))
            .findFirst()
            .orElseThrow();
    double known = events.today() - models.delay();
    Forecast forecast =
        new Forecast(chosen.name(), mixture.weights(known), selfExciting.fit(known), known);
    Stability stability = new Stability(forecast, setting, values, progress.part(0.85, 0.98));
    int[] order = forecast.order(models);
    int hot = Ranking.most(Trial.AREAS.get(area), cells.size());
    double[] stays = stability.share(cells, hot);
    progress.at(0.98, "comparing sizes of squares");
    Map<String, Object> sizes = stability.sizes(models, Trial.AREAS.get(area));
    HotFindings findings =
        new HotFindings(
            models, setting.plane(), forecast, order, stays, subject.events().classification());
    AtLeastOne.Relation relation = backtest.relation(chosen);
    Diagnostics.Builder diagnostics =
        Diagnostics.of(
                subject.events(),
                values,
                "Rolling-origin forecast " + version() + ", local equal-area plane")
            .dropped(events.dropped())
            .chosen("model", chosen.name(), why(skill, area))
            .figure("cells", cells.size())
            .figure("areaKm2", cells.size() * cells.side() * cells.side() / 1e6)
            .figure("studyArea", setting.squares().rule())
            .figure("today", LocalDate.ofEpochDay((long) events.today()).toString())
            .figure("horizonDays", values.integer("horizonDays"))
            .figure("originsUsed", backtest.days().length)
            .figure("originsSkipped", backtest.skipped())
            .figure("bootstrapBlock", block)
            .figure("mixtureWeights", weights(mixture, forecast))
            .figure("selfExciting", process(models, forecast))
            .figures(sizes)
            .figure("scaleError", EqualAreaPlane.scaleError(setting.reach(cells)))
            .caveats(new Caveats(skill, area, events, setting, backtest, sizes, stays).list());
    if (values.find("bandwidthM").isEmpty()) {
      diagnostics.chosen(
          "bandwidthM", models.bandwidthM(), "half a square; not chosen by how well it did");
    }
    return new AnalysisResult(
        findings.list(relation),
        List.of(),
        skill.tables(),
        Optional.of(HotFindings.LEGEND),
        diagnostics.build(events.list().size()));
  }

  private static Backtest backtest(Models models, double today, Parameters.Values values)
      throws BadInputException {
    double first = models.past().day(0) + Backtest.RECENT_DAYS + models.delay();
    double last = today - models.horizon();
    double[] days =
        IntStream.range(0, values.integer("origins"))
            .mapToDouble(i -> last - i * STEP_DAYS)
            .filter(day -> day >= first)
            .sorted()
            .toArray();
    Backtest backtest =
        new Backtest(models.past(), days, models.horizon(), models.delay(), models.tie());
    if (backtest.days().length < LEAST_ORIGINS) {
      throw refused(
          "origins",
          Message.of(
              "only {days} earlier days have a year of events before them and at least {least}"
                  + " after: too few to tell models apart",
              backtest.days().length,
              Backtest.LEAST_EVENTS),
          Message.of(
              "Select more years, a larger area or a longer horizon, so that at least"
                  + " {leastOrigins} days can be tried",
              LEAST_ORIGINS));
    }
    return backtest;
  }

  private static String why(Skill skill, int area) {
    return skill.winner(area).isPresent()
        ? String.format(
            Locale.ROOT,
            "best hit rate at %.0f %% of the area of the models whose difference to %s is above 0",
            Trial.AREAS.get(area),
            skill.baseline(area).model())
        : "no model was better than the simple counts for sure; this is the better of the two";
  }

  private static Map<String, Object> weights(Mixture mixture, Forecast forecast) {
    Map<String, Object> weights = new LinkedHashMap<>();
    List<RiskModel> parts = mixture.parts();
    for (int i = 0; i < parts.size(); i++) {
      weights.put(parts.get(i).name(), forecast.weights()[i]);
    }
    weights.put("even chance", forecast.weights()[parts.size()]);
    return weights;
  }

  private static Map<String, Object> process(Models models, Forecast forecast) {
    SelfExciting process = forecast.process();
    SelfExciting.Window window = models.selfExciting().window(forecast.known());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("backgroundPerDay", process.mu());
    figures.put("branchingRatio", process.alpha());
    figures.put("halfLifeDays", Math.log(2) / process.rate());
    figures.put("sigmaM", process.sigma());
    figures.put("logLikelihood", process.logLikelihood(window));
    figures.put(
        "backgroundShare",
        IntStream.range(window.from(), window.to())
            .mapToDouble(i -> process.backgroundProbability(window, i))
            .average()
            .orElse(1));
    return figures;
  }

  private static int areaIndex(Parameters.Values values) {
    return Trial.AREAS.indexOf(Double.parseDouble(values.word("areaPct")));
  }

  private static BadInputException refused(String where, Message what, Message fix) {
    return new BadInputException(Fault.of(where, what, fix));
  }
}
