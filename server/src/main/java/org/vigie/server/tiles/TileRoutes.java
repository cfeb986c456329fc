package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Link;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Selections;

/** The tiles of all layers together and of each. */
public final class TileRoutes implements Routes {

  private static final String TAG = "Tiles";
  private static final String GRID = "/" + WebMercatorQuad.ID;
  private static final String TILE = GRID + TilePath.TEMPLATE;
  private static final String ALL = "All layers";
  private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";

  private static final Parameter<String> COLLECTION =
      Parameter.path("collectionId", "Name of a collection.", Schema.string(), text -> text);
  private static final Parameter<List<String>> COLLECTIONS =
      Parameter.query(
          "collections",
          "Only these collections, their names divided by commas.",
          Schema.array(Schema.string()),
          text -> List.of(text.split(",", -1)));

  private final LayerCatalog catalog;
  private final DrawnTiles tiles;

  public TileRoutes(LayerCatalog catalog, GuardedStore store) {
    this.catalog = catalog;
    this.tiles = new DrawnTiles(new Selections(catalog), store);
  }

  @Override
  public List<String> conformsTo() {
    String tilesPart = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
    String gridsPart = "http://www.opengis.net/spec/tms/2.0/conf/";
    return List.of(
        tilesPart + "core",
        tilesPart + "tileset",
        tilesPart + "tilesets-list",
        tilesPart + "dataset-tilesets",
        tilesPart + "geodata-tilesets",
        tilesPart + "collections-selection",
        tilesPart + "datetime",
        tilesPart + "mvt",
        tilesPart + "oas30",
        gridsPart + "json-tilematrixset",
        gridsPart + "json-tilesetmetadata");
  }

  @Override
  public List<Link> entries(String base) {
    return List.of(
        Link.of(base + "/tiles", RELATION, MediaTypes.JSON, "The layers as vector tiles"),
        Link.of(
            base + "/tileMatrixSets",
            "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
            MediaTypes.JSON,
            "The grids of the tiles"));
  }

  @Override
  public List<Route> routes() {
    String one = "/collections/{collectionId}/tiles";
    return List.of(
        Route.get("/tileMatrixSets")
            .describe(TAG, "getTileMatrixSetsList", "The grids of the tiles")
            .answers("The one grid", Schema.of("object"))
            .handle(TileRoutes::grids),
        Route.get("/tileMatrixSets" + GRID)
            .describe(TAG, "getTileMatrixSet", "The grid WebMercatorQuad")
            .answers("Its definition", Schema.of("object"))
            .handle(context -> context.json(WebMercatorQuad.definition())),
        Route.get("/tiles")
            .describe(TAG, "dataset.getTileSetsList", "Tilesets of all layers together")
            .answers("The one tileset", Schema.of("object"))
            .handle(
                context ->
                    context.json(
                        Tilesets.list(BaseUrl.of(context), BaseUrl.of(context) + "/tiles", ALL))),
        Route.get("/tiles" + GRID)
            .describe(TAG, "dataset.getTileSet", "The tileset of all layers together")
            .with(COLLECTIONS)
            .answers("The tileset with its layers", Schema.of("object"))
            .handle(this::describeAll),
        Route.get("/tiles" + TILE)
            .expensive()
            .describe(TAG, "dataset.getTile", "A tile of all layers together")
            .with(TilePath.MATRIX, TilePath.ROW, TilePath.COLUMN, COLLECTIONS)
            .with(Parameters.DATETIME, Filters.FILTER, Parameters.AS_KNOWN_AT)
            .answers(tile())
            .answers(Answer.empty(204, "Nothing lies there"))
            .handle(context -> tiles.answer(context, TilePath.address(context), chosen(context))),
        Route.get(one)
            .describe(TAG, "collection.getTileSetsList", "Tilesets of one collection")
            .with(COLLECTION)
            .answers("The one tileset", Schema.of("object"))
            .handle(this::listOne),
        Route.get(one + GRID)
            .describe(TAG, "collection.getTileSet", "The tileset of one collection")
            .with(COLLECTION)
            .answers("The tileset", Schema.of("object"))
            .handle(this::describeOne),
        Route.get(one + TILE)
            .mayBeKept()
            .expensive()
            .describe(TAG, "collection.getTile", "A tile of one collection")
            .with(COLLECTION, TilePath.MATRIX, TilePath.ROW, TilePath.COLUMN)
            .with(Parameters.DATETIME, Filters.FILTER, Parameters.AS_KNOWN_AT)
            .answers(tile())
            .answers(Answer.empty(204, "Nothing lies there"))
            .handle(
                context -> {
                  Layer layer = collection(context);
                  tiles.answer(context, TilePath.address(context), List.of(layer));
                }),
        Route.get(one + GRID + TilePath.ZOOM)
            .expensive()
            .describe(TAG, "collection.getTiles", "Many of these tiles of one zoom in one answer")
            .with(COLLECTION, TilePath.MATRIX, TileBundle.TILES, TileBundle.HELD)
            .with(Parameters.DATETIME, Filters.FILTER, Parameters.AS_KNOWN_AT)
            .answers(TileBundle.answer())
            .handle(context -> tiles.answerAll(context, List.of(collection(context)))));
  }

  private static Answer tile() {
    return Answer.ok(
        "The tile; a layer with more than "
            + DrawnTiles.MAX_FEATURES
            + " features in it comes as counts on a grid",
        MediaTypes.MVT,
        Schema.string().with("format", "binary"));
  }

  private static void grids(Context context) {
    String url = BaseUrl.of(context) + "/tileMatrixSets" + GRID;
    Link self = Link.of(url, "self", MediaTypes.JSON, "The grid");
    context.json(Map.of("tileMatrixSets", List.of(WebMercatorQuad.entry(List.of(self)))));
  }

  private void describeAll(Context context) throws BadInputException {
    String base = BaseUrl.of(context);
    context.json(Tilesets.describe(base, base + "/tiles", ALL, chosen(context)));
  }

  private void listOne(Context context) {
    Layer layer = collection(context);
    context.json(Tilesets.list(BaseUrl.of(context), url(context, layer), layer.title()));
  }

  private void describeOne(Context context) {
    Layer layer = collection(context);
    context.json(
        Tilesets.describe(BaseUrl.of(context), url(context, layer), layer.title(), List.of(layer)));
  }

  private static String url(Context context, Layer layer) {
    return BaseUrl.of(context) + "/collections/" + layer.name() + "/tiles";
  }

  /** The layer as the caller sees it; one that he may not read is absent. */
  private Layer collection(Context context) {
    String name = context.pathParam("collectionId");
    return catalog
        .readableFor(Callers.access(context))
        .find(name)
        .orElseThrow(
            () -> ProblemException.notFound(Message.of("There is no collection '{name}'.", name)));
  }

  private List<Layer> chosen(Context context) throws BadInputException {
    LayerCatalog readable = catalog.readableFor(Callers.access(context));
    Optional<List<String>> names = COLLECTIONS.find(context);
    if (names.isEmpty()) {
      return readable.list();
    }
    List<Layer> layers = new ArrayList<>();
    for (String name : names.get().stream().distinct().toList()) {
      layers.add(
          readable
              .find(name)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          Fault.of(
                              "collections",
                              Message.of("there is no collection '{name}'", name),
                              "Use names of /collections, divided by commas"))));
    }
    return layers;
  }
}
