package org.vigie.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Feature;
import org.vigie.server.http.Json;
import org.vigie.server.http.Route;

/** What the crawl asks: every route that reads, and questions that pry. */
final class CanaryQuestions {

  static final Pattern PARAMETER = Pattern.compile("[{<]([a-zA-Z]+)[}>]");

  /** Fulfilled by every feature, and not decided by the index. */
  private static final String LEFT =
      "version > 0 AND recorded_at > TIMESTAMP('2000-01-01T00:00:00Z')";

  /**
   * Path parameters that the crawl knows no examples of, because nothing of ours has such an id.
   */
  private static final Set<String> NAMES_OF_NOTHING =
      Set.of(
          "id",
          "jobID",
          "username",
          "path",
          "linkId",
          "mergeId",
          "ref",
          "basemapId",
          "z",
          "x",
          "y");

  private final List<Route> routes;
  private final LayerCatalog catalog;
  private final Canaries canaries;
  private int share = 1;
  private int turn;

  CanaryQuestions(List<Route> routes, LayerCatalog catalog, Canaries canaries) {
    this.routes = routes;
    this.catalog = catalog;
    this.canaries = canaries;
  }

  /** One question in so many, from another first one for each caller and each run. */
  List<Ask> sample(List<Ask> asks) {
    int first = Math.floorMod(CanaryTest.SEED + turn, CanaryTest.TURNS);
    return IntStream.range(0, asks.size())
        .filter(i -> i % CanaryTest.TURNS == first)
        .mapToObj(asks::get)
        .toList();
  }

  /**
   * Every route that reads, with every layer and form and one in some of the features, another one
   * each time; and questions that pry.
   */
  List<Ask> examples(int some) {
    share = some;
    turn++;
    List<Ask> asks = new ArrayList<>();
    for (Route route : routes) {
      if (route.method().name().equals("GET")) {
        for (String path : filled(route.path())) {
          asks.add(new Ask("GET", path, ""));
          for (String form : forms(route)) {
            if (!path.contains("/items/")) {
              asks.add(new Ask("GET", path + "?f=" + form, ""));
            }
          }
        }
      }
    }
    for (Layer layer : catalog.list()) {
      pry(asks, layer.name());
    }
    asks.add(new Ask("GET", "/collections/no-such-layer/items", ""));
    asks.add(new Ask("GET", "/api/places?q=canary&limit=50", ""));
    asks.add(new Ask("GET", "/api/locate?q=5%20km%20N%20of%20canary", ""));
    asks.add(new Ask("GET", "/api/changes?limit=500", ""));
    asks.add(new Ask("GET", "/api/changes?after=2000-01-01T00:00:00Z&limit=500", ""));
    asks.add(new Ask("GET", "/api/locate?at=20.05,4.05", ""));
    asks.add(new Ask("GET", "/api/shift?since=2000-01-01T00:00:00Z", ""));
    return asks;
  }

  private void pry(List<Ask> asks, String layer) {
    String items = "/collections/" + layer + "/items?";
    asks.add(new Ask("GET", items + "as-known-at=" + java.time.Instant.now() + "&limit=1000", ""));
    asks.add(new Ask("GET", items + "sortby=-classification,id&limit=1000", ""));
    asks.add(new Ask("GET", items + "bbox=20.0,4.0,20.1,4.1", ""));
    asks.add(new Ask("GET", items + "filter=classification=%27STRICTLY_CONFIDENTIAL%27", ""));
    asks.add(new Ask("GET", items + "filter=nonsense=1", ""));
    asks.add(new Ask("GET", "/api/histogram?layer=" + layer + "&step=day", ""));
    asks.add(new Ask("GET", "/api/events/" + layer + "/0?tiles=0/0", ""));
    asks.add(new Ask("GET", "/collections/" + layer + "/tiles/WebMercatorQuad/0?tiles=0/0", ""));
    asks.add(new Ask("GET", "/api/picture/" + layer + "?zoom=12&titles=true", ""));
    for (String body :
        List.of(
            "{'layer': 'LAYER', 'list': 1000, 'groupBy': 'nonsense'}",
            "{'layer': 'LAYER', 'list': 1000}",
            "{'layer': 'LAYER', 'list': 1000, 'as-known-at': '" + java.time.Instant.now() + "'}")) {
      asks.add(new Ask("POST", "/api/statistics", quoted(body, layer)));
    }
    asks.add(
        new Ask(
            "POST",
            "/api/counts",
            quoted("{'layers': [{'name': 'LAYER'}], 'groups': true}", layer)));
    for (String compared : comparisons()) {
      asks.add(new Ask("POST", "/api/comparison", quoted(compared, layer)));
    }
    asks.add(
        new Ask(
            "POST",
            "/api/matrix",
            quoted("{'layer': 'LAYER', 'rows': 'month', 'columns': 'weekday'}", layer)));
    asks.add(
        new Ask(
            "POST",
            "/api/breakdown",
            quoted("{'layer': 'LAYER', 'by': 'admin1', 'limit': 500}", layer)));
    // the database decides what the index has not got: texts, and who wrote when
    String left = "&filter=" + LEFT.replace(" ", "%20").replace("'", "%27").replace(">", "%3E");
    asks.add(new Ask("GET", "/api/histogram?layer=" + layer + left, ""));
    for (String filter : List.of(LEFT, "id LIKE '%a%' AND version >= 1")) {
      asks.add(
          new Ask(
              "POST",
              "/api/statistics",
              quoted("{'layer': 'LAYER', 'list': 1000, 'filter': ", layer)
                  + Json.MAPPER.valueToTree(filter)
                  + "}"));
    }
    List<Canary> here = canaries.of(catalog.get(layer));
    asks.add(new Ask("POST", "/api/duplicates", draftLike(here.get(turn % here.size()))));
    String named = "&area=feature:" + layer + "/" + here.get(turn % here.size()).id();
    asks.add(new Ask("GET", "/api/statistics?layer=incident&list=1000" + named, ""));
    for (String process : processes()) {
      asks.add(
          new Ask(
              "POST",
              "/processes/" + process + "/execution",
              quoted(
                  "{'inputs': {'layer': 'LAYER'" + COARSE.getOrDefault(process, "") + "}}",
                  layer)));
    }
  }

