package org.vigie.geodata.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real data that is not part of this repository: the folder named by {@code VIGIE_SHARED_DATA},
 * else {@code shared/data} beside or above the repository.
 */
public final class SharedData {

  private SharedData() {}

  /** A file or folder there; the test is skipped, saying so, when it is absent. */
  public static Path get(String path) {
    Optional<Path> found = folder().map(each -> each.resolve(path)).filter(Files::exists);
    assumeTrue(
        found.isPresent(),
        () -> "skipped: no " + path + " in the shared data (set VIGIE_SHARED_DATA to its folder)");
    return found.orElseThrow();
  }

  private static Optional<Path> folder() {
    String named = System.getenv("VIGIE_SHARED_DATA");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
