package org.vigie.geodata.format.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Names of the columns of a table, each one once. */
public record TableHeader(List<String> names) {

  /** From a first record; a name that comes again or is blank gets its place added. */
  public static TableHeader of(List<String> cells) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = FormulaGuard.restore(cells.get(i)).strip();
      if (name.isEmpty() || !seen.add(name)) {
        name = name + " (column " + (i + 1) + ")";
        seen.add(name);
      }
      names.add(name.strip());
    }
    return new TableHeader(List.copyOf(names));
  }

  /** Names 1, 2, 3… of a table without a header. */
  public static TableHeader numbered(int width) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      names.add(Integer.toString(i));
    }
    return new TableHeader(List.copyOf(names));
  }

  public int width() {
    return names.size();
  }

  /** The record by column, in order, as it stood. */
  public Map<String, String> original(TableRow row) {
    Map<String, String> original = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(width(), row.cells().size()); i++) {
      original.put(names.get(i), row.cells().get(i));
    }
    return Collections.unmodifiableMap(original);
  }

  /** What is wrong with the number of cells; only for rows of another width than the header. */
  public Fault widthFault(TableRow row) {
    return Fault.of(
        null,
        Message.of(
            "the row has {count} cells, the header has {width}", row.cells().size(), width()),
        row.cells().size() > width()
            ? Message.of("Put a cell that contains the delimiter between quotation marks")
            : Message.of(
                "Fill up the row with empty cells, or look for a line break inside a cell"));
  }
}
