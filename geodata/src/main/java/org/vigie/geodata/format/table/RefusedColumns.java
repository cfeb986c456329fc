package org.vigie.geodata.format.table;

import java.util.ArrayList;
import java.util.List;

/** The columns that are added at the end when refused rows are given back. */
public final class RefusedColumns {

  /** Line in the file of origin, what is wrong, how to mend it. */
  public static final List<String> NAMES =
      List.of("refused_line", "refused_because", "refused_remedy");

  private RefusedColumns() {}

  /** Whether a header ends in them. */
  static boolean end(List<String> header) {
    int width = header.size();
    int own = width - NAMES.size();
    return own > 0 && header.subList(own, width).equals(NAMES);
  }

  /** A row as it was before the columns were added and risky cells made inert. */
  static List<String> without(List<String> cells) {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < cells.size() - NAMES.size(); i++) {
      own.add(FormulaGuard.restore(cells.get(i)));
    }
    return own;
  }
}
