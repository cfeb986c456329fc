package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selections;

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
    return catalog.readableFor(Callers.access(context));
  }

  /** The layer as the caller sees it; one that he may not read is absent. */
  Layer get(Context context) {
    String name = context.pathParam("collectionId");
    return layers(context)
        .find(name)
        .orElseThrow(
            () -> ProblemException.notFound(Message.of("There is no collection '{name}'.", name)));
  }

  /** The areas that the caller may name. */
  Areas areas(Context context, FeatureStore seen) {
    return new Areas(new Selections(layers(context)), seen);
  }

  /**
   * The layer of a request that changes it.
   *
   * @throws ProblemException 403 when the caller may read the layer and no more
   */
  Layer getWritable(Context context) {
    Layer layer = get(context);
    if (!Callers.access(context).mayWrite(layer.name())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of(
              "You may read {layer} and not change it. Ask an administrator.", layer.name()));
    }
    return layer;
  }

  /**
   * A strong tag: the version says everything about a feature's state, and the properties that the
   * caller is shown everything about its form. Who is shown all of them has the plain version.
   *
   * @param seen the layer as the caller sees it
   */
  String tag(Feature feature, Layer seen) {
    String version = Long.toString(feature.version());
    if (catalog.get(seen.name()).properties().size() == seen.properties().size()) {
      return '"' + version + '"';
    }
    List<String> shown = seen.properties().stream().map(Property::name).toList();
    return '"' + version + '-' + Integer.toHexString(shown.hashCode()) + '"';
  }

  /** Whether an If-Match names this version, in whichever form its sender was shown it. */
  boolean matches(String wanted, Feature current, Layer seen) {
    return EntityTags.matches(wanted, tag(current, seen), true)
        || EntityTags.matches(wanted, "\"" + current.version() + "\"", true);
  }

  /** What is no id of ours is absent, not wrong. */
  static FeatureId featureId(Context context) {
    String text = context.pathParam("featureId");
    return FeatureId.find(text).orElseThrow(() -> absent(text));
  }

  static ProblemException absent(Object id) {
    return ProblemException.notFound(
        Message.of("There is no feature '{id}' in this collection.", id));
  }
}
