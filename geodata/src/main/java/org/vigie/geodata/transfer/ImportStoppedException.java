package org.vigie.geodata.transfer;

/** Somebody asked the import to stop; nothing of it was kept. */
public final class ImportStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportStoppedException() {
    super("the import was stopped");
  }
}
