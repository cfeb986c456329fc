package org.vigie.server.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.basemap.GroundFormat;
import org.vigie.geodata.basemap.TileArchive;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.ProblemException;

/**
 * Makes basemaps of files that come in. A file that holds tiles is kept as it is; of one that fails
 * nothing is left.
 */
final class Intake {

  private static final Author SELF = new Author("basemaps");
  private static final int MOST = 100;

  private final GuardedStore store;
  private final Incoming incoming;
  private final BasemapFiles files;

  Intake(GuardedStore store, Incoming incoming, BasemapFiles files) {
    this.store = store;
    this.incoming = incoming;
    this.files = files;
  }

  /** Takes a body; one of features is still to be prepared. */
  Basemap receive(BasemapWish wish, Access access, InputStream body, long declared)
      throws IOException, BadInputException {
    refuseAbove(wish, access);
    Incoming.Received received = incoming.receive(body, declared);
    try {
      GroundFormat format = GroundFormat.of(received.file(), wish.fileName());
      if (format.holdsTiles()) {
        return keepTiles(wish, access, received, format);
      }
      new Cutting(incoming, done -> {}).check(format, received.file(), wish.fileName());
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

  /**
   * Takes a file and prepares it at once.
   *
   * @param progress told 0 to 1
   */
  Basemap add(BasemapWish wish, Access access, Path file, DoubleConsumer progress)
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
        Ground ground = new Cutting(incoming, progress).cut(format, received.file(), title, cut);
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
          409,
          "Conflict",
          Message.of("There are {most} basemaps, which is the most. Remove one first.", MOST));
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
              Message.of("{classification} is above your clearance", wish.classification()),
              Message.of("Give at most {clearance}", access.clearance())));
    }
  }
}
