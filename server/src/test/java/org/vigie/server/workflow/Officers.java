package org.vigie.server.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.collections.FeaturesApi;
import org.vigie.server.hotspot.DivisionRoutes;
import org.vigie.server.http.Authentication;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.Json;
import org.vigie.server.transfers.ImportDesk;
import org.vigie.server.transfers.ImportRoutes;
import org.vigie.server.transfers.TransferOptions;
import org.vigie.server.workflow.duplicates.DuplicateRoutes;
import org.vigie.server.workflow.duplicates.LinkProposalRoutes;
import org.vigie.server.workflow.duplicates.MergeRoutes;
import org.vigie.server.workflow.duplicates.SplitRoutes;

/** A mission where several officers work at once; each request says in a header who sends it. */
public final class Officers implements AutoCloseable {

  static final LayerCatalog CATALOG = LayerFiles.read();

  final PostgisStore root;
  public final FeatureStore everything;
  private final HttpServer server;
  private final Path uploads = TestDatabases.newFolder("vigie-officers-");
  private final ImportDesk imports;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Caller> callers;

  public Officers(DatabaseAddress address) {
    this(address, CATALOG);
  }

  Officers(DatabaseAddress address, LayerCatalog catalog) {
    callers =
        Map.of(
            "ann", officer("ann", catalog, Role.DUTY_OFFICER),
            "ben", officer("ben", catalog, Role.DUTY_OFFICER),
            "cleo", officer("cleo", catalog, Role.ANALYST),
            "dina", officer("dina", catalog, Role.PROTECTION_ADVISER),
            "rita", officer("rita", catalog, Role.REPORTER),
            "vic", officer("vic", catalog, Role.VIEWER));
    root = PostgisStore.open(address, catalog);
    everything = root.as(Access.everything(new Author("test")));
    imports = new ImportDesk(TransferOptions.below(uploads), root, Clock.systemUTC());
    Authentication byHeader =
        context -> Optional.ofNullable(context.header("X-Test-Caller")).map(callers::get);
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                byHeader,
                List.of(
                    new FeaturesApi(root, catalog, Clock.systemUTC()),
                    new ImportRoutes(imports, catalog, root),
                    new DuplicateRoutes(root, catalog),
                    new MergeRoutes(root, catalog),
                    new SplitRoutes(root, catalog),
                    new LinkProposalRoutes(root, catalog),
                    new DivisionRoutes(root, catalog, Clock.systemUTC()),
                    new ReportsAndIncidents(root, catalog, Clock.systemUTC())))
            .start();
  }

  private static Caller officer(String name, LayerCatalog catalog, Role role) {
    return new Caller(
        name,
        Set.of(role),
        Entitlements.of(catalog)
            .access(
                new Author(name),
                Set.of(role),
                role == Role.ANALYST
                    ? Classification.STRICTLY_CONFIDENTIAL
                    : Classification.CONFIDENTIAL,
                Set.of(),
                Optional.empty()));
  }

  /** Makes a feature as somebody and returns its id. */
  public String create(String who, String layer, String properties) throws Exception {
    HttpResponse<String> answer =
        send(
            who,
            "POST",
            "/collections/" + layer + "/items",
            "{'type': 'Feature', 'geometry': {'type': 'Point', 'coordinates': [21.5, 5.5]},"
                + " 'properties': {'valid_from': '2026-03-01T06:00:00Z', "
                + properties
                + "}}");
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  public String incident(String who) throws Exception {
    return create(who, "incident", "'type': 'BATTLES', 'title': 'EXERCISE clash', 'severity': 4");
  }

  /**
   * @param grade for example B2
   */
  public String report(String who, String ref, String grade, String source) throws Exception {
    return create(
        who,
        "report",
        "'ref': '%s', 'headline': 'EXERCISE shots', 'raw_text': 'EXERCISE', 'channel': 'RADIO',"
                .formatted(ref)
            + " 'received_at': '2026-03-01T07:00:00Z', 'place_name': 'Kolo', 'source_ref': '%s',"
                .formatted(source)
            + " 'source_reliability': '%s', 'info_credibility': '%s'"
                .formatted(grade.substring(0, 1), grade.substring(1)));
  }

  /** Uploads a table of incidents, keeps its good rows and returns the import as it is then. */
  public JsonNode importTable(String who, String name, String table) throws Exception {
    JsonNode job =
        Json.MAPPER.readTree(
            send(who, "POST", "/api/imports?layer=incident&name=" + name, table).body());
    job = awaitImport(who, job.path("id").asText(), "ready");
    send(who, "POST", "/api/imports/" + job.path("id").asText() + "/commit", "");
    return awaitImport(who, job.path("id").asText(), "committed");
  }

  private JsonNode awaitImport(String who, String id, String state) throws Exception {
    JsonNode job = get(who, "/api/imports/" + id);
    while (List.of("reading", "committing").contains(job.path("state").asText())) {
      Thread.sleep(20);
      job = get(who, "/api/imports/" + id);
    }
    if (!job.path("state").asText().equals(state)) {
      throw new AssertionError(job.toString());
    }
    return job;
  }

  public HttpResponse<String> link(String who, String type, String from, String to)
      throws Exception {
    return send(
        who,
        "POST",
        "/api/links",
        "{'type': '%s', 'from': %s, 'to': %s}".formatted(type, end(from), end(to)));
  }

  private static String end(String path) {
    String[] parts = path.split("/");
    return "{'layer': '%s', 'id': '%s'}".formatted(parts[0], parts[1]);
  }

  public HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Test-Caller", who)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public JsonNode get(String who, String path) throws Exception {
    HttpResponse<String> answer = send(who, "GET", path, "");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  /** Takes a step on the version that is current now. */
  public HttpResponse<String> step(String who, String id, String to, String reason)
      throws Exception {
    String path = "/api/workflow/incident/" + id;
    String tag = "\"" + get(who, path).path("version").asLong() + "\"";
    return send(
        who, "POST", path, "{'to': '" + to + "', 'reason': '" + reason + "'}", "If-Match", tag);
  }

  @Override
  public void close() {
    server.close();
    imports.close();
    root.close();
    TestDatabases.delete(uploads);
  }
}
