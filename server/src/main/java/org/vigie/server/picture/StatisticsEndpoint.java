package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selections;

/** {@code POST /api/statistics}: what happened in an area, compared with the time before. */
final class StatisticsEndpoint {

  private static final int MAX_ITEMS = 1_000;
  private static final Set<String> MEMBERS = Selections.membersAnd("groupBy", "step", "list");
  private static final Set<PropertyType> COUNTABLE =
      Set.of(
          PropertyType.CODE,
          PropertyType.CODES,
          PropertyType.TEXT,
          PropertyType.BOOLEAN,
          PropertyType.INTEGER);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Selections selections;
  private final GuardedStore store;

  StatisticsEndpoint(Selections selections, GuardedStore store) {
    this.selections = selections;
    this.store = store;
  }

  Route route() {
    return Route.post("/api/statistics")
        .asks()
        .expensive()
        .describe(
            PictureRoutes.TAG,
            "getStatistics",
            "What happened in an area and period, compared with the period before")
        .takes(
            "One layer's selection: area (GeoJSON Polygon or MultiPolygon) or bbox, datetime,"
                + " filter; groupBy a property; step of the periods; list for the newest items",
            MediaTypes.JSON,
            Schema.object(
                    Map.of(
                        "layer", Schema.string(),
                        "area", Schema.of("object"),
                        "bbox", Schema.array(Schema.number()),
                        "datetime", Schema.string(),
                        "filter", Schema.string(),
                        "as-known-at", Schema.string(),
                        "groupBy", Schema.string(),
                        "step", Schema.words(Steps.WORDS),
                        "list", Schema.integer(0, MAX_ITEMS, 0)))
                .with("required", List.of("layer")))
        .answers(
            "Exact figures; previous is the period of equal length just before, absent when the"
                + " period has no start or no end",
            Schema.object(Map.of("count", Schema.integer(), "dataAsOf", Schema.of("object"))))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(MEMBERS);
    FeatureQuery query = selections.as(Callers.access(context)).of(body);
    String groupBy = groupBy(body, query.layer());
    Summary.Step step = Steps.read("step", body.findText("step").orElse("month"));
    int items = body.integer("list", 0, MAX_ITEMS);
    FeatureStore seen = store.as(Callers.access(context));
    Figures figures = new Figures(seen, query, groupBy);
    GroupLabels labels = new GroupLabels(query.layer().findProperty(groupBy));
    Summary summary = figures.summary(step, query.layer().sums());
    Previous previous = previous(seen, query, groupBy, labels);
    Classification highest =
        previous == null ? summary.highest() : summary.highest().highest(previous.classification());
    Mark.set(context, highest);
    Answer answer =
        new Answer(
            summary.asOf(),
            highest,
            summary.count(),
            figures.unmapped(summary),
            labels.of(summary.groups()),
            Steps.word(step),
            Steps.filled(summary, step, query.datetime()),
            summary.sums(),
            previous,
            items == 0 ? null : new NewestItems(seen, query).list(items),
            areaKm2(query));
    context.result(Json.bytes(answer)).contentType(MediaTypes.JSON);
  }

  private static String groupBy(Members body, Layer layer) throws BadInputException {
    Optional<String> asked = body.findText("groupBy");
    if (asked.isEmpty()) {
      return Figures.usualGroup(layer);
    }
    boolean possible =
        layer.findProperty(asked.get()).map(p -> COUNTABLE.contains(p.type())).orElse(false);
    if (!possible) {
      throw body.wrong(
          "groupBy",
          layer.name() + " cannot be grouped by '" + asked.get() + "'",
          "Use one of "
              + layer.properties().stream()
                  .filter(p -> COUNTABLE.contains(p.type()))
                  .map(Property::name)
                  .collect(Collectors.joining(", ")));
    }
    return asked.get();
  }

  private @Nullable Previous previous(
      FeatureStore seen, FeatureQuery query, String groupBy, GroupLabels labels) {
    Instant start = query.datetime().start();
    Instant end = query.datetime().end();
    if (start == null || end == null) {
      return null;
    }
    TimeSpan before = TimeSpan.of(start.minus(Duration.between(start, end)), start);
    Summary summary =
        new Figures(seen, query.withDatetime(before), groupBy)
            .summary(Summary.Step.NONE, query.layer().sums());
    return new Previous(
        before, summary.highest(), summary.count(), labels.of(summary.groups()), summary.sums());
  }

  private static @Nullable Double areaKm2(FeatureQuery query) {
    if (query.area().isPresent()) {
      return Geodesy.areaSquareMetres(query.area().get()) / 1e6;
    }
    return query
        .bbox()
        .map(
            box ->
                box.parts().stream()
                    .map(b -> new Envelope(b.west(), b.east(), b.south(), b.north()))
                    .mapToDouble(e -> Geodesy.areaSquareMetres(GEOMETRIES.toGeometry(e)) / 1e6)
                    .sum())
        .orElse(null);
  }

  private record Previous(
      TimeSpan datetime,
      Classification classification,
      long count,
      List<GroupLabels.Labelled> groups,
      Map<String, Double> sums) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Answer(
      LogPosition dataAsOf,
      Classification classification,
      long count,
      long unmapped,
      List<GroupLabels.Labelled> groups,
      String step,
      List<Summary.Period> periods,
      Map<String, Double> sums,
      @Nullable Previous previous,
      @Nullable List<NewestItems.Item> items,
      @Nullable Double areaKm2) {}
}
