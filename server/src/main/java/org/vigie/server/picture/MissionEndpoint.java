package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.SortKey;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.server.http.Json;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.ViewCache;

/** {@code GET /api/mission}: where and when the picture opens. */
final class MissionEndpoint {

  private static final String REFERENCE = "reference";
  private static final String START = "valid_from";
  private static final int KEPT = 1_000;

  private final MissionIdentity mission;
  private final LayerCatalog catalog;
  private final GuardedStore store;
  private final Revalidation revalidation;
  private final ViewCache<Classification> marks;

  MissionEndpoint(
      MissionIdentity mission,
      LayerCatalog catalog,
      GuardedStore store,
      Revalidation revalidation) {
    this.mission = mission;
    this.catalog = catalog;
    this.store = store;
    this.revalidation = revalidation;
    this.marks = new ViewCache<>(store, KEPT);
  }

  Route route() {
    return Route.get("/api/mission")
        .describe(PictureRoutes.TAG, "getMission", "Where and when the picture opens")
        .answers(
            "The mission: extent as [west, south, east, north], time of all data and of the 90 days"
                + " that the map opens on as half-open spans; extent and times are absent while"
                + " there are no data. standsAt is what time it is in an exercise whose clock"
                + " stands still, absent elsewhere. timeZone is by which the mission tells the time"
                + " of day beside UTC: a name of the IANA database or an offset",
            Schema.object(
                Map.of(
                    "name", Schema.string(),
                    "exercise", Schema.bool(),
                    "extent", Schema.array(Schema.number()),
                    "time", Schema.of("object"),
                    "defaultPeriod", Schema.of("object"),
                    "dataAsOf", Schema.of("object"),
                    "releasesCounts", Schema.bool(),
                    "standsAt", Schema.string().with("format", "date-time"),
                    "timeZone", Schema.string(),
                    "version", Schema.string())))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    revalidation.answer(
        context,
        access -> {
          List<Layer> layers = catalog.readableFor(access).list();
          FeatureStore seen = store.as(access);
          Answer answer = current(seen, layers);
          Classification mark =
              marks.get(access, "mission", () -> highest(seen, layers, access.clearance()));
          return new Revalidation.Document(Json.bytes(answer), mark);
        });
  }

  private Answer current(FeatureStore seen, List<Layer> layers) throws BadInputException {
    LogPosition position = seen.position();
    TimeSpan time = time(seen, layers);
    return new Answer(
        mission.name(),
        mission.exercise(),
        missionExtent(seen, layers),
        time,
        time == null ? null : period(seen, layers, time),
        position,
        catalog.list().stream().anyMatch(layer -> layer.releasing().isPresent()),
        mission.standsAt().orElse(null),
        mission.zone().getId(),
        mission.version());
  }

  /** Of all that extent and times may be around. */
  private static Classification highest(
      FeatureStore seen, List<Layer> layers, Classification clearance) {
    Classification highest = Classification.UNCLASSIFIED;
    for (Layer layer : layers) {
      if (highest == clearance) {
        break; // he sees nothing higher
      }
      Summary summary = seen.summarise(FeatureQuery.of(layer), Summary.Request.TOTALS);
      highest = highest.highest(summary.highest());
    }
    return highest;
  }

  /** Around the reference data, which cover the mission area; around everything without them. */
  private static @Nullable List<Double> missionExtent(FeatureStore seen, List<Layer> layers) {
    List<Layer> reference = layers.stream().filter(l -> l.group().equals(REFERENCE)).toList();
    List<Double> extent = extent(seen, reference);
    return extent == null ? extent(seen, layers) : extent;
  }

  private static @Nullable List<Double> extent(FeatureStore seen, List<Layer> layers) {
    List<BoundingBox> boxes = new ArrayList<>();
    layers.forEach(l -> seen.extent(FeatureQuery.of(l)).ifPresent(boxes::add));
    return boxes.isEmpty()
        ? null
        : List.of(
            boxes.stream().mapToDouble(BoundingBox::west).min().orElseThrow(),
            boxes.stream().mapToDouble(BoundingBox::south).min().orElseThrow(),
            boxes.stream().mapToDouble(BoundingBox::east).max().orElseThrow(),
            boxes.stream().mapToDouble(BoundingBox::north).max().orElseThrow());
  }

  private static @Nullable TimeSpan time(FeatureStore seen, List<Layer> layers) {
    Instant start = null;
    Instant end = null;
    for (Layer layer : layers) {
      TimeSpan span =
          layer.time() == TimeModel.EVENT
              ? seen.timeExtent(FeatureQuery.of(layer)).orElse(null)
              : null;
      if (span != null && span.start() != null && span.end() != null) {
        start = start == null || span.start().isBefore(start) ? span.start() : start;
        end = end == null || span.end().isAfter(end) ? span.end() : end;
      }
    }
    return start == null || end == null ? null : TimeSpan.of(start, end);
  }

  private TimeSpan period(FeatureStore seen, List<Layer> layers, TimeSpan time)
      throws BadInputException {
    Instant now = mission.clock().instant();
    Filter past =
        new Filter.Comparison(
            ComparisonOperator.LESS_OR_EQUAL,
            new Expression.Property(START),
            new Expression.TimestampLiteral(now));
    List<Instant> starts = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer.time() == TimeModel.EVENT) {
        FeatureQuery newest =
            FeatureQuery.of(layer).withFilter(past).withSort(List.of(new SortKey(START, true)));
        for (Feature each :
            seen.page(newest, DefaultPeriod.LOOKED_AT, Optional.empty()).features()) {
          TimeSpan span = each.validTime();
          if (span != null && span.start() != null) {
            starts.add(span.start());
          }
        }
      }
    }
    return DefaultPeriod.of(starts, time, now);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Answer(
      String name,
      boolean exercise,
      @Nullable List<Double> extent,
      @Nullable TimeSpan time,
      @Nullable TimeSpan defaultPeriod,
      LogPosition dataAsOf,
      boolean releasesCounts,
      @Nullable Instant standsAt,
      String timeZone,
      String version) {}
}
