package org.vigie.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file with a secret in it, which only the server's own account and group may open. */
public final class SecretFile {

  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  private SecretFile() {}

  /**
   * Whether everybody on the machine may read or write it; false where files have no such rights.
   *
   * @throws IOException when it is not there
   */
  public static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains);
    } catch (UnsupportedOperationException noPosix) {
      return false;
    }
  }

  /** For a sentence to whoever starts the server. */
  public static String remedy(Path file) {
    return file
        + " can be read by everybody on this machine: chmod 600 it, and change what is in it.";
  }
}
