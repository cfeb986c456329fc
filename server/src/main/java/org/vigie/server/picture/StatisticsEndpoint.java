package org.vigie.server.picture;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Clocks;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Countable;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/**
 * {@code /api/statistics}: what happened in an area, compared with the time before. By GET for
 * questions that fit into an address and can be kept and shared, by POST for all; one answer.
 */
final class StatisticsEndpoint {

  private static final int MAX_ITEMS = 1_000;
  private static final Set<String> MEMBERS =
      Selections.membersAnd("groupBy", "step", "zone", "list");

  private static final Parameter<String> LAYER =
      Parameter.text("layer", "Name of a layer.").mandatory();

  private static final Parameter<String> GROUP_BY =
      Parameter.text("groupBy", "Property to break the figures down by.");

  private static final Parameter<String> STEP =
      Parameter.query(
              "step",
              Steps.HELP,
              Schema.words(Steps.WORDS).with("default", Steps.USUAL),
              text -> Steps.check("step", text))
          .orElse(Steps.USUAL);

  private static final Parameter<Integer> LIST =
      Parameter.query(
              "list",
              "How many of the newest items to list.",
              Schema.integer(0, MAX_ITEMS, 0),
              StatisticsEndpoint::items)
          .orElse(0);

  private static final Answer ANSWER =
      Answer.ok(
          "Exact figures. previous is the period of equal length just before and change what the"
              + " two counts say of the rate behind them; both are absent when the period has no"
              + " start, no end or no length. Of hours, earlier has what starts before the first"
              + " and withoutHour what is known to the day or less well",
          Schema.object(
              Map.of(
                  "count", Schema.integer(),
                  "areaKm2", Schema.number(),
                  "perKm2", Schema.number(),
                  "datetime", Schema.of("object"),
                  "groups", Schema.array(Schema.of("object")),
                  "periods", Schema.array(Schema.of("object")),
                  "sums", Schema.of("object"),
                  "previous", Schema.of("object"),
                  "change", Schema.of("object"),
                  "dataAsOf", Schema.of("object"))));

  private final Selections selections;
  private final GuardedStore store;
  private final Revalidation revalidation;

  StatisticsEndpoint(Selections selections, GuardedStore store, Revalidation revalidation) {
    this.selections = selections;
    this.store = store;
    this.revalidation = revalidation;
  }

  Route byAddress() {
    return Route.get("/api/statistics")
        .expensive()
        .describe(
            PictureRoutes.TAG,
            "getStatistics",
            "What happened in an area and period, compared with the period before")
        .with(
            LAYER,
            Areas.AREA,
            Parameters.BBOX,
            Parameters.DATETIME,
            Filters.FILTER,
            Parameters.AS_KNOWN_AT,
            GROUP_BY,
            STEP,
            Clocks.ZONE,
            LIST)
        .answers(ANSWER)
        .handle(this::answerAddress);
  }

  Route byBody() {
    return Route.post("/api/statistics")
        .asks()
        .expensive()
        .describe(
            PictureRoutes.TAG,
            "askStatistics",
            "The same for a question that does not fit into an address")
        .takes(
            "One layer's selection: area or bbox, datetime, filter; groupBy a property; step of the"
                + " periods, for hours with the zone of their clock; list for the newest items",
            MediaTypes.JSON,
            Selections.schemaAnd(
                    "groupBy", Schema.string(),
                    "step", Schema.words(Steps.WORDS),
                    "zone", Schema.string(),
                    "list", Schema.integer(0, MAX_ITEMS, 0))
                .requiring("layer"))
        .answers(ANSWER)
        .handle(this::answerBody);
  }

  private void answerAddress(Context context) throws BadInputException, IOException {
    Access access = Callers.access(context);
    Selections seen = selections.as(access);
    FeatureStore features = store.as(access);
    Layer layer = seen.layer(LAYER.name(), LAYER.get(context));
    Selection asked = seen.of(layer, context, new Areas(seen, features));
    String groupBy = groupBy(GROUP_BY.find(context), GROUP_BY.name(), layer);
    Steps steps = Steps.of(STEP.get(context), Clocks.ZONE.get(context));
    int items = LIST.get(context);
    revalidation.answer(
        context,
        caller -> {
          Statistics.Answer answer =
              new Statistics(store.as(caller), asked, groupBy, steps).answer(items);
          return new Revalidation.Document(Json.bytes(answer), answer.classification());
        });
  }

  private void answerBody(Context context) throws BadInputException, IOException {
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(MEMBERS);
    Access access = Callers.access(context);
    Selections seen = selections.as(access);
    FeatureStore features = store.as(access);
    Selection asked = seen.of(body, new Areas(seen, features));
    String groupBy = groupBy(body.findText("groupBy"), body.name("groupBy"), asked.query().layer());
    Optional<String> zone = body.findText("zone");
    Steps steps =
        Steps.of(
            Steps.check(body.name("step"), body.findText("step").orElse(Steps.USUAL)),
            zone.isEmpty() ? LocalTimes.UTC : Clocks.read(body.name("zone"), zone.get()));
    Statistics.Answer answer =
        new Statistics(features, asked, groupBy, steps).answer(body.integer("list", 0, MAX_ITEMS));
    Mark.set(context, answer.classification());
    context.result(Json.bytes(answer)).contentType(MediaTypes.JSON);
  }

  private static int items(String text) throws BadInputException {
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > MAX_ITEMS) {
      throw new BadInputException(
          Fault.of(
              "list",
              Message.of("'{text}' is not possible", text),
              Message.of("Give a whole number from 0 to {maxItems}", MAX_ITEMS)));
    }
    return Integer.parseInt(text);
  }

  private static String groupBy(Optional<String> asked, String field, Layer layer)
      throws BadInputException {
    return asked.isEmpty() ? Figures.usualGroup(layer) : Countable.check(field, asked.get(), layer);
  }
}
