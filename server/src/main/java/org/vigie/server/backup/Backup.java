package org.vigie.server.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vigie.geodata.store.Dump;

/** Writes a mission into one encrypted file. */
public final class Backup {

  /** Where the rows come from. */
  @FunctionalInterface
  public interface Source {
    Dump.Totals write(Dump.Target target) throws IOException;
  }

  private final Path directory;
  private final Source source;

  /**
   * @param directory the mission's data directory
   */
  public Backup(Path directory, Source source) {
    this.directory = directory;
    this.source = source;
  }

  /**
   * Streams, beside a running server. The file appears whole or not at all, readable by its owner.
   *
   * @return how many rows it holds
   */
  public long write(Path target, BackupKey key) throws IOException {
    Path whole = target.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Dump.Totals totals;
      try (ZipOutputStream zip =
          new ZipOutputStream(
              new SealingStream(new BufferedOutputStream(Files.newOutputStream(part)), key))) {
        Dump.Target parts = name -> begin(zip, name);
        new MissionFiles(directory).write(parts);
        totals = source.write(parts);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return totals.sum();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static OutputStream begin(ZipOutputStream zip, String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }
}
