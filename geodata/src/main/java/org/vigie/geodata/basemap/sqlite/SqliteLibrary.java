package org.vigie.geodata.basemap.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The native library of SQLite, which the driver unpacks when it is first used. */
public final class SqliteLibrary {

  private SqliteLibrary() {}

  /**
   * Says where to, before the first use: from the machine's temporary folder nothing may be run
   * where that is mounted so, as in containers.
   */
  public static void unpackTo(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException notWritable) {
      throw new UncheckedIOException(notWritable);
    }
    System.setProperty("org.sqlite.tmpdir", directory.toString());
  }
}
