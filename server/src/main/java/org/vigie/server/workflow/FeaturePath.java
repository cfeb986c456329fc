package org.vigie.server.workflow;

import io.javalin.http.Context;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;

/** The feature that a path names by layer and id. Hidden and absent are answered alike. */
final class FeaturePath {

  static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer.", Schema.string(), text -> text);
  static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);
  static final Parameter<String> IF_MATCH =
      Parameter.header(
          "If-Match",
          "Entity tag of the version that was looked at.",
          Schema.string(),
          text -> text);

  private final LayerCatalog catalog;

  FeaturePath(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  LayerCatalog layers(Context context) {
    return catalog.readableFor(Callers.access(context));
  }

  Layer layer(Context context) {
    return layers(context)
        .find(context.pathParam("layer"))
        .orElseThrow(() -> absent(context.pathParam("layer"), context.pathParam("featureId")));
  }

  Feature feature(Context context, FeatureStore seen) {
    Layer layer = layer(context);
    String id = context.pathParam("featureId");
    return FeatureId.find(id)
        .flatMap(each -> seen.find(layer.name(), each))
        .orElseThrow(() -> absent(layer.name(), id));
  }

  static ProblemException absent(String layer, String id) {
    return ProblemException.notFound(
        Message.of("There is no feature '{id}' in layer '{layer}'.", id, layer));
  }

  /**
   * @throws ProblemException 403 when the caller may not change features of the layer
   */
  static void requireWritable(Context context, String layer) {
    if (!Callers.access(context).mayWrite(layer)) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of(
              "You may not change features of layer '{layer}'. Ask an administrator.", layer));
    }
  }

  static String tag(Feature feature) {
    return '"' + Long.toString(feature.version()) + '"';
  }

  /**
   * Whether the request was made on this version: its tag, or its tag with what a view adds behind
   * a hyphen.
   *
   * @throws ProblemException 428 when it does not say
   */
  static boolean wasSeen(Context context, Feature current) throws BadInputException {
    Optional<String> wanted = IF_MATCH.find(context);
    if (wanted.isEmpty()) {
      throw ProblemException.of(
          428,
          "Precondition Required",
          "Send If-Match with the ETag of the version you looked at, so that no other decision is"
              + " overrun.");
    }
    return wanted.get().matches("\"" + current.version() + "(-[0-9a-f]+)?\"");
  }
}
