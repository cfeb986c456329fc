package org.vigie.server.transfers;

import java.nio.file.Path;

/**
 * What imports over HTTP may take.
 *
 * @param folder where uploads wait for their commit; emptied at start
 * @param maxBytes largest upload
 * @param atOnce imports that are read at the same time; others wait
 * @param waiting imports that may wait or be looked at; more are told to come back
 */
public record TransferOptions(Path folder, long maxBytes, int atOnce, int waiting) {

  private static final long TWO_GIBIBYTES = 2L << 30;

  /** The usual limits, with uploads below the data directory. */
  public static TransferOptions below(Path dataDirectory) {
    return new TransferOptions(dataDirectory.resolve("imports"), TWO_GIBIBYTES, 2, 20);
  }
}
