package org.vigie.server.kill;

import java.nio.file.Path;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.testing.TestIncidents;

/** The fault the import test must catch: an import whose every hundred rows are committed. */
public final class PiecemealServer {

  /** What the incidents of {@link TestIncidents} come from. */
  static final String SYSTEM = "test";

  private PiecemealServer() {}

  /**
   * @param arguments the data directory and how many rows
   */
  public static void main(String[] arguments) throws Exception {
    PostgisCluster cluster = PostgisCluster.start(Path.of(arguments[0]));
    FeatureStore store =
        PostgisStore.open(cluster.address(), LayerFiles.read())
            .as(Access.everything(new Author("piecemeal")));
    int rows = Integer.parseInt(arguments[1]);
    for (int first = 0; first < rows; first += 100) {
      try (BulkLoad load = store.open("incident", SYSTEM + ".csv")) {
        for (int row = first; row < first + 100; row++) {
          load.add(
              TestIncidents.incident("row " + row, 20.0, 5.0, "2026-06-01", "BATTLES", null, 1));
        }
        load.commit();
      }
      if (first == 0) {
        System.out.println("Vigie is ready at http://127.0.0.1:9/");
      }
    }
    Thread.sleep(60_000);
  }
}
