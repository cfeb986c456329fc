package org.vigie.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The OpenAPI 3.0 description of the server, written from its routes. Self-contained: every
 * reference points inside the document.
 */
final class ApiDocument {

  /** How a caller says who he is; the cookie has another name over plain HTTP on one machine. */
  private static final Map<String, Object> SCHEMES =
      ordered(
          "session",
          ordered("type", "apiKey", "in", "cookie", "name", "__Host-vigie"),
          "token",
          ordered("type", "http", "scheme", "bearer"),
          "tokenAsPassword",
          ordered("type", "http", "scheme", "basic"));

  private final List<Route> routes;
  private final Map<String, Schema> components;
  private final String version;

  ApiDocument(List<Route> routes, Map<String, Schema> components, String version) {
    this.routes = routes.stream().filter(Route::described).toList();
    this.components = components;
    this.version = version;
  }

  List<Route> routes() {
    return routes;
  }

  /**
   * @param base URL of the server as this client knows it, without a trailing slash
   */
  Map<String, Object> write(String base) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", info());
    document.put("servers", List.of(Map.of("url", base)));
    document.put("tags", tags());
    document.put("paths", paths());
    document.put("components", ordered("schemas", schemas(), "securitySchemes", SCHEMES));
    document.put("security", SCHEMES.keySet().stream().map(n -> Map.of(n, List.of())).toList());
    return document;
  }

  private Map<String, Object> info() {
    return ordered(
        "title",
        "Vigie",
        "version",
        version,
        "description",
        "Features of a peacekeeping mission by OGC API - Features, and what its map reads.",
        "contact",
        Map.of("name", "The mission that runs this server"),
        "license",
        Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private List<Object> tags() {
    TreeSet<String> names = new TreeSet<>();
    routes.forEach(r -> names.add(r.tag()));
    List<Object> tags = new ArrayList<>();
    names.forEach(name -> tags.add(ordered("name", name, "description", name + " endpoints")));
    return tags;
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    Map<String, Map<String, Object>> byPath = new LinkedHashMap<>();
    for (Route route : routes) {
      byPath
          .computeIfAbsent(route.path(), p -> new LinkedHashMap<>())
          .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    paths.putAll(byPath);
    return paths;
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> operation =
        ordered(
            "operationId",
            route.id(),
            "tags",
            List.of(route.tag()),
            "summary",
            route.summary(),
            "description",
            route.summary() + ".");
    if (!route.parameters().isEmpty()) {
      operation.put("parameters", route.parameters().stream().map(ApiDocument::parameter).toList());
    }
    route
        .body()
        .ifPresent(
            body ->
                operation.put(
                    "requestBody",
                    ordered(
                        "description",
                        body.description(),
                        "required",
                        true,
                        "content",
                        content(body.content()))));
    operation.put("responses", responses(route));
    if (route.right().isOpen()) {
      operation.put("security", List.of());
    }
    return operation;
  }

  private static Map<String, Object> parameter(Parameter<?> parameter) {
    Map<String, Object> written =
        ordered(
            "name",
            parameter.name(),
            "in",
            parameter.place().name().toLowerCase(Locale.ROOT),
            "description",
            parameter.help(),
            "required",
            parameter.required(),
            "schema",
            parameter.schema());
    if (parameter.place() == Parameter.Place.QUERY) {
      written.put("style", "form");
      written.put("explode", false);
    }
    return written;
  }

  private static Map<String, Object> responses(Route route) {
    Map<String, Object> responses = new TreeMap<>();
    for (Answer answer : route.answers()) {
      Map<String, Object> response = ordered("description", answer.description());
      if (!answer.content().isEmpty()) {
        response.put("content", content(answer.content()));
      }
      responses.put(Integer.toString(answer.status()), response);
    }
    responses.putIfAbsent("400", problem("A parameter or the body is wrong"));
    if (!route.right().isOpen()) {
      responses.putIfAbsent("401", problem("Nobody is signed in"));
    }
    if (route.path().contains("{")) {
      responses.putIfAbsent("404", problem("There is no such thing"));
    }
    responses.put("default", problem("Any other problem"));
    return responses;
  }

  private static Map<String, Object> problem(String description) {
    return ordered(
        "description",
        description,
        "content",
        content(Map.of(MediaTypes.PROBLEM, Schema.ref("problem"))));
  }

  private static Map<String, Object> content(Map<String, Schema> schemas) {
    Map<String, Object> content = new LinkedHashMap<>();
    schemas.forEach((type, schema) -> content.put(type, Map.of("schema", schema)));
    return content;
  }

  private Map<String, Schema> schemas() {
    Map<String, Schema> schemas = new TreeMap<>(components);
    schemas.put("problem", problemSchema());
    return schemas;
  }

  private static Schema problemSchema() {
    Map<String, Schema> flaw = new LinkedHashMap<>();
    flaw.put("file", Schema.string());
    flaw.put("line", Schema.integer());
    flaw.put("field", Schema.string());
    flaw.put("what", Schema.string());
    flaw.put("fix", Schema.string());
    Map<String, Schema> problem = new LinkedHashMap<>();
    problem.put("type", Schema.string());
    problem.put("title", Schema.string());
    problem.put("status", Schema.integer());
    problem.put("detail", Schema.string());
    problem.put("errors", Schema.array(Schema.object(flaw)));
    return Schema.object(problem).described("A problem document (RFC 9457).");
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
