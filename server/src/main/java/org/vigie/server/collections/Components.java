package org.vigie.server.collections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.server.http.Schema;

/** The schemas that the routes of this package refer to by name. */
final class Components {

  private Components() {}

  static Map<String, Schema> schemas() {
    Map<String, Schema> all = new LinkedHashMap<>();
    all.put("extent", extent());
    all.put("collection", collection());
    all.put(
        "collections",
        Schema.object("links", links(), "collections", Schema.array(Schema.ref("collection")))
            .requiring("links", "collections"));
    all.put("geometryGeoJSON", geometry());
    all.put("featureGeoJSON", feature());
    all.put("featureCollectionGeoJSON", featureCollection());
    all.put("history", history());
    return all;
  }

  private static Schema extent() {
    Schema box = Schema.array(Schema.number()).with("minItems", 4).with("maxItems", 6);
    Schema end = Schema.string().with("format", "date-time").with("nullable", true);
    Schema interval = Schema.array(end).with("minItems", 2).with("maxItems", 2);
    return Schema.object(
        "spatial",
        Schema.object("bbox", Schema.array(box), "crs", Schema.string()),
        "temporal",
        Schema.object("interval", Schema.array(interval), "trs", Schema.string()));
  }

  private static Schema collection() {
    Schema text = Schema.string();
    Schema texts = Schema.array(text);
    return Schema.object(
            "id", text,
            "title", text,
            "description", text,
            "links", links(),
            "extent", Schema.ref("extent"),
            "itemType", text,
            "crs", texts,
            "storageCrs", text)
        .requiring("id", "links");
  }

  private static Schema geometry() {
    return Schema.object(
            "type",
            Schema.words(
                List.of(
                    "Point",
                    "MultiPoint",
                    "LineString",
                    "MultiLineString",
                    "Polygon",
                    "MultiPolygon",
                    "GeometryCollection")),
            "coordinates",
            Schema.array(new Schema(Map.of())))
        .requiring("type");
  }

  private static Schema feature() {
    Schema geometry =
        Schema.of("object")
            .with("nullable", true)
            .with("allOf", List.of(Schema.ref("geometryGeoJSON")));
    return Schema.object(
            "type", Schema.words(List.of("Feature")),
            "id", Schema.string(),
            "geometry", geometry,
            "properties", Schema.of("object").with("nullable", true),
            "links", links())
        .requiring("type", "geometry", "properties");
  }

  private static Schema featureCollection() {
    return Schema.object(
            "type", Schema.words(List.of("FeatureCollection")),
            "timeStamp", Schema.string().with("format", "date-time"),
            "numberMatched", Schema.integer().with("minimum", 0),
            "numberReturned", Schema.integer().with("minimum", 0),
            "links", links(),
            "features", Schema.array(Schema.ref("featureGeoJSON")))
        .requiring("type", "features");
  }

  private static Schema history() {
    Schema text = Schema.string();
    Schema any = new Schema(Map.of("description", "Any value; null for none"));
    Schema change = Schema.object("property", text, "before", any, "after", any);
    Schema version =
        Schema.object(
            "version", Schema.integer(),
            "operation", text,
            "author", text,
            "committedAt", text.with("format", "date-time"),
            "changes", Schema.array(change));
    return Schema.object("versions", Schema.array(version));
  }

  private static Schema links() {
    return Schema.array(Schema.ref("link"));
  }
}
