package org.vigie.server.basemap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.basemap.GroundFormat;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.server.http.ProblemException;

/** Cuts files of features that were taken into tiles, behind the back of whoever sent them. */
final class Preparation {

  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
  private static final Author SELF = new Author("basemaps");

  private final GuardedStore store;
  private final Incoming incoming;
  private final BasemapFiles files;

  Preparation(GuardedStore store, Incoming incoming, BasemapFiles files) {
    this.store = store;
    this.incoming = incoming;
    this.files = files;
  }

  /** What ends it is said in the basemap's row, except that the process ends. */
  void run(Basemap basemap) {
    var rows = store.basemaps(Access.everything(SELF));
    Path source = files.of(basemap.file());
    Path cut = incoming.fresh("mbtiles");
    try {
      if (rows.find(basemap.id()).isEmpty()) {
        return;
      }
      if (!Files.isRegularFile(source)) {
        rows.refuse(
            basemap.id(),
            Fault.of("file", "it is gone from the data directory", "Remove it and add it again"));
        return;
      }
      GroundFormat format = GroundFormat.of(source, basemap.title());
      Ground ground =
          new Cutting(incoming, done -> rows.prepare(basemap.id(), done))
              .cut(format, source, basemap.title(), cut);
      finish(basemap, cut, ground);
      Files.deleteIfExists(source);
    } catch (BadInputException refused) {
      rows.refuse(basemap.id(), refused.faults().get(0));
      delete(source);
    } catch (ProblemException full) {
      rows.refuse(
          basemap.id(), Fault.of("file", String.valueOf(full.getMessage()), "Then add it again"));
      delete(source);
    } catch (InterruptedIOException stopping) {
      LOG.info("basemap {} is prepared anew at the next start", basemap.id());
    } catch (IOException | StoreUnavailableException failure) {
      LOG.error(
          "basemap {} could not be prepared; it is tried again at the next start",
          basemap.id(),
          failure);
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.error("basemap {} could not be prepared", basemap.id(), failure);
      rows.refuse(
          basemap.id(),
          Fault.of(
              "file",
              "it could not be cut into tiles; the log of the server says more",
              "Open it in a GIS, mend its geometries and add it again"));
      delete(source);
    } finally {
      delete(cut);
    }
  }

  private void finish(Basemap basemap, Path cut, Ground ground) throws IOException {
    String name = basemap.id() + "." + GroundFormat.MBTILES.extension();
    String sha256 = Incoming.sha256(cut);
    long bytes = Files.size(cut);
    Files.move(cut, files.of(name), StandardCopyOption.ATOMIC_MOVE);
    if (!store
        .basemaps(Access.everything(SELF))
        .finish(basemap.id(), name, ground, bytes, sha256)) {
      Files.deleteIfExists(files.of(name));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      LOG.warn("{} could not be deleted", file, stays);
    }
  }
}
