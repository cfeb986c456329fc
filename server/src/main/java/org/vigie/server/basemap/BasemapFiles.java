package org.vigie.server.basemap;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.basemap.GroundFormat;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.basemap.TileArchive;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.tile.TileAddress;

/** The archives of the folder, opened when they are first asked for. */
final class BasemapFiles implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BasemapFiles.class);

  /** A file without a row is somebody's who is just about to write the row. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Path folder;
  private final Map<UUID, TileArchive> open = new HashMap<>();

  BasemapFiles(Path folder) {
    this.folder = folder;
  }

  Path of(String name) {
    return folder.resolve(name);
  }

  boolean isThere(Basemap basemap) {
    return Files.isRegularFile(of(basemap.file()));
  }

  /** A tile of one that is ready; empty when there is none. */
  Optional<Tile> find(Basemap basemap, TileAddress address) throws IOException, BadInputException {
    return archive(basemap).find(address);
  }

  private synchronized TileArchive archive(Basemap basemap) throws IOException, BadInputException {
    TileArchive known = open.get(basemap.id());
    if (known == null) {
      Path file = of(basemap.file());
      known = GroundFormat.of(file, basemap.title()).open(file);
      open.put(basemap.id(), known);
    }
    return known;
  }

  /** Whoever reads a tile at this moment gets an error, and the basemap is gone for the next. */
  synchronized void delete(Basemap basemap) throws IOException {
    TileArchive archive = open.remove(basemap.id());
    if (archive != null) {
      archive.close();
    }
    Files.deleteIfExists(of(basemap.file()));
  }

  /** Deletes files that belong to nothing: a process ended between the file and its row. */
  void removeOrphans(Set<String> known, Clock clock) throws IOException {
    Instant longAgo = clock.instant().minus(PATIENCE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(longAgo);
        if (old && !known.contains(String.valueOf(file.getFileName()))) {
          LOG.info("{} belongs to no basemap and is deleted", file);
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (TileArchive archive : open.values()) {
      archive.close();
    }
    open.clear();
  }
}
