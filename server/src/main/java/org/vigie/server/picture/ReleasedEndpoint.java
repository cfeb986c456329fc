package org.vigie.server.picture;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.Releasing;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.ReleasedCounts;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;

/**
 * {@code GET /api/released-counts}: rounded counts that layer files release, also of what the
 * caller may not see. It takes no parameter, so that there is nothing to compare but one month's
 * answer with the next.
 */
final class ReleasedEndpoint {

  private final LayerCatalog catalog;
  private final GuardedStore store;
  private final Clock clock;
  private final Map<String, ReleasedCounts> kept = new ConcurrentHashMap<>();

  ReleasedEndpoint(LayerCatalog catalog, GuardedStore store, Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.clock = clock;
  }

  Route route() {
    return Route.get("/api/released-counts")
        .expensive()
        .describe(
            PictureRoutes.TAG,
            "getReleasedCounts",
            "Rounded counts by area and month that everybody may know")
        .answers(
            "The same for every caller, and none for one who is limited to an area. atLeast is a"
                + " multiple of below; a cell that is not listed has none, or fewer than below of"
                + " each classification and compartments. As known when the month \"before\""
                + " began, and for the months before it",
            Schema.object(
                Map.of("limited", Schema.bool(), "layers", Schema.array(Schema.of("object")))))
        .handle(this::answer);
  }

  private void answer(Context context) {
    Access access = Callers.access(context);
    boolean limited = access.area().isPresent() || access.readable().isEmpty();
    List<Released> layers =
        limited
            ? List.of()
            : catalog.list().stream().flatMap(layer -> find(access, layer).stream()).toList();
    byte[] body = Json.bytes(new Answer(limited, layers));
    // What is released is no longer marked as what it was counted from.
    Mark.set(context, Classification.UNCLASSIFIED);
    if (!EntityTags.notModified(context, EntityTags.ofContent(body))) {
      context.result(body).contentType(MediaTypes.JSON);
    }
  }

  private Optional<Released> find(Access access, Layer layer) {
    return layer
        .releasing()
        .flatMap(
            declared -> counts(access, layer.name()).map(c -> Released.of(layer, declared, c)));
  }

  /** Counting reads a whole log, and gives the same until the next month. */
  private Optional<ReleasedCounts> counts(Access access, String layer) {
    ReleasedCounts known = kept.get(layer);
    if (known != null && known.month().equals(YearMonth.now(clock.withZone(ZoneOffset.UTC)))) {
      return Optional.of(known);
    }
    Optional<ReleasedCounts> counted = store.findReleased(access, layer);
    // None may mean that nothing was written yet.
    counted.filter(counts -> !counts.cells().isEmpty()).ifPresent(c -> kept.put(layer, c));
    return counted;
  }

  private record Answer(boolean limited, List<Released> layers) {}

  /**
   * @param by title of the property whose values are the areas
   * @param before the month that is not counted any more
   */
  private record Released(
      String name,
      String title,
      String by,
      int below,
      YearMonth before,
      List<ReleasedCounts.Cell> cells) {

    static Released of(Layer layer, Releasing declared, ReleasedCounts counts) {
      return new Released(
          layer.name(),
          layer.title(),
          layer.findProperty(declared.by()).map(Property::title).orElse(declared.by()),
          counts.below(),
          counts.month(),
          counts.cells());
    }
  }
}
