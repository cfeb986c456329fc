package org.vigie.server.transfers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.transfer.ImportMode;
import org.vigie.geodata.transfer.Importer;
import org.vigie.server.http.ProblemException;

/**
 * Takes uploads and works on a few of them at a time in the background, so that a client may go
 * away and come back. What is not committed when the server stops is gone.
 */
public final class ImportDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
  private static final int BUFFER = 65_536;
  private static final long STOP_SECONDS = 10;
  private static final int RETRY_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final TransferOptions options;
  private final GuardedStore store;
  private final Clock clock;
  private final ExecutorService workers;
  private final Map<UUID, ImportJob> jobs = new LinkedHashMap<>();

  public ImportDesk(TransferOptions options, GuardedStore store, Clock clock) {
    this.options = options;
    this.store = store;
    this.clock = clock;
    this.workers =
        Executors.newFixedThreadPool(
            options.atOnce(),
            work -> {
              Thread thread = new Thread(work, "import");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Files.createDirectories(options.folder());
      removeLeftovers();
    } catch (IOException cannotKeep) {
      throw new UncheckedIOException(cannotKeep);
    }
  }

  /** Uploads of a server that was killed. */
  private void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(options.folder())) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Keeps an upload and has it read in the background.
   *
   * @param length declared length, -1 when unknown
   * @throws ProblemException 413 when it is too large, 429 when too many are waiting
   */
  ImportJob take(
      String name, Layer layer, Mapping mapping, Access access, InputStream body, long length)
      throws IOException {
    requireRoom();
    if (length > options.maxBytes()) {
      throw tooLarge();
    }
    UUID id = UUID.randomUUID();
    Path file = options.folder().resolve(id + ".upload");
    boolean whole = false;
    try {
      receive(body, file);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    ImportJob job =
        new ImportJob(
            id, name, layer, mapping, access, file, new Importer(store.as(access)), clock);
    synchronized (jobs) {
      jobs.put(id, job);
    }
    workers.execute(job::read);
    return job;
  }

  private void receive(InputStream body, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        received += n;
        if (received > options.maxBytes()) {
          throw tooLarge();
        }
        out.write(buffer, 0, n);
      }
    }
  }

  /**
   * @param access what its owner may do now, which may be less than when he sent the file
   */
  void commit(ImportJob job, ImportMode mode, Access access) {
    job.beginCommit(mode);
    workers.execute(() -> job.commit(mode, new Importer(store.as(access))));
  }

  /** An import of this person; that of another is absent. */
  Optional<ImportJob> find(UUID id, Author owner) {
    synchronized (jobs) {
      return Optional.ofNullable(jobs.get(id)).filter(job -> job.isOf(owner));
    }
  }

  /** The imports of this person, newest last. */
  List<ImportJob> list(Author owner) {
    return list().stream().filter(job -> job.isOf(owner)).toList();
  }

  private List<ImportJob> list() {
    synchronized (jobs) {
      return List.copyOf(jobs.values());
    }
  }

  /** Makes room by forgetting imports that are over or that nobody came back for, oldest first. */
  private void requireRoom() {
    synchronized (jobs) {
      Instant longAgo = clock.instant().minus(PATIENCE);
      jobs.values().stream().filter(j -> j.isForgotten(longAgo)).forEach(ImportJob::discard);
      for (ImportJob job : List.copyOf(jobs.values())) {
        if (jobs.size() >= options.waiting() && job.state().isOver()) {
          job.deleteFiles();
          jobs.remove(job.id());
        }
      }
      if (jobs.size() >= options.waiting()) {
        throw ProblemException.of(
                429,
                "Too Many Requests",
                Message.of(
                    "{count} imports are under way. Commit or discard one first.", jobs.size()))
            .retryAfter(RETRY_SECONDS);
      }
    }
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        413,
        "Content Too Large",
        Message.of("An upload may have at most {maxBytes} bytes.", options.maxBytes()));
  }

  @Override
  public void close() {
    list().forEach(ImportJob::stop);
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an import did not stop within {} s", STOP_SECONDS);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    list().forEach(ImportJob::deleteFiles);
  }
}
