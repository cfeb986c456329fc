package org.vigie.server.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Dump;

/** Puts a mission back into an empty place. */
public final class Restoration {

  /** Parts of the database, one after the other. */
  @FunctionalInterface
  public interface Parts {
    /** Fails when there is no other: the part that says that all was read comes last. */
    Dump.Part next() throws IOException;
  }

  /** Where the rows go, once the mission's files are there. */
  @FunctionalInterface
  public interface Destination<T> {
    T read(Parts parts) throws IOException, BadInputException;
  }

  private record Checked(Path backup, BackupKey key) {}

  private final Path directory;
  private @Nullable Checked checked;

  /**
   * @param directory the data directory, which does not exist yet or is empty
   */
  public Restoration(Path directory) {
    this.directory = directory;
  }

  /**
   * Authenticates every byte of the file and looks at the place, before anything is done.
   *
   * @throws BackupException when the file is not what the key sealed, or the place is not empty
   */
  public void check(Path backup, BackupKey key) throws IOException {
    checkEmpty();
    try (InputStream in = open(backup, key)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    this.checked = new Checked(backup, key);
  }

  /** Uses the file that was checked. */
  public <T> T read(Destination<T> destination) throws IOException, BadInputException {
    if (checked == null) {
      throw new IllegalStateException("check the backup first");
    }
    Files.createDirectories(directory);
    MissionFiles files = new MissionFiles(directory);
    try (ZipInputStream zip = new ZipInputStream(open(checked.backup(), checked.key()))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && entry.getName().startsWith(MissionFiles.PREFIX)) {
        files.read(entry.getName(), zip);
        entry = zip.getNextEntry();
      }
      if (entry == null) {
        throw new BackupException("The backup holds no database.");
      }
      Entries entries = new Entries(zip, entry);
      return destination.read(entries::next);
    }
  }

  private void checkEmpty() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> inside = Files.list(directory)) {
      if (inside.findAny().isPresent()) {
        throw new BackupException(
            directory + " is not empty: restore into a new --data-dir, then look, then switch.");
      }
    }
  }

  private static InputStream open(Path backup, BackupKey key) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(backup));
    boolean opened = false;
    try {
      InputStream in = new OpeningStream(file, key);
      opened = true;
      return in;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  /** The entries from the first that is of the database on. */
  private static final class Entries {

    private final ZipInputStream zip;
    private @Nullable ZipEntry next;

    Entries(ZipInputStream zip, ZipEntry first) {
      this.zip = zip;
      this.next = first;
    }

    Dump.Part next() throws IOException {
      ZipEntry entry = next == null ? zip.getNextEntry() : next;
      next = null;
      if (entry == null) {
        throw new BackupException("The backup ends before its totals.");
      }
      return new Dump.Part(entry.getName(), zip);
    }
  }
}
