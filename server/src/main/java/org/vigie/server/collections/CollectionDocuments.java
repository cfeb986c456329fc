package org.vigie.server.collections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.server.http.Link;
import org.vigie.server.http.MediaTypes;

/** A layer as the standard describes a collection. */
final class CollectionDocuments {

  private final Extents extents;

  CollectionDocuments(Extents extents) {
    this.extents = extents;
  }

  /**
   * @param access what the caller may see
   * @param base URL of the server
   * @param own links of the document that this stands in, empty inside a list
   */
  Map<String, Object> write(Access access, Layer layer, String base, List<Link> own) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", layer.name());
    document.put("title", layer.title());
    document.put("description", layer.description());
    document.put("links", links(layer, base, own));
    Extents.Known known = extents.get(access, layer);
    document.put("extent", known.extent());
    document.put("itemType", "feature");
    document.put("crs", known.crs());
    document.put("storageCrs", Crs.CRS84.uri());
    return document;
  }

  /** The highest classification of what the extents of these layers tell of. */
  Classification mark(Access access, List<Layer> layers) {
    return layers.stream()
        .map(layer -> extents.get(access, layer).mark())
        .reduce(Classification.UNCLASSIFIED, Classification::highest);
  }

  private static List<Link> links(Layer layer, String base, List<Link> own) {
    String url = base + "/collections/" + layer.name();
    String title = layer.title();
    List<Link> links = new ArrayList<>(own);
    if (own.isEmpty()) {
      links.add(Link.of(url + "?f=json", "self", MediaTypes.JSON, title));
      links.add(Link.of(url + "?f=html", "alternate", MediaTypes.HTML, title));
    }
    links.add(Link.of(url + "/items?f=json", "items", MediaTypes.GEOJSON, title + " as GeoJSON"));
    links.add(Link.of(url + "/items?f=html", "items", MediaTypes.HTML, title + " as a page"));
    String queryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    links.add(Link.of(url + "/queryables?f=json", queryables, MediaTypes.SCHEMA, "Queryables"));
    String sortables = "http://www.opengis.net/def/rel/ogc/1.0/sortables";
    links.add(Link.of(url + "/sortables?f=json", sortables, MediaTypes.SCHEMA, "Sortables"));
    String schema = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    links.add(Link.of(url + "/schema?f=json", schema, MediaTypes.SCHEMA, "Schema"));
    String tiles = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    links.add(Link.of(url + "/tiles", tiles, MediaTypes.JSON, title + " as vector tiles"));
    links.add(Link.of(url + "/export?f=csv", "enclosure", MediaTypes.CSV, "All, as CSV"));
    links.add(
        Link.of(url + "/export?f=geojson", "enclosure", MediaTypes.GEOJSON, "All, as GeoJSON"));
    return links;
  }
}
