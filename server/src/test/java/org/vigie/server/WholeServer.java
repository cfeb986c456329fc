package org.vigie.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.vigie.geodata.index.IndexedStore;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.accounts.Accounts;
import org.vigie.server.accounts.AccountsApi;
import org.vigie.server.basemap.BasemapDesk;
import org.vigie.server.basemap.BasemapOptions;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.picture.MissionIdentity;
import org.vigie.server.processes.JobDesk;
import org.vigie.server.testing.LiveClient;
import org.vigie.server.transfers.ImportDesk;
import org.vigie.server.transfers.TransferOptions;

/**
 * The server with every capability that the wiring puts into it, and callers that are believed by
 * their name alone, so that no password stands between a test and a right.
 */
final class WholeServer implements AutoCloseable {

  /** A caller who is found as in the real server, by what the request's headers say. */
  static final String BY_COOKIE = "by cookie";

  private static final String CALLER = "X-Test-Caller";

  private final Map<String, Caller> callers = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final HttpClient client = HttpClient.newHttpClient();
  private final PostgisStore store;
  private final IndexedStore index;
  private final ImportDesk imports;
  private final JobDesk jobs;
  private final BasemapDesk basemaps;
  private final List<Route> routes = new ArrayList<>();
  private final HttpServer server;
  private final Mission mission;

  WholeServer(DatabaseAddress address, LayerCatalog catalog, Path folder) {
    this(address, catalog, folder, UnaryOperator.identity());
  }

  /**
   * @param door what stands between the capabilities and the store, for deliberate faults
   */
  WholeServer(
      DatabaseAddress address,
      LayerCatalog catalog,
      Path folder,
      UnaryOperator<GuardedStore> door) {
    store = PostgisStore.open(address, catalog);
    index = IndexedStore.start(store, catalog);
    GuardedStore guarded = door.apply(index);
    imports = new ImportDesk(TransferOptions.below(folder), guarded, Clock.systemUTC());
    jobs =
        new JobDesk(
            catalog,
            guarded,
            owner -> Optional.ofNullable(callers.get(owner.name())).map(Caller::access),
            true);
    basemaps = BasemapDesk.start(BasemapOptions.below(folder, 1 << 20), guarded);
    mission = new Mission(catalog, guarded, Wiring.people(store));
    MissionIdentity identity = new MissionIdentity("TEST", true, "test");
    AccountsApi people = Wiring.signingIn(mission, identity, java.util.Optional.empty());
    List<Routes> capabilities = Capabilities.of(mission, people, imports, jobs, basemaps, identity);
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                context -> {
                  String name = context.header(CALLER);
                  return name == null
                      ? people.authentication().find(context)
                      : Optional.ofNullable(callers.get(name));
                },
                capabilities)
            .start();
    capabilities.forEach(c -> routes.addAll(c.routes()));
  }

  /** Answers counts and figures, as in the real server. */
  IndexedStore index() {
    return index;
  }

  /** Begins to listen to live changes from a position on; nothing for from now on. */
  LiveClient listen(String caller, String lastId) {
    return new LiveClient(
        URI.create(url()).resolve("/api/changes/stream"), Map.of(CALLER, caller), lastId);
  }

  int port() {
    return server.port();
  }

  PostgisStore store() {
    return store;
  }

  /** The accounts, for those who really sign in. */
  Accounts accounts() {
    return Wiring.accounts(mission);
  }

  String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  void admit(String name, Caller caller) {
    callers.put(name, caller);
  }

  /** How many requests have been sent. */
  long requests() {
    return requests.get();
  }

  HttpResponse<String> get(String caller, String path) throws IOException, InterruptedException {
    return send(caller, "GET", path, "", Map.of());
  }

  /**
   * @param caller name of one who was admitted; anything else is nobody
   */
  HttpResponse<String> send(
      String caller, String method, String given, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    requests.incrementAndGet();
    String path = given;
    String base = "http://127.0.0.1:" + server.port();
    if (path.equals("/api/changes/stream")) {
      // an answer that ends
      path += "?follow=no";
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!caller.equals(BY_COOKIE)) {
      request.header(CALLER, caller);
    }
    headers.forEach(request::setHeader);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a file. */
  HttpResponse<String> upload(String caller, String path, byte[] file)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url()).resolve(path));
    request.header(CALLER, caller).header("Content-Type", "application/octet-stream");
    return client.send(
        request.POST(BodyPublishers.ofByteArray(file)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The begin of the answer to a file of this size, of which nothing is sent. */
  String announce(String caller, String path, long bytes) throws IOException {
    URI uri = URI.create(url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: %s:%d\r\n%s: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, uri.getHost(), uri.getPort(), CALLER, caller, bytes);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  /** Fetches bytes as they come over the line. */
  HttpResponse<byte[]> download(String caller, String path, String encoding)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url()).resolve(path));
    request.header(CALLER, caller).header("Accept-Encoding", encoding);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    server.close();
    jobs.close();
    basemaps.close();
    imports.close();
    index.close();
    store.close();
  }
}
