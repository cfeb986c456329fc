package org.vigie.server.transfers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.transfer.ImportMode;
import org.vigie.geodata.transfer.ImportOutcome;
import org.vigie.geodata.transfer.ImportPlan;
import org.vigie.geodata.transfer.ImportProgress;
import org.vigie.geodata.transfer.ImportStoppedException;
import org.vigie.geodata.transfer.Importer;
import org.vigie.geodata.transfer.RefusedFile;
import org.vigie.geodata.transfer.RowListener;
import org.vigie.server.http.ProblemException;

/**
 * One upload on its way into the store. Requests and the importing thread meet here; every change
 * of state is made under its lock.
 */
final class ImportJob {

  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  private final UUID id;
  private final Access access;
  private final ImportPlan plan;
  private final Path file;
  private final Path refusedFile;
  private final Importer importer;
  private final Clock clock;
  private final Findings findings;
  private ImportProgress progress;
  private ImportState state = ImportState.READING;
  private String sample = "";
  private Instant readyAt = Instant.MAX;
  private @Nullable ImportOutcome outcome;
  private @Nullable UUID batch;
  private List<Fault> errors = List.of();

  ImportJob(
      UUID id,
      String name,
      Layer layer,
      Mapping mapping,
      Access access,
      Path file,
      Importer importer,
      Clock clock) {
    this.id = id;
    this.access = access;
    this.plan = new ImportPlan(ByteSource.of(file, name), layer, mapping);
    this.file = file;
    this.refusedFile = file.resolveSibling(id + ".refused.csv");
    this.importer = importer;
    this.clock = clock;
    this.findings = new Findings(layer, new RefusedFile(() -> Files.newOutputStream(refusedFile)));
    this.progress = new ImportProgress(clock);
  }

  UUID id() {
    return id;
  }

  boolean isOf(Author owner) {
    return access.author().equals(owner);
  }

  ImportPlan plan() {
    return plan;
  }

  Findings findings() {
    return findings;
  }

  synchronized ImportState state() {
    return state;
  }

  synchronized ImportProgress.Snapshot progress() {
    return progress.snapshot();
  }

  synchronized Optional<ImportOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  synchronized Optional<UUID> batch() {
    return Optional.ofNullable(batch);
  }

  /** Why it failed. */
  synchronized List<Fault> errors() {
    return errors;
  }

  /** The first features, once the file has been read. */
  synchronized String sample() {
    return sample;
  }

  /** The rows that were refused, as a file; empty while there is none. */
  synchronized Optional<Path> refusedRows() {
    return state != ImportState.READING && Files.exists(refusedFile)
        ? Optional.of(refusedFile)
        : Optional.empty();
  }

  /** Reads the file to its end without keeping anything; the work of a background thread. */
  void read() {
    attempt(
        () -> {
          ImportOutcome read = preview();
          String text = findings.sample();
          synchronized (this) {
            outcome = read;
            sample = text;
            readyAt = clock.instant();
            become(ImportState.READING, ImportState.READY);
          }
        });
  }

  private ImportOutcome preview() throws IOException, BadInputException {
    try {
      return importer.preview(plan, progress, findings);
    } finally {
      findings.closeFile();
      if (state() == ImportState.DISCARDED) {
        deleteFiles();
      }
    }
  }

  /** Whether it has been ready since before this moment and nobody has come back for it. */
  synchronized boolean isForgotten(Instant before) {
    return state == ImportState.READY && readyAt.isBefore(before);
  }

  /** Claims the commit for the caller, who runs {@link #commit} then. */
  synchronized void beginCommit(ImportMode mode) {
    if (state != ImportState.READY || outcome == null) {
      throw conflict(
          Message.of("It is {word}; only an import that is ready can be committed.", state.word()));
    }
    if (mode == ImportMode.ALL_OR_NOTHING && outcome.refused() > 0) {
      throw conflict(
          Message.of(
              "{refused} rows are refused. Mend them, or commit the good rows alone.",
              outcome.refused()));
    }
    state = ImportState.COMMITTING;
    progress = new ImportProgress(clock);
  }

  void commit(ImportMode mode, Importer asNow) {
    attempt(
        () -> {
          ImportOutcome committed = asNow.commit(plan, mode, progress, RowListener.NONE);
          synchronized (this) {
            outcome = committed;
            batch = committed.batch().map(b -> b.id()).orElse(null);
            become(ImportState.COMMITTING, ImportState.COMMITTED);
          }
          deleteFile();
        });
  }

  /** Leaves everything as it was before the upload. */
  synchronized void discard() {
    if (state == ImportState.COMMITTING || state == ImportState.COMMITTED) {
      throw conflict(Message.of("It is {word}; undo it once it is committed.", state.word()));
    }
    if (state != ImportState.UNDONE) {
      progress.stop();
      state = ImportState.DISCARDED;
    }
    deleteFiles();
  }

  synchronized void undone() {
    state = ImportState.UNDONE;
  }

  /** Stops whatever is running; the process ends. */
  synchronized void stop() {
    progress.stop();
  }

  void deleteFiles() {
    deleteFile();
    delete(refusedFile);
  }

  private void deleteFile() {
    delete(file);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      // The folder is emptied at the next start.
      LOG.warn("{} could not be removed", path.getFileName(), stays);
    }
  }

  private void become(ImportState from, ImportState to) {
    if (state == from) {
      state = to;
    }
  }

  /** Work that may fail by its file or by the machine. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException, BadInputException;
  }

  private void attempt(Work work) {
    try {
      work.run();
    } catch (ImportStoppedException asAsked) {
      fail(List.of(Fault.of(null, "the import was stopped", "Upload the file again")));
    } catch (BadInputException bad) {
      fail(bad.faults());
    } catch (IOException | RuntimeException ours) {
      LOG.error("import {} failed", id, ours);
      fail(
          List.of(
              Fault.of(
                  null,
                  "the import failed on the server's side",
                  Message.of("Try again; the log tells more under {id}", id))));
    }
  }

  private synchronized void fail(List<Fault> faults) {
    if (!state.isOver()) {
      state = ImportState.FAILED;
      errors = List.copyOf(faults);
    }
    deleteFile();
  }

  private static ProblemException conflict(Message detail) {
    return ProblemException.of(409, "Conflict", detail);
  }
}
