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
import org.vigie.geodata.store.Dump;

/** Puts a mission back into an empty place. */
public final class Restoration {

  /** Parts of the database, one after the other. */
  @FunctionalInterface
  public interface Parts {
    Dump.@Nullable Part next() throws IOException;
  }

  /** Where the rows go, once the mission's files are there. */
  @FunctionalInterface
  public interface Destination<T> {
    T read(Parts parts) throws IOException;
  }

  private final Path directory;

  /**
   * @param directory the data directory, which does not exist yet or is empty
   */
  public Restoration(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads the file twice: first every byte is authenticated, then it is used.
   *
   * @throws BackupException when the file is not what the key sealed, or the place is not empty
   */
  public <T> T read(Path backup, BackupKey key, Destination<T> destination) throws IOException {
    checkEmpty();
    authenticate(backup, key);
    Files.createDirectories(directory);
    MissionFiles files = new MissionFiles(directory);
    try (ZipInputStream zip = new ZipInputStream(open(backup, key))) {
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

  private static void authenticate(Path backup, BackupKey key) throws IOException {
    try (InputStream in = open(backup, key)) {
      in.transferTo(OutputStream.nullOutputStream());
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

    Dump.@Nullable Part next() throws IOException {
      ZipEntry entry = next == null ? zip.getNextEntry() : next;
      next = null;
      return entry == null ? null : new Dump.Part(entry.getName(), zip);
    }
  }
}
