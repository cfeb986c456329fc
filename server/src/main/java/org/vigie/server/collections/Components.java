package org.vigie.server.collections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.server.http.Schema;

/** The schemas that the routes of this package refer to by name. */
public final class Components {

  private Components() {}

  public static Map<String, Schema> schemas() {
    Map<String, Schema> all = new LinkedHashMap<>();
    all.put("link", link());
    all.put("landingPage", landingPage());
    all.put(
        "confClasses", required(object("conformsTo", Schema.array(Schema.string())), "conformsTo"));
    all.put("extent", extent());
    all.put("collection", collection());
    all.put(
        "collections",
        required(
            object("links", links(), "collections", Schema.array(Schema.ref("collection"))),
            "links",
            "collections"));
    all.put("geometryGeoJSON", geometry());
    all.put("featureGeoJSON", feature());
    all.put("featureCollectionGeoJSON", featureCollection());
    all.put("history", history());
    return all;
  }

  private static Schema link() {
    Schema text = Schema.string();
    return required(object("href", text, "rel", text, "type", text, "title", text), "href", "rel");
  }

  private static Schema landingPage() {
    Schema text = Schema.string();
    return required(object("title", text, "description", text, "links", links()), "links");
  }

  private static Schema extent() {
    Schema box = Schema.array(Schema.number()).with("minItems", 4).with("maxItems", 6);
    Schema end = Schema.string().with("format", "date-time").with("nullable", true);
    Schema interval = Schema.array(end).with("minItems", 2).with("maxItems", 2);
    return object(
        "spatial",
        object("bbox", Schema.array(box), "crs", Schema.string()),
        "temporal",
        object("interval", Schema.array(interval), "trs", Schema.string()));
  }

  private static Schema collection() {
    Schema text = Schema.string();
    Schema texts = Schema.array(text);
    return required(
        object(
            "id", text,
            "title", text,
            "description", text,
            "links", links(),
            "extent", Schema.ref("extent"),
            "itemType", text,
            "crs", texts,
            "storageCrs", text),
        "id",
        "links");
  }

  private static Schema geometry() {
    return required(
        object(
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
            Schema.array(new Schema(Map.of()))),
        "type");
  }

  private static Schema feature() {
    Schema geometry =
        Schema.of("object")
            .with("nullable", true)
            .with("allOf", List.of(Schema.ref("geometryGeoJSON")));
    return required(
        object(
            "type", Schema.words(List.of("Feature")),
            "id", Schema.string(),
            "geometry", geometry,
            "properties", Schema.of("object").with("nullable", true),
            "links", links()),
        "type",
        "geometry",
        "properties");
  }

  private static Schema featureCollection() {
    return required(
        object(
            "type", Schema.words(List.of("FeatureCollection")),
            "timeStamp", Schema.string().with("format", "date-time"),
            "numberMatched", Schema.integer().with("minimum", 0),
            "numberReturned", Schema.integer().with("minimum", 0),
            "links", links(),
            "features", Schema.array(Schema.ref("featureGeoJSON"))),
        "type",
        "features");
  }

  private static Schema history() {
    Schema text = Schema.string();
    Schema any = new Schema(Map.of("description", "Any value; null for none"));
    Schema change = object("property", text, "before", any, "after", any);
    Schema version =
        object(
            "version", Schema.integer(),
            "operation", text,
            "author", text,
            "committedAt", text.with("format", "date-time"),
            "changes", Schema.array(change));
    return object("versions", Schema.array(version));
  }

  private static Schema links() {
    return Schema.array(Schema.ref("link"));
  }

  private static Schema required(Schema schema, String... names) {
    return schema.with("required", List.of(names));
  }

  private static Schema object(Object... namesAndSchemas) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.put((String) namesAndSchemas[i], (Schema) namesAndSchemas[i + 1]);
    }
    return Schema.object(properties);
  }
}