  /** Of one period feature by feature, of two cell by cell; both with what was known before. */
  private static List<String> comparisons() {
    String now = java.time.Instant.now().toString();
    String sides = "{'bbox': [-180, -90, 180, 90], 'a': [%s], 'b': [%s]}";
    String known = "{'name': 'LAYER', 'as-known-at': '" + now + "'}";
    return List.of(
        sides.formatted(known, "{'name': 'LAYER', 'filter': 'version > 1'}"),
        sides.formatted(known, "{'name': 'LAYER', 'datetime': '2000-01-01/2100-01-01'}"));
  }

  /** At the place and time of a canary, hidden or not: only a visible one may be proposed. */
  private static String draftLike(Canary canary) {
    Feature feature = canary.feature();
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("layer", canary.layer().name());
    if (feature.geometry() != null) {
      Coordinate at = feature.geometry().getCoordinate();
      draft.put("geometry", Map.of("type", "Point", "coordinates", List.of(at.x, at.y)));
    }
    if (feature.validTime() != null) {
      draft.put("valid_from", String.valueOf(feature.validTime().start()));
    }
    return Json.MAPPER.valueToTree(draft).toString();
  }

  private static String quoted(String body, String layer) {
    return body.replace('\'', '"').replace("LAYER", layer);
  }

  private static List<String> forms(Route route) {
    return route.parameters().stream()
        .filter(p -> p.name().equals("f"))
        .map(p -> p.schema().keywords().get("enum"))
        .filter(List.class::isInstance)
        .flatMap(words -> ((List<?>) words).stream())
        .map(String::valueOf)
        .toList();
  }

  private List<String> filled(String path) {
    Matcher matcher = PARAMETER.matcher(path);
    if (!matcher.find()) {
      return List.of(path);
    }
    List<String> all = new ArrayList<>();
    for (String example : examples(matcher.group(1))) {
      String rest = path.replace(matcher.group(), example);
      if (rest.contains("{featureId}")) {
        canaries.of(catalog.get(example)).stream()
            .filter(c -> (canaries.list().indexOf(c) + turn) % share == 0)
            .forEach(c -> all.addAll(filled(of(c, rest))));
      } else {
        all.addAll(filled(rest));
      }
    }
    return all;
  }

  private String of(Canary canary, String path) {
    String photograph = canaries.photograph(canary).map(UUID::toString).orElse("none");
    return path.replace("{featureId}", canary.id()).replace("{attachmentId}", photograph);
  }

  List<String> examples(String parameter) {
    return switch (parameter) {
      case "attachmentId" ->
          canaries.photograph(canaries.list().get(0)).map(UUID::toString).stream().toList();
      case "collectionId", "layer" -> catalog.list().stream().map(Layer::name).toList();
      case "featureId" -> List.of(canaries.list().get(0).id());
      case "processID" -> processes();
      case "tileMatrix", "tileRow", "tileCol" -> List.of("0");
      default ->
          NAMES_OF_NOTHING.contains(parameter)
              ? List.of(UUID.nameUUIDFromBytes(new byte[1]).toString())
              : List.of();
    };
  }

  /** Among the corners and figures of a hundred thousand cells are the digits of any place. */
  private static final Map<String, String> COARSE =
      Map.of(
          "density-surface", ", 'bandwidthM': 500000, 'cellM': 400000, 'draws': 0",
          "patrol-coverage", ", 'sideM': 200000");

  private static List<String> processes() {
    List<String> ids = new ArrayList<>();
    org.vigie.geodata.analysis.Analyses.list().forEach(analysis -> ids.add(analysis.id()));
    ids.add("echo");
    return ids;
  }
}
