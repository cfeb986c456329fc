package org.vigie.server.breakdown;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Summary;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Countable;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** {@code POST /api/breakdown}: counts by one property beside those of the period before. */
final class BreakdownEndpoint {

  private static final int MOST = 1_000;
  private static final Set<String> MEMBERS = Selections.membersAnd("by", "limit");

  private final Selections selections;
  private final GuardedStore store;

  BreakdownEndpoint(Selections selections, GuardedStore store) {
    this.selections = selections;
    this.store = store;
  }

  Route route() {
    return Route.post("/api/breakdown")
        .asks()
        .expensive()
        .describe(
            BreakdownRoutes.TAG,
            "breakDown",
            "Exact counts by the values of a property, compared with the period before")
        .takes(
            "One layer's selection, the property and how many of its values to tell apart",
            MediaTypes.JSON,
            Selections.schemaAnd("by", Schema.string(), "limit", Schema.integer(1, MOST, 1))
                .requiring("layer", "by"))
        .answers(
            "Rows by count; the empty value stands for unknown, others for the values beyond the"
                + " limit together. A feature with several codes counts once for each in rows and"
                + " once in count. previous is the period of equal length just before; it and every"
                + " change are absent when the period has no start, no end or no length",
            Schema.object(
                Map.of(
                    "count", Schema.integer(),
                    "rows", Schema.array(Schema.of("object")),
                    "others", Schema.of("object"),
                    "previous", Schema.of("object"),
                    "change", Schema.of("object"),
                    "dataAsOf", Schema.of("object"))))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(MEMBERS);
    var access = Callers.access(context);
    Selections seen = selections.as(access);
    FeatureStore features = store.as(access);
    Selection asked = seen.of(body, new Areas(seen, features));
    FeatureQuery query = asked.query();
    String by = Countable.check(body.name("by"), body.getText("by"), query.layer());
    int limit = body.integer("limit", 1, MOST);
    Summary.Request request = new Summary.Request(by, Summary.Step.NONE, List.of());
    Summary now = features.summarise(query, request);
    Optional<TimeSpan> span = query.datetime().before();
    Optional<Summary> previous =
        span.map(each -> features.summarise(query.withDatetime(each), request));
    Classification mark =
        asked.mark(
            previous
                .map(Summary::highest)
                .orElse(Classification.UNCLASSIFIED)
                .highest(now.highest()));
    Breakdown answer =
        Breakdown.of(
            now.asOf(),
            mark,
            by,
            new Breakdown.Counted(now.count(), counts(now)),
            previous.map(p -> new Breakdown.Counted(p.count(), counts(p))),
            span,
            limit);
    Mark.set(context, mark);
    context.result(Json.bytes(answer)).contentType(MediaTypes.JSON);
  }

  private static Map<String, Long> counts(Summary summary) {
    Map<String, Long> counts = new HashMap<>();
    summary.groups().forEach(group -> counts.put(group.value(), group.count()));
    return counts;
  }
}
