package org.vigie.server.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.server.http.ProblemException;

/**
 * Takes basemaps in and gives their tiles out. Files of features are cut in the background, one at
 * a time; what a stop interrupts begins anew at the next start.
 */
public final class BasemapDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BasemapDesk.class);
  private static final Author SELF = new Author("basemaps");
  private static final long STOP_SECONDS = 20;

  private final GuardedStore store;
  private final Incoming incoming;
  private final BasemapFiles files;
  private final Intake intake;
  private final Preparation preparation;
  private final ExecutorService worker;

  private BasemapDesk(BasemapOptions options, GuardedStore store) throws IOException {
    this.store = store;
    this.incoming = new Incoming(options);
    this.files = new BasemapFiles(options.folder());
    this.intake = new Intake(store, incoming, files);
    this.preparation = new Preparation(store, incoming, files);
    this.worker =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "basemaps");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** For a command, beside whatever runs on the same directory. */
  public static BasemapDesk open(BasemapOptions options, GuardedStore store) {
    try {
      return new BasemapDesk(options, store);
    } catch (IOException cannotKeep) {
      throw new UncheckedIOException(cannotKeep);
    }
  }

  /** For the server: clears what a killed one left and goes on with what it had begun. */
  public static BasemapDesk start(BasemapOptions options, GuardedStore store) {
    BasemapDesk desk = open(options, store);
    try {
      List<Basemap> all = store.basemaps(Access.everything(SELF)).list();
      desk.incoming.removeLeftovers();
      desk.files.removeOrphans(
          all.stream().map(Basemap::file).collect(Collectors.toSet()), Clock.systemUTC());
      all.stream()
          .filter(each -> each.state() == Basemap.State.PREPARING)
          .forEach(each -> desk.worker.execute(() -> desk.preparation.run(each)));
      return desk;
    } catch (IOException cannotKeep) {
      desk.close();
      throw new UncheckedIOException(cannotKeep);
    }
  }

  /** Largest file that is taken: whoever is about to send one over a bad line asks before. */
  long mostBytes() {
    return incoming.mostBytes();
  }

  /**
   * Keeps a file that holds tiles, or takes one that holds features to be cut in the background.
   *
   * @param declared length, -1 when unknown
   * @throws ProblemException 413 when it is too large, 507 when the disk would be full, 409 when
   *     there are too many
   * @throws BadInputException when it cannot be used: nothing of it is left
   */
  public Basemap take(BasemapWish wish, Access access, InputStream body, long declared)
      throws IOException, BadInputException {
    Basemap basemap = intake.receive(wish, access, body, declared);
    if (basemap.state() == Basemap.State.PREPARING) {
      worker.execute(() -> preparation.run(basemap));
    }
    return basemap;
  }

  /**
   * The same for a command, which waits for it.
   *
   * @param progress told 0 to 1
   */
  public Basemap add(BasemapWish wish, Access access, Path file, DoubleConsumer progress)
      throws IOException, BadInputException {
    return intake.add(wish, access, file, progress);
  }

  /** Those that the caller may see, from the bottom. */
  public List<Basemap> list(Access access) {
    return store.basemaps(access).list();
  }

  /** One that the caller may see. */
  public Optional<Basemap> find(UUID id, Access access) {
    return store.basemaps(access).find(id);
  }

  /** A tile; empty when there is none at this place. */
  Optional<Tile> tile(Basemap basemap, TileAddress address) throws IOException {
    if (!files.isThere(basemap)) {
      throw ProblemException.of(
          503,
          "Service Unavailable",
          "The file of this basemap is gone from the server. Ask an administrator: vigie doctor.");
    }
    try {
      return files.find(basemap, address);
    } catch (IOException | BadInputException failure) {
      // removed while it was read
      if (!files.isThere(basemap)) {
        throw ProblemException.notFound(
            Message.of("There is no basemap '{basemap}'.", basemap.id()));
      }
      // it was whole when it was taken: what is wrong with it now is no fault of the caller's
      throw new IOException("the file of basemap " + basemap.id() + " is damaged", failure);
    }
  }

  Optional<Basemap> change(Basemap changed, Access access) {
    store
        .auditTrail()
        .record("basemap-change", access.author(), changed.id() + " " + changed.title());
    return store
        .basemaps(access)
        .change(
            changed.id(), changed.title(), changed.attribution(), changed.order(), changed.shown());
  }

  /** Removes one that the caller sees. */
  public void remove(Basemap basemap, Access access) throws IOException {
    store
        .auditTrail()
        .record("basemap-remove", access.author(), basemap.id() + " " + basemap.title());
    store.basemaps(access).remove(basemap.id());
    files.delete(basemap);
  }

  @Override
  public void close() {
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a basemap did not stop within {} s", STOP_SECONDS);
      }
      files.close();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      LOG.warn("a basemap did not close cleanly", failure);
    }
  }
}
