package org.vigie.server.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Submission;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.testing.TestIncidents;

/** The fault the kill test must catch: says 201 first and commits afterwards. */
public final class EagerServer {

  private EagerServer() {}

  /**
   * @param arguments the data directory
   */
  public static void main(String[] arguments) throws IOException {
    PostgisCluster cluster = PostgisCluster.start(Path.of(arguments[0]));
    FeatureStore store =
        PostgisStore.open(cluster.address(), LayerFiles.read())
            .as(Access.everything(new Author("eager")));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newFixedThreadPool(Ingest.CLIENTS));
    server.createContext("/", exchange -> answer(exchange, store));
    server.start();
    System.out.println("Vigie is ready at http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange, FeatureStore store) throws IOException {
    exchange.getRequestBody().readAllBytes();
    UUID key = UUID.fromString(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    var feature =
        TestIncidents.incident(key.toString(), 20.0, 5.0, "2026-06-01", "BATTLES", null, 1);
    String path = "/collections/incident/items/" + feature.id();
    exchange.getResponseHeaders().set("Location", path);
    exchange.sendResponseHeaders(201, -1);
    exchange.close();
    try {
      store.once(
          new Submission(key, "00".repeat(32)),
          writing -> {
            writing.insert(feature);
            return new Submission.Receipt(201, path, "\"1\"");
          });
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
