package org.vigie.server.collections;

import java.util.ArrayList;
import java.util.List;

/** The conformance classes that the tests hold this server to. */
final class Conformance {

  private static final String SPEC = "http://www.opengis.net/spec/";

  static final List<String> CLASSES = classes();

  private Conformance() {}

  private static List<String> classes() {
    List<String> all = new ArrayList<>();
    add(all, "ogcapi-features-1/1.0/conf/", "core", "oas30", "html", "geojson");
    add(all, "ogcapi-features-2/1.0/conf/", "crs");
    add(all, "ogcapi-features-3/1.0/conf/", "queryables", "filter", "features-filter");
    add(
        all,
        "ogcapi-features-4/1.0/conf/",
        "create-replace-delete",
        "update",
        "features",
        "optimistic-locking-etags");
    add(
        all,
        "cql2/1.0/conf/",
        "cql2-text",
        "cql2-json",
        "basic-cql2",
        "advanced-comparison-operators",
        "case-insensitive-comparison",
        "accent-insensitive-comparison",
        "basic-spatial-functions",
        "basic-spatial-functions-plus",
        "spatial-functions",
        "temporal-functions",
        "array-functions",
        "property-property",
        "functions",
        "arithmetic");
    return List.copyOf(all);
  }

  private static void add(List<String> all, String part, String... names) {
    for (String name : names) {
      all.add(SPEC + part + name);
    }
  }
}
