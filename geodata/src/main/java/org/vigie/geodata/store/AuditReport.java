package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a verification of the audit found.
 *
 * @param entries of the chain that were recomputed
 * @param rows of the log that were recomputed
 * @param head digest of the last entry, in hexadecimal; empty when there is none
 * @param damages what does not fit, at most {@link #MOST}; empty when all is as it was written
 */
public record AuditReport(long entries, long rows, String head, List<Damage> damages) {

  /** More would not tell more. */
  public static final int MOST = 100;

  public boolean isSound() {
    return damages.isEmpty();
  }

  /**
   * One row that is not as it was written.
   *
   * @param table where it is, or was
   * @param id of the feature or link, if it is a row of one
   * @param version of the feature; 0 when it has none
   * @param revision number of the write, or of the entry for the table audit; 0 when unknown
   */
  public record Damage(String table, Optional<UUID> id, long version, long revision, String what) {

    public static Damage of(String table, long revision, String what) {
      return new Damage(table, Optional.empty(), 0, revision, what);
    }

    @Override
    public String toString() {
      return table
          + id.map(each -> " " + each).orElse("")
          + (version > 0 ? " version " + version : "")
          + (revision > 0 ? (table.equals("audit") ? " entry " : " revision ") + revision : "")
          + ": "
          + what;
    }
  }
}
