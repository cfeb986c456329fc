package org.vigie.server.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.server.http.Link;
import org.vigie.server.http.MediaTypes;

/** What the tiles of some layers are, as the standard describes a tileset. */
final class Tilesets {

  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

  private Tilesets() {}

  /**
   * The list of tilesets of one resource; there is one.
   *
   * @param url of that resource's tiles, without a trailing slash
   */
  static Map<String, Object> list(String base, String url, String title) {
    Map<String, Object> entry = head(title);
    String own = url + '/' + WebMercatorQuad.ID;
    entry.put("links", List.of(Link.of(own, "self", MediaTypes.JSON, title), scheme(base)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", List.of(Link.of(url, "self", MediaTypes.JSON, "This document")));
    document.put("tilesets", List.of(entry));
    return document;
  }

  /**
   * One tileset with its layers.
   *
   * @param layers as the caller sees them
   */
  static Map<String, Object> describe(String base, String url, String title, List<Layer> layers) {
    String own = url + '/' + WebMercatorQuad.ID;
    Map<String, Object> document = head(title);
    List<Object> links = new ArrayList<>();
    links.add(Link.of(own, "self", MediaTypes.JSON, "This document"));
    links.add(scheme(base));
    links.add(
        Map.of(
            "href",
            own + "/{tileMatrix}/{tileRow}/{tileCol}",
            "rel",
            "item",
            "type",
            MediaTypes.MVT,
            "title",
            "Mapbox vector tiles",
            "templated",
            true));
    document.put("links", links);
    document.put("layers", layers.stream().map(Tilesets::layer).toList());
    return document;
  }

  private static Map<String, Object> head(String title) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", title);
    document.put("dataType", "vector");
    document.put("crs", WebMercatorQuad.CRS);
    document.put("tileMatrixSetURI", WebMercatorQuad.URI);
    return document;
  }

  private static Link scheme(String base) {
    return Link.of(
        base + "/tileMatrixSets/" + WebMercatorQuad.ID, SCHEME, MediaTypes.JSON, "The grid");
  }

  private static Map<String, Object> layer(Layer layer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", layer.name());
    document.put("title", layer.title());
    document.put("description", layer.description());
    document.put("dataType", "vector");
    dimension(layer.geometry(), document);
    document.put("propertiesSchema", Map.of("type", "object", "properties", properties(layer)));
    return document;
  }

  private static void dimension(GeometryKind kind, Map<String, Object> document) {
    switch (kind) {
      case POINT -> document.put("geometryDimension", 0);
      case LINE -> document.put("geometryDimension", 1);
      case POLYGON -> document.put("geometryDimension", 2);
      default -> {
        // of mixed dimensions, which is said by leaving it out
      }
    }
  }

  private static Map<String, Object> properties(Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", attribute("string", "Id of the feature"));
    properties.put("count", attribute("integer", "Features that this point stands for"));
    properties.put("start", attribute("integer", "Begin, in seconds since 1970-01-01T00:00Z"));
    properties.put("end", attribute("integer", "Exclusive end, likewise"));
    layer.drawnBy().ifPresent(name -> properties.put(name, attribute("string", "Drawn by this")));
    layer.severity().ifPresent(name -> properties.put("severity", attribute("integer", "1 to 5")));
    properties.put("radius_m", attribute("integer", "Uncertainty of the place in metres"));
    layer.titleProperty().ifPresent(name -> properties.put("title", attribute("string", "Title")));
    return properties;
  }

  private static Map<String, String> attribute(String type, String description) {
    return Map.of("type", type, "description", description);
  }
}
