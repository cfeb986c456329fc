package org.vigie.geodata.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the good rows of a file that has bad ones. */
public enum ImportMode {
  /** They go in; the bad ones come back. */
  GOOD_ROWS,
  /** Nothing goes in as long as one row is bad. */
  ALL_OR_NOTHING;

  /** The word in commands and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ImportMode> find(String word) {
    return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
  }
}
