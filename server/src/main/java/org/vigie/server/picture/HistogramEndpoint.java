package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Clocks;
import org.vigie.server.http.Datetimes;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Json;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** {@code GET /api/histogram}: counts by period, for the time slider. */
final class HistogramEndpoint {

  private static final Parameter<String> LAYER =
      Parameter.text("layer", "Name of a layer.").mandatory();

  private static final Parameter<Instant> START =
      moment("start", "First moment (RFC 3339) or day; the first of the data when absent.");

  private static final Parameter<Instant> END =
      moment("end", "End, itself excluded (RFC 3339), or the day it is the start of.");

  private static final Parameter<String> STEP =
      Parameter.query(
              "step",
              Steps.HELP,
              Schema.words(Steps.WORDS).with("default", Steps.USUAL),
              text -> Steps.check("step", text))
          .orElse(Steps.USUAL);

  private final Selections selections;
  private final GuardedStore store;
  private final Revalidation revalidation;

  HistogramEndpoint(Selections selections, GuardedStore store, Revalidation revalidation) {
    this.selections = selections;
    this.store = store;
    this.revalidation = revalidation;
  }

  Route route() {
    return Route.get("/api/histogram")
        .mayBeKept()
        .expensive()
        .describe(PictureRoutes.TAG, "getHistogram", "Counts by period, for the time slider")
        .with(
            LAYER,
            Areas.AREA,
            Parameters.BBOX,
            Filters.FILTER,
            Parameters.AS_KNOWN_AT,
            START,
            END,
            STEP,
            Clocks.ZONE)
        .answers(
            "Periods without gaps; a feature counts in the period in which it starts. Of hours,"
                + " earlier has what starts before the first and withoutHour what is known to the"
                + " day or less well",
            Schema.object(
                Map.of(
                    "step", Schema.string(),
                    "periods", Schema.array(Schema.of("object")),
                    "earlier", Schema.of("object"),
                    "withoutHour", Schema.of("object"))))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    Access access = Callers.access(context);
    Selections seen = selections.as(access);
    Layer layer = seen.layer("layer", LAYER.get(context));
    Steps steps = Steps.of(STEP.get(context), Clocks.ZONE.get(context));
    TimeSpan span = span(START.find(context), END.find(context));
    Areas areas = new Areas(seen, store.as(access));
    Selection asked = seen.of(layer, context, areas);
    FeatureQuery query = asked.query().withDatetime(span);
    revalidation.answer(
        context,
        caller -> {
          Summary summary =
              new Figures(store.as(caller), query, layer.drawnBy().orElse(""))
                  .summary(steps, List.of());
          Classification mark = asked.mark(summary.highest());
          Answer answer =
              new Answer(
                  summary.asOf(),
                  mark,
                  steps.word(),
                  summary.count(),
                  steps.bars(summary, span),
                  summary.byHours().map(Summary.ByHours::before).orElse(null),
                  summary.byHours().map(Summary.ByHours::unknown).orElse(null));
          return new Revalidation.Document(
              Json.bytes(answer),
              mark,
              !summary.compartments().isEmpty() || !areas.compartments().isEmpty());
        });
  }

  private static TimeSpan span(Optional<Instant> start, Optional<Instant> end)
      throws BadInputException {
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      throw new BadInputException(
          Fault.of(
              "end",
              Message.of("{end} is before the start", end.get()),
              "Give an end after the start"));
    }
    return new TimeSpan(start.orElse(null), end.orElse(null));
  }

  private static Parameter<Instant> moment(String name, String help) {
    return Parameter.query(name, help, Schema.string(), text -> Datetimes.instant(name, text));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Answer(
      LogPosition dataAsOf,
      Classification classification,
      String step,
      long count,
      List<Bar> periods,
      Summary.@Nullable Counted earlier,
      Summary.@Nullable Counted withoutHour) {}
}
