package org.vigie.geodata.analysis;

import java.util.List;

/**
 * Figures in rows.
 *
 * @param name lower-case words joined by hyphens
 * @param rows cells as the columns stand: Number, String, Boolean or Instant, an empty String for
 *     nothing
 */
public record Table(String name, String title, List<Column> columns, List<List<Object>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row + " does not fit " + columns);
      }
    }
  }

  /**
   * @param unit UCUM code, empty for none
   */
  public record Column(String name, String title, String unit) {}
}
