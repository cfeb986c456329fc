package org.vigie.server.backup;

/** A backup that is refused before anything of it is used; the message says why. */
public final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    super(message);
  }
}
