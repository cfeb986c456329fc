package org.vigie.geodata.format.table;

import java.util.List;

/**
 * One record of a text table.
 *
 * @param line first line of the record, counted from 1; a quoted cell may span several
 */
public record TableRow(long line, List<String> cells) {

  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
