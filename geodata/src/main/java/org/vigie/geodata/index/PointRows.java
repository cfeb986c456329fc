package org.vigie.geodata.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.PointSink;

/** Reads the points of a layer out of memory: place, time, category, severity and mark. */
final class PointRows {

  private final LayerRows rows;
  private final int category;
  private final int severity;
  private final Marking[] marks;
  private final List<String> categories;
  private final long[] severities;

  private PointRows(
      LayerRows rows,
      int category,
      int severity,
      Marking[] marks,
      List<String> categories,
      long[] severities) {
    this.rows = rows;
    this.category = category;
    this.severity = severity;
    this.marks = marks;
    this.categories = categories;
    this.severities = severities;
  }

  /** Empty when one of the columns is not kept. */
  static Optional<PointRows> of(LayerRows rows, Layer layer) {
    LayerColumns columns = rows.columns();
    int category = column(columns, layer.drawnBy());
    int severity = column(columns, layer.severity());
    Optional<@Nullable Object[]> marks = columns.dictionary(LayerColumns.MARKS).values();
    Optional<@Nullable Object[]> categories = values(columns, category);
    Optional<@Nullable Object[]> severities = values(columns, severity);
    if (marks.isEmpty() || categories.isEmpty() || severities.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PointRows(
            rows,
            category,
            severity,
            Arrays.stream(marks.get()).map(PointRows::mark).toArray(Marking[]::new),
            Arrays.stream(categories.get()).map(v -> v == null ? "" : v.toString()).toList(),
            Arrays.stream(severities.get())
                .mapToLong(v -> v instanceof Long number ? number : 0)
                .toArray()));
  }

  private static final Marking UNMARKED = new Marking(Classification.UNCLASSIFIED, Set.of());
  private static final int NONE = -1;
  private static final int NOT_KEPT = -2;

  private static int column(LayerColumns columns, Optional<String> property) {
    if (property.isEmpty()) {
      return NONE;
    }
    OptionalInt found = columns.find(property.get());
    return found.orElse(NOT_KEPT);
  }

  private static Optional<@Nullable Object[]> values(LayerColumns columns, int column) {
    return switch (column) {
      case NONE -> Optional.of(new @Nullable Object[] {null});
      case NOT_KEPT -> Optional.empty();
      default -> columns.dictionary(column).values();
    };
  }

  private static Marking mark(@Nullable Object value) {
    return value instanceof Marking marking ? marking : UNMARKED;
  }

  <S extends PointSink<S>> GatheredPoints<S> gather(Scan scan, Supplier<S> sinks) {
    Reader<S> all =
        scan.of(
            rows.parts(),
            () -> new Reader<>(sinks.get()),
            (one, other) -> one.sink.join(other.sink));
    return new GatheredPoints<>(all.sink, categories);
  }

  private final class Reader<S extends PointSink<S>> implements Scan.Found {

    private final S sink;

    Reader(S sink) {
      this.sink = sink;
    }

    @Override
    public void take(Segment segment, int zone, long[] found) {
      int first = zone * Zones.ROWS;
      for (int word = 0; word < Zones.WORDS; word++) {
        int base = first + word * Long.SIZE;
        for (long left = found[word]; left != 0; left &= left - 1) {
          int row = base + Long.numberOfTrailingZeros(left);
          if (segment.kind(row) == Segment.POINT) {
            take(segment, row);
          }
        }
      }
    }

    private void take(Segment segment, int row) {
      Marking mark = marks[segment.code(LayerColumns.MARKS, row)];
      sink.take(
          segment.x(row),
          segment.y(row),
          segment.start(row),
          segment.end(row),
          category == NONE ? 0 : segment.code(category, row),
          severities[severity == NONE ? 0 : segment.code(severity, row)],
          mark.classification(),
          !mark.compartments().isEmpty());
    }
  }
}
