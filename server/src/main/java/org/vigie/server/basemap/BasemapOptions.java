package org.vigie.server.basemap;

import java.nio.file.Path;

/**
 * Where basemaps lie and how large they may be.
 *
 * @param folder of the files; what is on its way lies in {@code incoming} below it
 * @param maxBytes largest file that is taken
 */
public record BasemapOptions(Path folder, long maxBytes) {

  /** What is left free on the disk, for the database beside it. */
  static final long SPARE_BYTES = 500L << 20;

  public static BasemapOptions below(Path dataDirectory, long maxBytes) {
    return new BasemapOptions(dataDirectory.resolve("basemaps"), maxBytes);
  }

  Path incoming() {
    return folder.resolve("incoming");
  }
}
