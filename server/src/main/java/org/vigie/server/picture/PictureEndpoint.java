package org.vigie.server.picture;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Filters;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** {@code GET /api/picture/{layer}}: what the map draws of one layer. */
final class PictureEndpoint {

  private static final int MAX_FEATURES = 20_000;
  private static final int STANDARD_ZOOM = 6;

  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer.", Schema.string(), text -> text);

  private static final Parameter<Integer> ZOOM =
      Parameter.query(
              "zoom",
              "Web Mercator zoom; decides how much shapes are simplified and how large cells are.",
              Schema.integer(0, PictureRequest.MAX_ZOOM, STANDARD_ZOOM),
              PictureEndpoint::zoom)
          .orElse(STANDARD_ZOOM);

  private static final Parameter<Boolean> TITLES =
      Parameter.query(
              "titles",
              "Whether points come with their titles.",
              Schema.bool().with("default", false),
              PictureEndpoint::yesOrNo)
          .orElse(false);

  private final Selections selections;
  private final GuardedStore store;
  private final Revalidation revalidation;

  PictureEndpoint(Selections selections, GuardedStore store, Revalidation revalidation) {
    this.selections = selections;
    this.store = store;
    this.revalidation = revalidation;
  }

  Route route() {
    return Route.get("/api/picture/{layer}")
        .mayBeKept()
        .expensive()
        .describe(PictureRoutes.TAG, "getPicture", "What the map draws of one layer")
        .with(
            LAYER,
            Parameters.BBOX,
            ZOOM,
            Parameters.DATETIME,
            Filters.FILTER,
            Parameters.AS_KNOWN_AT,
            TITLES)
        .answers(
            "Points as columns, shapes as features, or counts on a grid when there are more than "
                + MAX_FEATURES
                + "; count is exact in every mode",
            Schema.object(
                Map.of(
                    "mode", Schema.words(java.util.List.of("features", "cells")),
                    "count", Schema.integer(),
                    "dataAsOf", Schema.of("object"))))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    String name = LAYER.get(context);
    Selections seen = selections.as(Callers.access(context));
    Layer layer =
        seen.layers().stream()
            .filter(l -> l.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> ProblemException.notFound(Message.of("There is no layer '{name}'.", name)));
    Areas areas = new Areas(seen, store.as(Callers.access(context)));
    Selection asked = seen.of(layer, context, areas);
    PictureRequest request =
        new PictureRequest(ZOOM.get(context), MAX_FEATURES, TITLES.get(context));
    revalidation.answer(
        context,
        access -> {
          Picture picture = store.as(access).picture(asked.query(), request);
          return new Revalidation.Document(
              PictureJson.bytes(picture),
              asked.mark(picture.highest()),
              picture.needToKnow() || !areas.compartments().isEmpty());
        });
  }

  private static int zoom(String text) throws BadInputException {
    if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > PictureRequest.MAX_ZOOM) {
      throw new BadInputException(
          Fault.of(
              "zoom",
              Message.of("'{text}' is not a zoom", text),
              Message.of("Give a whole number from 0 to {maxZoom}", PictureRequest.MAX_ZOOM)));
    }
    return Integer.parseInt(text);
  }

  private static boolean yesOrNo(String text) throws BadInputException {
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadInputException(
          Fault.of(
              "titles",
              Message.of("'{text}' is neither true nor false", text),
              "Give true or false"));
    }
    return text.equals("true");
  }
}
