package org.vigie.geodata.query.cql2;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The standard's own test material, which the repository does not contain. */
public final class SharedCql2 {

  private SharedCql2() {}

  /** Skips the test when the material is not there. */
  public static Path folder() {
    String named = System.getenv("VIGIE_SHARED_DATA");
    if (named != null) {
      return checked(Path.of(named, "cql2"));
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data/cql2"))) {
      folder = folder.getParent();
    }
    return checked((folder == null ? Path.of("") : folder).resolve("shared/data/cql2"));
  }

  private static Path checked(Path folder) {
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "the CQL2 test material is not there; set VIGIE_SHARED_DATA to the folder that holds cql2");
    return folder;
  }
}
