package org.vigie.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.http.Caller;

/**
 * The whole server in a process of its own for a benchmark, with its index or without. Its one
 * caller sees everything and is known by a header, so that nobody's sign-in is measured.
 */
public final class BenchmarkServer {

  /** Header line of the one caller. */
  public static final String CALLER = "X-Test-Caller: benchmark";

  private BenchmarkServer() {}

  /**
   * @param arguments data directory of the running database; {@code index} or {@code SQL}; prints
   *     where it listens, and the milliseconds from its start until the index was there
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    LayerCatalog catalog = LayerFiles.read();
    PostgisCluster cluster = PostgisCluster.join(folder);
    PostgisStore plain = PostgisStore.open(cluster.address(), catalog);
    long start = System.nanoTime();
    WholeServer server =
        new WholeServer(
            cluster.address(),
            catalog,
            folder,
            index -> arguments[1].equals("index") ? index : plain);
    if (!server.index().awaitBuilt(Duration.ofMinutes(10))) {
      throw new IllegalStateException("the index was not built");
    }
    long built = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    server.admit(
        "benchmark", new Caller("benchmark", Set.of(), Access.everything(new Author("benchmark"))));
    System.out.println("Vigie is ready at " + server.url());
    System.out.println(built);
    new CountDownLatch(1).await();
  }
}
