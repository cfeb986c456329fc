package org.vigie.server.collections;

import org.vigie.geodata.layer.Layer;
import org.vigie.server.http.Markup;

/** The small map of a page; what it shows it fetches itself, so that the page needs no script. */
final class Maps {

  private Maps() {}

  /**
   * @param features URL of the GeoJSON to draw
   * @param collection URL of the collection, for links to its features
   */
  static void write(Markup m, String features, String collection, Layer layer) {
    m.open(
            "div",
            "class",
            "map",
            "role",
            "application",
            "aria-label",
            "Map of the features on this page",
            "data-features",
            features,
            "data-items",
            collection + "/items/",
            "data-title",
            layer.titleProperty().orElse(""))
        .close();
  }
}
