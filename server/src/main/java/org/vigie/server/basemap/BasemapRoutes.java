package org.vigie.server.basemap;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.basemap.TileKind;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.RequestBody;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** {@code /basemaps}: ground of the mission's own beneath the picture, and its tiles. */
public final class BasemapRoutes implements Routes {

  private static final String TAG = "Basemaps";
  private static final String ONE = BasemapDocument.BASE + "/{basemapId}";
  private static final Role[] KEEPERS = {Role.DUTY_OFFICER, Role.ANALYST, Role.ADMINISTRATOR};
  private static final String A_YEAR = "private, max-age=31536000, immutable";
  private static final Schema DOCUMENT = Schema.of("object");

  private static final Parameter<String> TITLE =
      Parameter.text("title", "What it is called; what the file says, or its name, unless given.")
          .orElse("");
  private static final Parameter<String> ATTRIBUTION =
      Parameter.text(
              "attribution",
              "Whose data it is, as their licence asks; it stands on the map and on every print.")
          .mandatory();
  private static final Parameter<Classification> CLASSIFICATION =
      Parameter.query(
              "classification",
              "Its mark; nobody with a lower clearance sees it.",
              Schema.words(Arrays.stream(Classification.values()).map(Enum::name).toList()),
              BasemapRoutes::classification)
          .orElse(Classification.UNCLASSIFIED);
  private static final Parameter<String> FILE_NAME =
      Parameter.text("filename", "Name of the file, for messages and the layer.").orElse("basemap");
  private static final Parameter<String> VERSION =
      Parameter.text("v", "Version of the content: its answers are kept for a year.").orElse("");
  private static final Parameter<String> ID =
      Parameter.path("basemapId", "Id of a basemap.", Schema.string(), text -> text);
  private static final Parameter<String> Z = number("z", "Zoom, from 0.");
  private static final Parameter<String> X = number("x", "Column, from 0 in the west.");
  private static final Parameter<String> Y = number("y", "Row, from 0 in the north.");

  private final BasemapDesk desk;

  public BasemapRoutes(BasemapDesk desk) {
    this.desk = desk;
  }

  private static Parameter<String> number(String name, String help) {
    return Parameter.path(name, help, Schema.string(), text -> text);
  }

  @Override
  public List<Route> routes() {
    Schema bytes = Schema.string().with("format", "binary");
    return List.of(
        Route.get(BasemapDocument.BASE)
            .mayBeKept()
            .describe(TAG, "listBasemaps", "Basemaps of the mission's own that you may see")
            .answers(
                "From the bottom, and how large a file may be",
                Schema.object("basemaps", Schema.array(DOCUMENT), "mostBytes", Schema.integer()))
            .handle(this::list),
        Route.post(BasemapDocument.BASE)
            .only(KEEPERS)
            .expensive()
            .describe(TAG, "addBasemap", "Add a basemap")
            .with(TITLE, ATTRIBUTION, CLASSIFICATION, FILE_NAME)
            .takes(
                new RequestBody(
                    "The file as it is: PMTiles (version 3), MBTiles, GeoJSON, a GeoPackage or a"
                        + " zipped Shapefile",
                    Map.of("application/octet-stream", bytes)))
            .answers(
                new Answer(
                    201,
                    "The basemap; state says whether its tiles have yet to be cut",
                    Map.of(MediaTypes.JSON, DOCUMENT)))
            .handle(this::add),
        Route.get(ONE)
            .describe(TAG, "getBasemap", "One basemap, and how far its preparation is")
            .with(ID)
            .answers("The basemap", DOCUMENT)
            .handle(context -> send(context, basemap(context))),
        Route.patch(ONE)
            .only(KEEPERS)
            .describe(TAG, "changeBasemap", "Change what is said about a basemap")
            .with(ID)
            .takes(
                "What is to be otherwise; what is absent stays",
                MediaTypes.JSON,
                Schema.object(
                    "title",
                    Schema.string(),
                    "attribution",
                    Schema.string(),
                    "order",
                    Schema.integer(),
                    "shown",
                    Schema.bool()))
            .answers("The basemap", DOCUMENT)
            .handle(this::change),
        Route.delete(ONE)
            .only(KEEPERS)
            .describe(TAG, "removeBasemap", "Remove a basemap with its file")
            .with(ID)
            .answers(Answer.empty(204, "Removed"))
            .handle(this::remove),
        Route.get(ONE + "/tiles/{z}/{x}/{y}")
            .mayBeKept()
            .describe(TAG, "getBasemapTile", "A tile of a basemap, as it is stored")
            .with(ID, Z, X, Y, VERSION)
            .answers(
                Answer.ok("The tile", TileKind.MVT.mediaType(), bytes)
                    .or(TileKind.PNG.mediaType(), bytes)
                    .or(TileKind.JPEG.mediaType(), bytes)
                    .or(TileKind.WEBP.mediaType(), bytes))
            .answers(Answer.empty(204, "Nothing lies there"))
            .handle(this::tile));
  }

