package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.http.ApiDescription;
import org.vigie.server.http.Authentication;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.Json;
import org.vigie.server.http.LandingPage;
import org.vigie.server.http.Routes;
import org.vigie.server.http.StaticAssets;
import org.vigie.server.tiles.TileRoutes;

/** The features API on a real store, and a client of it. */
final class MissionServer implements AutoCloseable {

  final LayerCatalog catalog;
  final PostgisStore root;
  final FeatureStore store;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  MissionServer(DatabaseAddress address) {
    this(address, LayerFiles.read(), LayerFiles.read());
  }

  /**
   * @param stored the layers as the store is told of them
   */
  MissionServer(DatabaseAddress address, LayerCatalog stored, LayerCatalog catalog) {
    this.catalog = catalog;
    root = PostgisStore.open(address, stored);
    store = root.as(Access.everything(new Author("test")));
    StaticAssets assets = new StaticAssets();
    Routes features = new FeaturesApi(root, catalog, Clock.systemUTC());
    Routes landing = new LandingPage(List.of(features), assets);
    Routes tiles = new TileRoutes(catalog, root);
    Routes api = new ApiDescription(List.of(landing, features, tiles), "test");
    List<Routes> capabilities = List.of(landing, features, tiles, api, assets);
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                Authentication.always(Caller.operator("test")),
                capabilities)
            .start();
  }

  int port() {
    return server.port();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    root.close();
  }

  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
      throws Exception {
    String url = path.startsWith("http") ? path : url() + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, null, Map.of());
  }

  int status(String path) throws Exception {
    return get(path).statusCode();
  }

  /** The JSON of a 200 answer. */
  JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  /** Creates a feature and returns its id. */
  String post(String collection, String feature) throws Exception {
    HttpResponse<String> answer =
        send("POST", "/collections/" + collection + "/items", feature, Map.of());
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  static String incident(double longitude, double latitude, String time, String properties) {
    return """
    {"type": "Feature",
     "geometry": {"type": "Point", "coordinates": [%s, %s]},
     "properties": {"valid_from": "%s", "type": "BATTLES"%s}}
    """
        .formatted(longitude, latitude, time, properties.isEmpty() ? "" : ", " + properties);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
