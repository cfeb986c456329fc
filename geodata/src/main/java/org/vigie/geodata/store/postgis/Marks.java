package org.vigie.geodata.store.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.vigie.geodata.model.Classification;

/** The classification of rows as a number that aggregates can compare; the words do not sort. */
final class Marks {

  /** From 0, unclassified; of a row that is called {@code f}. */
  static final String LEVEL =
      "case f.classification when 'STRICTLY_CONFIDENTIAL' then 2 when 'CONFIDENTIAL' then 1 else 0"
          + " end";

  /** Whether the row is in a compartment; may be or-ed over rows. */
  static final String NEED_TO_KNOW = "f.compartments is not null";

  private static final Classification[] LEVELS = Classification.values();

  private Marks() {}

  /** The classification of a level; of no rows at all it is the lowest. */
  static Classification read(ResultSet row, int column) throws SQLException {
    return LEVELS[row.getInt(column)];
  }
}
