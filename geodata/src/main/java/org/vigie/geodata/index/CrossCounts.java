package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.LogPosition;

/** A {@link CrossTable} from rows in memory, the same that the database would give. */
final class CrossCounts {

  private final LayerRows rows;
  private final Axis row;
  private final Axis column;
  private final @Nullable Object[] marks;

  private CrossCounts(LayerRows rows, Axis row, Axis column, @Nullable Object[] marks) {
    this.rows = rows;
    this.row = row;
    this.column = column;
    this.marks = marks;
  }

  /** Empty when only the database can give them. */
  static Optional<CrossCounts> of(LayerRows rows, Layer layer, CrossTable.Request request) {
    Optional<Axis> row = Axis.of(rows, layer, request.rows(), request.zone());
    Optional<Axis> column = Axis.of(rows, layer, request.columns(), request.zone());
    Optional<@Nullable Object[]> marks = rows.columns().dictionary(LayerColumns.MARKS).values();
    if (row.isEmpty() || column.isEmpty() || marks.isEmpty()) {
      return Optional.empty();
    }
    return (long) row.get().size() * column.get().size() > CrossTally.MAX_CELLS
        ? Optional.empty()
        : Optional.of(new CrossCounts(rows, row.get(), column.get(), marks.get()));
  }

  CrossTable table(Scan scan, LogPosition asOf) {
    CrossTally tally =
        scan.of(rows.parts(), () -> new CrossTally(row, column, marks.length), CrossTally::add);
    long count = 0;
    Classification highest = Classification.UNCLASSIFIED;
    for (int code = 0; code < marks.length; code++) {
      count += tally.ofMarks(code);
      if (tally.ofMarks(code) > 0 && marks[code] instanceof Marking marking) {
        highest = highest.highest(marking.classification());
      }
    }
    Map<String, Long> byRow = new TreeMap<>();
    Map<String, Long> byColumn = new TreeMap<>();
    Map<String, Map<String, Long>> both = new TreeMap<>();
    for (int i = 0; i < row.size(); i++) {
      for (int j = 0; j < column.size(); j++) {
        long n = tally.cell(i, j);
        if (n > 0) {
          List<String> ofColumn = column.texts(j);
          ofColumn.forEach(text -> byColumn.merge(text, n, Long::sum));
          for (String text : row.texts(i)) {
            byRow.merge(text, n, Long::sum);
            Map<String, Long> cells = both.computeIfAbsent(text, each -> new TreeMap<>());
            ofColumn.forEach(other -> cells.merge(other, n, Long::sum));
          }
        }
      }
    }
    return new CrossTable(asOf, highest, count, counts(byRow), counts(byColumn), cells(both));
  }

  private static List<CrossTable.Count> counts(Map<String, Long> byText) {
    List<CrossTable.Count> counts = new ArrayList<>();
    byText.forEach((text, n) -> counts.add(new CrossTable.Count(text, n)));
    return counts;
  }

  private static List<CrossTable.Cell> cells(Map<String, Map<String, Long>> both) {
    List<CrossTable.Cell> cells = new ArrayList<>();
    both.forEach(
        (text, others) ->
            others.forEach((other, n) -> cells.add(new CrossTable.Cell(text, other, n))));
    return cells;
  }
}
