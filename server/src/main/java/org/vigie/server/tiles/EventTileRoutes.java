package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.event.EventTile;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Filters;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** Event tiles: the points of one layer as columns sorted by time, for our own map. */
public final class EventTileRoutes implements Routes {

  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of the layer.", Schema.string(), text -> text);

  private final LayerCatalog catalog;
  private final Selections selections;
  private final KeptTiles kept;

  public EventTileRoutes(LayerCatalog catalog, GuardedStore store) {
    this.catalog = catalog;
    this.selections = new Selections(catalog);
    this.kept = new KeptTiles(store, MediaTypes.EVENT_TILE);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/events/{layer}" + TilePath.TEMPLATE)
            .mayBeKept()
            .expensive()
            .describe("Picture", "getEventTile", "The points of one layer in a tile, by time")
            .with(LAYER, TilePath.MATRIX, TilePath.ROW, TilePath.COLUMN)
            .with(Parameters.DATETIME, Filters.FILTER, Filters.FILTER_LANG, Parameters.AS_KNOWN_AT)
            .answers(
                Answer.ok(
                    "The tile (docs/event-tiles.md): each feature up to "
                        + EventTile.MAX_RAW
                        + " of them, with more of them counts by cell and step of time",
                    MediaTypes.EVENT_TILE,
                    Schema.string().with("format", "binary")))
            .answers(Answer.empty(204, "Nothing lies there"))
            .handle(this::answer),
        Route.get("/api/events/{layer}" + TilePath.ZOOM)
            .expensive()
            .describe("Picture", "getEventTiles", "Many of these tiles of one zoom in one answer")
            .with(LAYER, TilePath.MATRIX, TileBundle.TILES, TileBundle.HELD)
            .with(Parameters.DATETIME, Filters.FILTER, Filters.FILTER_LANG, Parameters.AS_KNOWN_AT)
            .answers(TileBundle.answer())
            .handle(this::answerAll));
  }

  private void answer(Context context) throws BadInputException, IOException {
    KeptTiles.DrawingAt drawing = drawing(context);
    TileAddress address = TilePath.address(context);
    kept.answer(context, seen -> drawing.draw(seen, address));
  }

  private void answerAll(Context context) throws BadInputException, IOException {
    kept.answerAll(context, drawing(context));
  }

  private KeptTiles.DrawingAt drawing(Context context) throws BadInputException {
    String name = LAYER.get(context);
    Layer layer =
        catalog
            .readableFor(Callers.access(context))
            .find(name)
            .orElseThrow(
                () -> ProblemException.notFound(Message.of("There is no layer '{name}'.", name)));
    Selections readable = selections.as(Callers.access(context));
    return (seen, address) -> {
      Areas areas = new Areas(readable, seen);
      return draw(seen, readable.of(layer, context, areas), address, areas);
    };
  }

  private static KeptTiles.Drawn draw(
      FeatureStore seen, Selection asked, TileAddress address, Areas areas)
      throws BadInputException {
    FeatureQuery query = asked.query();
    FeatureQuery there = EventTile.box(address).map(query::withBbox).orElse(query);
    GatheredPoints<EventTile> points =
        seen.points(there, () -> new EventTile(address, query.layer().time()));
    EventTile tile = points.sink();
    return new KeptTiles.Drawn(
        tile.toByteArray(points.categories()),
        asked.mark(tile.highest()),
        tile.needToKnow() || !areas.compartments().isEmpty());
  }
}