  private void list(Context context) {
    List<Basemap> basemaps = desk.list(Callers.access(context));
    Classification highest = Classification.UNCLASSIFIED;
    for (Basemap each : basemaps) {
      highest = highest.highest(each.classification());
    }
    Mark.set(context, highest);
    byte[] bytes =
        Json.bytes(
            Map.of(
                "basemaps",
                basemaps.stream().map(BasemapDocument::of).toList(),
                "mostBytes",
                desk.mostBytes()));
    if (!EntityTags.notModified(context, EntityTags.ofContent(bytes))) {
      context.result(bytes).contentType(MediaTypes.JSON);
    }
  }

  private void add(Context context) throws BadInputException, IOException {
    BasemapWish wish =
        BasemapWish.of(
            TITLE.get(context),
            ATTRIBUTION.get(context),
            CLASSIFICATION.get(context),
            FILE_NAME.get(context));
    Basemap basemap =
        desk.take(
            wish,
            Callers.access(context),
            Bodies.stream(context),
            context.req().getContentLengthLong());
    context.status(201).header("Location", BasemapDocument.BASE + "/" + basemap.id());
    send(context, basemap);
  }

  private void change(Context context) throws BadInputException, IOException {
    Basemap changed = BasemapChange.read(Json.read(Bodies.read(context))).of(basemap(context));
    send(
        context,
        desk.change(changed, Callers.access(context)).orElseThrow(() -> absent(changed.id())));
  }

  private void remove(Context context) throws BadInputException, IOException {
    desk.remove(basemap(context), Callers.access(context));
    context.status(204);
  }

  private void tile(Context context) throws BadInputException, IOException {
    Basemap basemap = basemap(context);
    TileAddress address = address(context);
    Mark.set(context, basemap.classification());
    if (!basemap.isReady()) {
      throw ProblemException.of(
          409,
          "Conflict",
          Message.of(
              "This basemap is not ready. Its state says why: /basemaps/{basemap}", basemap.id()));
    }
    String version = BasemapDocument.version(basemap);
    context.header(
        "Cache-Control", VERSION.get(context).equals(version) ? A_YEAR : "private, no-cache");
    String place = address.zoom() + "-" + address.column() + "-" + address.row();
    if (EntityTags.notModified(context, '"' + version + "-" + place + '"')) {
      return;
    }
    Optional<Tile> tile = desk.tile(basemap, address);
    if (tile.isEmpty()) {
      context.status(204);
      return;
    }
    send(context, tile.get());
  }

  private static void send(Context context, Tile tile) {
    context.contentType(tile.kind().mediaType());
    context.disableCompression();
    String accepted = context.header("Accept-Encoding");
    if (tile.gzip() && accepted != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip").result(tile.bytes());
    } else {
      context.result(tile.open());
    }
  }

  private static TileAddress address(Context context) {
    return TileAddress.find(whole(context, Z), whole(context, Y), whole(context, X))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    Message.of(
                        "There is no such tile: zooms go from 0 to {maxZoom}, columns and rows from"
                            + " 0 to 2^zoom - 1.",
                        TileAddress.MAX_ZOOM)));
  }

  /** What is no whole number names no tile. */
  private static int whole(Context context, Parameter<String> parameter) {
    String text = context.pathParam(parameter.name());
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : -1;
  }

  /** What is above one's clearance is absent, in the same words. */
  private Basemap basemap(Context context) {
    String text = context.pathParam(ID.name());
    Access access = Callers.access(context);
    return Optional.of(text)
        .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
        .flatMap(id -> desk.find(UUID.fromString(id), access))
        .orElseThrow(() -> absent(text));
  }

  private static ProblemException absent(Object id) {
    return ProblemException.notFound(Message.of("There is no basemap '{id}'.", id));
  }

  private static void send(Context context, Basemap basemap) {
    Mark.set(context, basemap.classification());
    context.result(Json.bytes(BasemapDocument.of(basemap))).contentType(MediaTypes.JSON);
  }

  private static Classification classification(String text) throws BadInputException {
    return Arrays.stream(Classification.values())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    Fault.of(
                        "classification",
                        Message.of("'{text}' is unknown", text),
                        Message.of(
                            "Use one of {values}", Arrays.toString(Classification.values())))));
  }
}
