package org.vigie.server.collections;

import io.javalin.http.Context;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.FeatureId;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;

/** The collection and the feature that a path names. */
final class CollectionPath {

  static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);

  /** Names none: which collections there are differs between callers, and this is read by all. */
  static final Parameter<String> COLLECTION =
      Parameter.path("collectionId", "Name of a collection.", Schema.string(), text -> text);

  private final LayerCatalog catalog;

  CollectionPath(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  /** The layers of the caller. */
  LayerCatalog layers(Context context) {
    return catalog.visibleTo(Callers.access(context));
  }

  /** The layer as the caller sees it; one that he may not read is absent. */
  Layer get(Context context) {
    String name = context.pathParam("collectionId");
    return layers(context)
        .find(name)
        .orElseThrow(() -> ProblemException.notFound("There is no collection '" + name + "'."));
  }

  /** What is no id of ours is absent, not wrong. */
  static FeatureId featureId(Context context) {
    String text = context.pathParam("featureId");
    return FeatureId.find(text).orElseThrow(() -> absent(text));
  }

  static ProblemException absent(Object id) {
    return ProblemException.notFound("There is no feature '" + id + "' in this collection.");
  }
}
