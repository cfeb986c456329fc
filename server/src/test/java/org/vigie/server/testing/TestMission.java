package org.vigie.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.index.IndexedStore;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.http.Authentication;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.Json;
import org.vigie.server.http.Routes;
import org.vigie.server.processes.JobDesk;

/** A server over a database of a test, and what a client does with it. */
public final class TestMission implements AutoCloseable {

  public static final LayerCatalog CATALOG = LayerFiles.read();

  private final HttpClient client = HttpClient.newHttpClient();
  private final PostgisStore root;
  private final IndexedStore index;
  private final FeatureStore store;
  private final JobDesk desk;
  private final HttpServer server;

  /** What a server has that also runs jobs. */
  @FunctionalInterface
  public interface WithJobs {
    List<Routes> capabilities(LayerCatalog catalog, GuardedStore store, JobDesk desk);
  }

  public TestMission(
      DatabaseAddress address, BiFunction<LayerCatalog, GuardedStore, List<Routes>> capabilities) {
    this(address, (catalog, store, desk) -> capabilities.apply(catalog, store));
  }

  public TestMission(DatabaseAddress address, WithJobs with) {
    root = PostgisStore.open(address, CATALOG);
    index = IndexedStore.start(root, CATALOG);
    store = root.as(Access.everything(new Author("test")));
    desk = new JobDesk(CATALOG, index, owner -> Optional.of(Access.everything(owner)), false);
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                Authentication.always(Caller.operator("test")),
                new ArrayList<>(with.capabilities(CATALOG, index, desk)))
            .start();
  }

  /** Answers counts and figures, as in the real server. */
  public IndexedStore index() {
    return index;
  }

  public JobDesk desk() {
    return desk;
  }

  public FeatureStore store() {
    return store;
  }

  public void load(List<Feature> features) throws BadInputException, StaleVersionException {
    store.write(
        writing -> {
          for (Feature feature : features) {
            writing.insert(feature);
          }
          return features.size();
        });
  }

  /** The JSON of a successful read. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request(path).build());
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return Json.MAPPER.readTree(response.body());
  }

  /** The JSON of a successful question, written with single quotes for double ones. */
  public JsonNode post(String path, String body) throws IOException, InterruptedException {
    return ask(path, body.replace('\'', '"'));
  }

  /** The JSON of a successful question. */
  public JsonNode ask(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response = sendBody(path, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return Json.MAPPER.readTree(response.body());
  }

  /** The answer to a question written with single quotes for double ones. */
  public HttpResponse<String> trying(String path, String body)
      throws IOException, InterruptedException {
    return sendBody(path, body.replace('\'', '"'));
  }

  private HttpResponse<String> sendBody(String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)));
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    desk.close();
    index.close();
    root.close();
  }
}
