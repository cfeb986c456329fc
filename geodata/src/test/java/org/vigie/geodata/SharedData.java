package org.vigie.geodata;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of reference data that lies beside the repository, where there is one. */
public final class SharedData {

  private SharedData() {}

  /** A file of the shared data folder; the calling test is skipped where it is absent. */
  public static Path file(String name) {
    String configured = System.getenv("VIGIE_SHARED_DATA");
    Path found = configured == null ? null : Path.of(configured, name);
    for (Path folder = Path.of("").toAbsolutePath();
        found == null && folder != null;
        folder = folder.getParent()) {
      Path candidate = folder.resolve("shared/data").resolve(name);
      found = Files.exists(candidate) ? candidate : null;
    }
    Assumptions.assumeTrue(
        found != null && Files.exists(found),
        "no shared data folder holds " + name + " (set VIGIE_SHARED_DATA)");
    return found;
  }
}
