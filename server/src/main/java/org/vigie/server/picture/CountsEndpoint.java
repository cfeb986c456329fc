package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Area;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selections;

/** {@code POST /api/counts}: exact counts of several layers in one area and period. */
final class CountsEndpoint {

  private static final Set<String> OF_ALL = Selections.aroundAnd("layers", "groups");
  private static final Set<String> OF_EACH = Set.of("name", "filter");

  private final Selections selections;
  private final GuardedStore store;

  CountsEndpoint(Selections selections, GuardedStore store) {
    this.selections = selections;
    this.store = store;
  }

  Route route() {
    return Route.post("/api/counts")
        .mayBeKept()
        .asks()
        .expensive()
        .describe(PictureRoutes.TAG, "countLayers", "Exact counts of layers in an area and period")
        .takes(
            "Area and period of all; layers with a filter each; groups for counts by type",
            MediaTypes.JSON,
            Selections.aroundSchemaAnd(
                    "layers",
                    Schema.array(
                        Schema.object(Map.of("name", Schema.string(), "filter", Schema.string()))),
                    "groups",
                    Schema.bool())
                .requiring("layers"))
        .answers(
            "Counts by layer. With an area or a box, unmapped features (without a place) are not in"
                + " count. A layer's compartments are those of the features that were counted",
            Schema.object(Map.of("layers", Schema.of("object"), "dataAsOf", Schema.of("object"))))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(OF_ALL);
    boolean groups = body.flag("groups");
    Access access = Callers.access(context);
    Selections seen = selections.as(access);
    Areas areas = new Areas(seen, store.as(access));
    Optional<Area> area = seen.area(body, areas);
    Map<String, Count> counts = new LinkedHashMap<>();
    Classification highest = Classification.UNCLASSIFIED;
    boolean needToKnow = false;
    LogPosition asOf = null;
    for (Members each : body.objects("layers")) {
      each.allow(OF_EACH);
      Layer layer = seen.layer(each.name("name"), each.getText("name"));
      if (counts.containsKey(layer.name())) {
        throw each.wrong(
            "name",
            Message.of("{layer} is asked for twice", layer.name()),
            Message.of("Ask once for each layer"));
      }
      FeatureQuery around = seen.around(layer, body);
      FeatureQuery anywhere =
          around.withFilter(seen.filter(layer, each, areas, around.asKnownAt()));
      FeatureQuery query = area.map(a -> anywhere.withArea(a.shape())).orElse(anywhere);
      Figures figures =
          new Figures(store.as(access), query, groups ? layer.drawnBy().orElse("") : "");
      Summary summary = figures.totals();
      Set<String> compartments = new TreeSet<>(summary.compartments());
      compartments.addAll(areas.compartments());
      Figures.Unmapped unmapped = figures.unmapped(summary);
      counts.put(
          layer.name(),
          new Count(
              summary.count(), unmapped.count(), groups ? byCode(summary) : null, compartments));
      highest = highest.highest(summary.highest());
      needToKnow |= !compartments.isEmpty() || unmapped.needToKnow();
      asOf = asOf == null ? summary.asOf() : earlier(asOf, summary.asOf());
    }
    highest = highest.highest(areas.mark());
    LogPosition known = asOf == null ? store.as(access).position() : asOf;
    Mark.set(context, highest);
    if (needToKnow) {
      KeptOffline.never(context);
    }
    context.result(Json.bytes(new Answer(known, highest, counts))).contentType(MediaTypes.JSON);
  }

  private static LogPosition earlier(LogPosition one, LogPosition other) {
    return one.sequence() <= other.sequence() ? one : other;
  }

  private static Map<String, Long> byCode(Summary summary) {
    Map<String, Long> counts = new LinkedHashMap<>();
    summary.groups().stream()
        .sorted(Comparator.comparingLong(Summary.Group::count).reversed())
        .forEach(g -> counts.put(g.value(), g.count()));
    return counts;
  }

  private record Count(
      long count,
      long unmapped,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Long> groups,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> compartments) {}

  private record Answer(
      LogPosition dataAsOf, Classification classification, Map<String, Count> layers) {}
}
