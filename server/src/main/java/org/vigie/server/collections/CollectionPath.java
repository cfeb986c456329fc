package org.vigie.server.collections;

import io.javalin.http.Context;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.FeatureId;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;

/** The collection and the feature that a path names. */
final class CollectionPath {

  static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);

  private final LayerCatalog catalog;
  private final Parameter<String> parameter;

  CollectionPath(LayerCatalog catalog) {
    this.catalog = catalog;
    this.parameter =
        Parameter.path(
            "collectionId",
            "Name of a collection.",
            Schema.words(catalog.list().stream().map(Layer::name).toList()),
            text -> text);
  }

  Parameter<String> parameter() {
    return parameter;
  }

  Layer get(Context context) {
    String name = context.pathParam("collectionId");
    return catalog
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
