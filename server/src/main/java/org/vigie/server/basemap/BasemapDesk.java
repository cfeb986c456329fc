package org.vigie.server.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.basemap.GroundFormat;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.basemap.TileArchive;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StoreUnavailableException;
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
  private static final int MOST = 100;

  private final GuardedStore store;
  private final Incoming incoming;
  private final BasemapFiles files;
  private final ExecutorService worker;

  private BasemapDesk(BasemapOptions options, GuardedStore store) throws IOException {
    this.store = store;
    this.incoming = new Incoming(options);
    this.files = new BasemapFiles(options.folder());
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
          .forEach(each -> desk.worker.execute(() -> desk.prepare(each)));
      return desk;
    } catch (IOException cannotKeep) {
      desk.close();
      throw new UncheckedIOException(cannotKeep);
    }
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
    refuseAbove(wish, access);
    Basemap basemap = receive(wish, access, body, declared);
    if (basemap.state() == Basemap.State.PREPARING) {
      worker.execute(() -> prepare(basemap));
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
    Incoming.Received received;
    try (InputStream in = Files.newInputStream(file)) {
      received = incoming.receive(in, Files.size(file));
    }
    try {
      GroundFormat format = GroundFormat.of(received.file(), wish.fileName());
      if (format.holdsTiles()) {
        return keepTiles(wish, access, received, format);
      }
      Path cut = incoming.fresh("mbtiles");
      try {
        String title = wish.titleOr("");
        Ground ground = cutter(progress).cut(format, received.file(), title, cut);
        return keep(
            wish,
            title,
            access,
            cut,
            GroundFormat.MBTILES,
            Incoming.sha256(cut),
            Optional.of(ground));
      } finally {
        Files.deleteIfExists(cut);
      }
    } finally {
      Files.deleteIfExists(received.file());
    }
  }

  private Basemap receive(BasemapWish wish, Access access, InputStream body, long declared)
      throws IOException, BadInputException {
    Incoming.Received received = incoming.receive(body, declared);
    try {
      GroundFormat format = GroundFormat.of(received.file(), wish.fileName());
      if (format.holdsTiles()) {
        return keepTiles(wish, access, received, format);
      }
      cutter(done -> {}).check(format, received.file(), wish.fileName());
      return keep(
          wish,
          wish.titleOr(""),
          access,
          received.file(),
          format,
          received.sha256(),
          Optional.empty());
    } finally {
      Files.deleteIfExists(received.file());
    }
  }

  private Basemap keepTiles(
      BasemapWish wish, Access access, Incoming.Received received, GroundFormat format)
      throws IOException, BadInputException {
    Ground ground;
    String own;
    try (TileArchive archive = format.open(received.file())) {
      archive.verify();
      ground = archive.ground();
      own = archive.title();
    }
    return keep(
        wish,
        wish.titleOr(own),
        access,
        received.file(),
        format,
        received.sha256(),
        Optional.of(ground));
  }

  private Basemap keep(
      BasemapWish wish,
      String title,
      Access access,
      Path file,
      GroundFormat format,
      String sha256,
      Optional<Ground> ground)
      throws IOException {
    if (store.basemaps(Access.everything(SELF)).list().size() >= MOST) {
      throw ProblemException.of(
          409, "Conflict", "There are " + MOST + " basemaps, which is the most. Remove one first.");
    }
    UUID id = UUID.randomUUID();
    String name = id + "." + format.extension();
    long bytes = Files.size(file);
    store.auditTrail().record("basemap-add", access.author(), subject(id, title, wish));
    Files.move(file, files.of(name), StandardCopyOption.ATOMIC_MOVE);
    boolean kept = false;
    try {
      Basemap basemap =
          store
              .basemaps(access)
              .add(
                  new Basemap.Draft(
                      id,
                      title,
                      wish.attribution(),
                      wish.classification(),
                      name,
                      ground,
                      bytes,
                      sha256));
      kept = true;
      return basemap;
    } finally {
      if (!kept) {
        Files.deleteIfExists(files.of(name));
      }
    }
  }

  private static String subject(UUID id, String title, BasemapWish wish) {
    return id + " " + wish.classification() + " " + title;
  }

  private static void refuseAbove(BasemapWish wish, Access access) throws BadInputException {
    if (!access.clears(wish.classification(), Set.of())) {
      throw new BadInputException(
          Fault.of(
              "classification",
              wish.classification() + " is above your clearance",
              "Give at most " + access.clearance()));
    }
  }

  /** Cuts what was taken. What ends it is said in its row, except that the process ends. */
  private void prepare(Basemap basemap) {
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
          cutter(done -> rows.prepare(basemap.id(), done))
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

  private Cutting cutter(DoubleConsumer progress) {
    return new Cutting(incoming, progress);
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
  Optional<Tile> tile(Basemap basemap, TileAddress address) throws IOException, BadInputException {
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
        throw ProblemException.notFound("There is no basemap '" + basemap.id() + "'.");
      }
      throw failure;
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
