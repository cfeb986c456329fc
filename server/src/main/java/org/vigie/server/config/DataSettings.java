package org.vigie.server.config;

import java.nio.file.Path;
import java.util.Optional;
import org.vigie.geodata.store.DatabaseAddress;

/**
 * Where the mission's data is.
 *
 * @param directory private database, layer files, configuration and logs; may not exist yet
 * @param database a PostGIS that the mission runs itself; empty for the private one
 * @param basemapBytes largest file that is taken as a basemap
 */
public record DataSettings(Path directory, Optional<DatabaseAddress> database, long basemapBytes) {

  /** Layer files here replace or add to the ones that come with Vigie. */
  public Path layers() {
    return directory.resolve("layers");
  }

  /** What can be made again at any time. */
  public Path cache() {
    return directory.resolve("cache");
  }

  public Path log() {
    return directory.resolve("log").resolve("vigie.log");
  }
}
