package org.vigie.geodata.format.table;

import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * One row of a table whose columns are known by name.
 *
 * @param places index of the cell by column name
 */
public record TableRecord(TableRow row, Map<String, Integer> places) {

  /** The cell without surrounding blanks; empty when the column is missing. */
  public String text(String column) {
    Integer place = places.get(column);
    return place == null || place >= row.cells().size() ? "" : row.cells().get(place).strip();
  }

  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  /**
   * A whole number from one to another.
   *
   * @throws BadInputException when the cell is empty or anything else
   */
  public int whole(String column, int from, int to) throws BadInputException {
    String text = text(column);
    // 3.0 is what a spreadsheet or a data frame makes of 3 when a neighbour is empty.
    String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (plain.matches("-?\\d{1,9}")) {
      int value = Integer.parseInt(plain);
      if (value >= from && value <= to) {
        return value;
      }
    }
    throw new BadInputException(
        Fault.of(
            column,
            Message.of("\"{text}\" is no whole number from {from} to {to}", text, from, to),
            "Correct the figure in the source file"));
  }

  /** The first of several columns that is not empty; empty when all are. */
  public String firstOf(List<String> columns) {
    for (String column : columns) {
      if (has(column)) {
        return text(column);
      }
    }
    return "";
  }
}
