package org.vigie.server.places;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Language;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** {@code GET /api/locate} and {@code GET /api/places}. */
public final class PlaceRoutes implements Routes {

  private static final String TAG = "Places";
  private static final Parameter<String> TEXT =
      Parameter.text(
          "q",
          "Where it is, as people write it: latitude and longitude in any usual form, MGRS, UTM, a"
              + " plus code, a place, \"5 km NE of\" a place, \"between A and B\"; English or"
              + " French.");
  private static final Parameter<LonLat> NEAR =
      point("near", "Where the asker looks: longitude,latitude. Near names come first.");
  private static final Parameter<LonLat> AT =
      point(
          "at",
          "A point on the map: longitude,latitude. Alone it is what is asked for; beside a text the"
              + " two are compared.");
  private static final Parameter<String> NAME =
      Parameter.text(
              "q",
              "Name of a place, or its beginning; accents, case and two wrong letters"
                  + " do not matter.")
          .mandatory();
  private static final Parameter<Integer> LIMIT = Parameters.limit(50, 10);

  private final GuardedStore store;
  private final Locator locator;

  public PlaceRoutes(LayerCatalog catalog, GuardedStore store) {
    this.store = store;
    this.locator = new Locator(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/locate")
            .describe(TAG, "locate", "Understand a text about a place")
            .with(TEXT, NEAR, AT)
            .answers(
                "The place with its radius of uncertainty and the reason for it, other places it"
                    + " may mean, and what to look at before taking it; kind unknown and a problem"
                    + " when the text was not understood",
                Schema.object(
                    Map.of(
                        "kind", Schema.string(),
                        "best", Schema.of("object"),
                        "candidates", Schema.array(Schema.of("object")),
                        "names", Schema.of("object"),
                        "warnings", Schema.array(Schema.of("object")),
                        "problem", Schema.of("object"))))
            .handle(this::locate),
        Route.get("/api/places")
            .describe(TAG, "searchPlaces", "Search places by name")
            .with(NAME, NEAR, LIMIT)
            .answers(
                "Places, areas and facilities, best match first",
                Schema.object(Map.of("places", Schema.array(Schema.of("object")))))
            .handle(this::places));
  }

  private void locate(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    Optional<String> text = TEXT.find(context).filter(t -> !t.isBlank());
    Optional<LonLat> at = AT.find(context);
    if (text.isEmpty() && at.isEmpty()) {
      throw new BadInputException(Fault.of("q", "is missing", "Give a text in q or a point in at"));
    }
    Located located =
        text.isPresent()
            ? locator.locate(seen, text.get(), NEAR.find(context), at)
            : locator.point(seen, at.orElseThrow());
    send(context, located.in(Language.asked(context)));
  }

  private void places(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    List<Located.Place> places =
        locator
            .gazetteer()
            .search(seen, NAME.get(context), NEAR.find(context), LIMIT.get(context))
            .stream()
            .map(place -> Located.Place.of(place, place.spot(), place.name()))
            .toList();
    send(context, Map.of("places", places));
  }

  /** What a caller may see is nobody else's: not for shared caches. */
  private static void send(Context context, Object answer) {
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(answer)).contentType(MediaTypes.JSON);
  }

  private static Parameter<LonLat> point(String name, String help) {
    return Parameter.query(name, help, Schema.string(), text -> read(name, text));
  }

  private static LonLat read(String name, String text) throws BadInputException {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        double lon = Double.parseDouble(parts[0].strip());
        double lat = Double.parseDouble(parts[1].strip());
        if (LonLat.fault(lon, lat).isEmpty()) {
          return new LonLat(lon, lat);
        }
      }
    } catch (NumberFormatException notNumbers) {
      // Refused below with the same words.
    }
    throw new BadInputException(
        Fault.of(
            name,
            Message.of("'{text}' is no longitude,latitude", text),
            "Give for example 21.5,5.25"));
  }
}
