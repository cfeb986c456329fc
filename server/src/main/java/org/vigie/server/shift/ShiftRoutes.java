package org.vigie.server.shift;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Shifts;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Datetimes;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.SealedPositions;

/** {@code /api/shift}: what changed since somebody was last on watch, and what of it was seen. */
public final class ShiftRoutes implements Routes {

  private static final String TAG = "Watch";

  /** For whoever has never been on watch. */
  private static final Duration USUAL = Duration.ofHours(12);

  private static final int MOST_AT_ONCE = 500;

  private static final Parameter<Instant> SINCE =
      Parameter.query(
          "since",
          "What changed since this moment (RFC 3339, UTC). Absent: since you last said to have"
              + " seen what changed, or the last 12 hours of the mission's clock if never.",
          Schema.string().with("format", "date-time"),
          text -> Datetimes.past("since", text));

  private final GuardedStore store;
  private final LayerCatalog catalog;
  private final Clock clock;
  private @Nullable SealedPositions positions;

  /**
   * @param clock what time it is in the mission; that of an exercise may stand still
   */
  public ShiftRoutes(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/shift")
            .expensive()
            .describe(TAG, "getShift", "What changed since your last shift or a moment")
            .with(SINCE)
            .answers(
                "What was created, changed, closed, or is gone for you, by layer, with how many of"
                    + " them you have not seen; until stands for as of when, to be given back",
                Schema.object(
                    "since", Schema.string(),
                    "markedAt", Schema.string(),
                    "dataAsOf", Schema.of("object"),
                    "until", Schema.string(),
                    "mark", Schema.string(),
                    "total", Schema.integer(),
                    "unread", Schema.integer(),
                    "layers", Schema.array(Schema.of("object")),
                    "crowded", Schema.array(Schema.string())))
            .handle(this::report),
        Route.put("/api/shift/mark")
            .describe(TAG, "moveShiftMark", "Say that you have seen what changed")
            .takes(
                "until of an answer that you have seen, or the mark of one to take that back",
                MediaTypes.JSON,
                Schema.object("until", Schema.string()).requiring("until"))
            .answers(new Answer(204, "Noted", Map.of()))
            .handle(this::move),
        Route.post("/api/shift/seen")
            .describe(TAG, "seeChanges", "Say that you have seen what became of some features")
            .takes(
                "Layer, id and version of each; version 0 for one that is gone",
                MediaTypes.JSON,
                Schema.object("features", Schema.array(Schema.of("object"))).requiring("features"))
            .answers(new Answer(204, "Noted", Map.of()))
            .handle(this::see));
  }

  private void report(Context context) throws BadInputException {
    Access access = Callers.access(context);
    Shifts shifts = store.shifts(access);
    Optional<Shifts.Mark> mark = shifts.mark();
    Optional<Instant> asked = SINCE.find(context);
    Instant since = asked.or(() -> mark.map(Shifts.Mark::takenAt)).orElseGet(this::usual);
    long after =
        asked.isEmpty() && mark.isPresent() ? mark.get().position() : ShiftReport.position(since);
    ShiftReport report =
        ShiftReport.of(
            store.as(access),
            catalog.readableFor(access),
            after,
            new Reader(access.author().name(), shifts.seen()));
    Mark.set(context, report.mark());
    context.header("Cache-Control", "no-store");
    ShiftReport.Document document =
        report.document(
            since,
            mark.map(Shifts.Mark::takenAt).orElse(null),
            positions().seal(report.until(), access.view()),
            positions().seal(mark.map(Shifts.Mark::position).orElse(after), access.view()));
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }

  private Instant usual() {
    return clock.instant().minus(USUAL);
  }

  private void move(Context context) throws BadInputException, IOException {
    Access access = Callers.access(context);
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(Set.of("until"));
    OptionalLong position = positions().open(body.getText("until"), access.view());
    if (position.isEmpty()) {
      throw ProblemException.of(
          409,
          "Conflict",
          "What you have seen was seen with other rights, or is of another database. Ask what"
              + " changed again.");
    }
    store.shifts(access).move(position.getAsLong());
    context.status(204);
  }

  private void see(Context context) throws BadInputException, IOException {
    Access access = Callers.access(context);
    LayerCatalog readable = catalog.readableFor(access);
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(Set.of("features"));
    List<Members> features = body.objects("features");
    if (features.size() > MOST_AT_ONCE) {
      throw body.wrong(
          "features",
          Message.of("are too many"),
          Message.of("Send at most {mostAtOnce} at once", MOST_AT_ONCE));
    }
    List<Shifts.Seen> seen = new ArrayList<>();
    for (Members each : features) {
      each.allow(Set.of("layer", "id", "version"));
      String layer = each.getText("layer");
      if (readable.find(layer).isEmpty()) {
        throw each.wrong(
            "layer",
            Message.of("'{layer}' is no layer", layer),
            Message.of("Use a name of /api/layers"));
      }
      String id = each.getText("id");
      FeatureId feature =
          FeatureId.find(id)
              .orElseThrow(
                  () ->
                      each.wrong(
                          "id",
                          Message.of("'{id}' is no id", id),
                          Message.of("Send it as it came")));
      int version = each.integer("version", 0, Integer.MAX_VALUE);
      seen.add(new Shifts.Seen(new FeatureRef(layer, feature), version));
    }
    store.shifts(access).see(seen);
    context.status(204);
  }

  /** Needs the database, which is asked when somebody comes. */
  private synchronized SealedPositions positions() {
    if (positions == null) {
      positions = new SealedPositions(store.sealingKey());
    }
    return positions;
  }
}
