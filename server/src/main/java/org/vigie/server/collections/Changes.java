package org.vigie.server.collections;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Datetimes;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** {@code GET /api/changes}: what was changed lately, or since a moment, as the caller may see. */
final class Changes implements Routes {

  private static final Schema MOMENT = Schema.string().with("format", "date-time");
  private static final Parameter<Instant> BEFORE =
      Parameter.query(
          "before",
          "Only changes committed before this moment (RFC 3339), newest first.",
          MOMENT,
          text -> Datetimes.instant("before", text));
  private static final Parameter<Instant> AFTER =
      Parameter.query(
          "after",
          "Only changes committed after this moment (RFC 3339), oldest first.",
          MOMENT,
          text -> Datetimes.instant("after", text));
  private static final Parameter<Integer> LIMIT = Parameters.limit(500, 50);

  private final GuardedStore store;
  private final LayerCatalog catalog;
  private final Clock clock = Clock.systemUTC();

  Changes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/changes")
            .expensive()
            .describe("Data", "getChanges", "What was changed, newest first or since a moment")
            .with(BEFORE, AFTER, LIMIT)
            .answers(
                "Changes that the caller may see: when (UTC), by whom, of which feature",
                Schema.object("changes", Schema.array(Schema.of("object"))))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    LayerCatalog layers = catalog.readableFor(Callers.access(context));
    Optional<Instant> before = BEFORE.find(context);
    Optional<Instant> after = AFTER.find(context);
    if (before.isPresent() && after.isPresent()) {
      throw new BadInputException(
          Fault.of("after", "before and after are given together", "Give one of them"));
    }
    KeptOffline.never(context);
    int limit = LIMIT.get(context);
    List<Change> changes =
        after
            .map(moment -> seen.changesSince(moment, limit))
            .orElseGet(() -> seen.changesBefore(before.orElseGet(this::soon), limit));
    HighestMark mark = new HighestMark();
    changes.forEach(change -> mark.take(feature(change)));
    Mark.set(context, mark.get());
    context.header("Cache-Control", "no-store");
    List<Entry> entries = changes.stream().map(change -> entry(change, layers)).toList();
    context.result(Json.bytes(new Document(entries))).contentType(MediaTypes.JSON);
  }

  /** The database's clock may be ahead of ours. */
  private Instant soon() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  private static Feature feature(Change change) {
    return change.after().or(change::before).orElseThrow();
  }

  private static Entry entry(Change change, LayerCatalog layers) {
    Feature feature = feature(change);
    Layer layer = layers.get(feature.layer());
    return new Entry(
        change.committedAt(),
        change.author().name(),
        feature.layer(),
        feature.id().toString(),
        layer
            .titleProperty()
            .map(feature.properties()::get)
            .map(String::valueOf)
            .orElseGet(() -> layer.title().toLowerCase(Locale.ROOT) + " " + feature.id()),
        change.operation(),
        change.operation() == Change.Operation.DELETE ? feature.version() + 1 : feature.version(),
        change.reason());
  }

  private record Document(List<Entry> changes) {}

  private record Entry(
      Instant time,
      String author,
      String layer,
      String id,
      String title,
      Change.Operation operation,
      long version,
      String reason) {}
}
