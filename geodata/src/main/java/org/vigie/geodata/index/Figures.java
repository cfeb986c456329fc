package org.vigie.geodata.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;

/** The figures of a {@link Summary} from rows in memory, the same that the database would give. */
final class Figures {

  /** More periods times values than this are left to the database. */
  private static final long MAX_CELLS = 2_000_000;

  private final LayerRows rows;
  private final Summary.Request request;
  private final @Nullable Object[] marks;
  private final @Nullable Object[] values;
  private final Tally.Shape shape;

  private Figures(
      LayerRows rows,
      Summary.Request request,
      @Nullable Object[] marks,
      @Nullable Object[] values,
      Tally.Shape shape) {
    this.rows = rows;
    this.request = request;
    this.marks = marks;
    this.values = values;
    this.shape = shape;
  }

  /** Empty when only the database can give them. */
  static Optional<Figures> of(LayerRows rows, Layer layer, Summary.Request request) {
    LayerColumns columns = rows.columns();
    Optional<@Nullable Object[]> marks = columns.dictionary(LayerColumns.MARKS).values();
    int column = -1;
    Optional<@Nullable Object[]> values = Optional.of(new @Nullable Object[] {null});
    if (!request.groupBy().isEmpty()) {
      OptionalInt found = column(columns, layer, request.groupBy());
      column = found.orElse(-1);
      values = found.isPresent() ? columns.dictionary(found.getAsInt()).values() : Optional.empty();
    }
    int[] summed = new int[request.sums().size()];
    long[][] numbers = new long[summed.length][];
    for (int i = 0; i < summed.length; i++) {
      OptionalInt found = wholeNumbers(columns, layer, request.sums().get(i));
      Optional<@Nullable Object[]> all =
          found.isPresent() ? columns.dictionary(found.getAsInt()).values() : Optional.empty();
      if (all.isEmpty()) {
        return Optional.empty();
      }
      summed[i] = found.getAsInt();
      numbers[i] = numbers(all.get());
    }
    if (marks.isEmpty() || values.isEmpty()) {
      return Optional.empty();
    }
    Optional<Slots> slots = slots(rows, request);
    if (slots.isEmpty() || (long) slots.get().count() * values.get().length > MAX_CELLS) {
      return Optional.empty();
    }
    return Optional.of(
        new Figures(
            rows,
            request,
            marks.get(),
            values.get(),
            new Tally.Shape(
                marks.get().length, column, values.get().length, summed, numbers, slots.get())));
  }

  private static Optional<Slots> slots(LayerRows rows, Summary.Request request) {
    return request.hours().isPresent()
        ? Slots.Hours.of(rows.columns(), request.hours().get())
        : Optional.of(calendar(rows, request));
  }

  private static Slots.Calendar calendar(LayerRows rows, Summary.Request request) {
    Periods periods = new Periods(request.period());
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    if (request.period() != Summary.Step.NONE) {
      for (Part part : rows.parts()) {
        Times times = part.segment().times();
        if (times.first() != PackedTimes.UNKNOWN) {
          first = Math.min(first, times.first());
          last = Math.max(last, times.last());
        }
      }
    }
    if (last < first) {
      return new Slots.Calendar(periods, 0, 0);
    }
    long number = periods.number(first);
    int count = (int) Math.min(MAX_CELLS + 1, periods.number(last) - number + 1);
    return new Slots.Calendar(periods.between(first, last), number, count);
  }

  /** The column of a property whose values can be told apart as the database writes them. */
  static OptionalInt column(LayerColumns columns, Layer layer, String name) {
    Optional<Property> property = layer.findProperty(name);
    return property.isPresent() && Tally.isCountable(property.get().type())
        ? columns.find(name)
        : OptionalInt.empty();
  }

  /** Numbers with decimals are not: their sum depends on the order in which they are added. */
  private static OptionalInt wholeNumbers(LayerColumns columns, Layer layer, String name) {
    Optional<Property> property = layer.findProperty(name);
    return property.isPresent() && property.get().type() == PropertyType.INTEGER
        ? columns.find(name)
        : OptionalInt.empty();
  }

  private static long[] numbers(@Nullable Object[] values) {
    long[] numbers = new long[values.length];
    for (int code = 0; code < values.length; code++) {
      numbers[code] = values[code] instanceof Long number ? number : 0;
    }
    return numbers;
  }

  Summary summary(Scan scan, LogPosition asOf) {
    Tally tally = scan.of(rows.parts(), () -> new Tally(shape), Tally::add);
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < request.sums().size(); i++) {
      sums.put(request.sums().get(i), (double) tally.sum(i));
    }
    Classification highest = Classification.UNCLASSIFIED;
    Set<String> compartments = new TreeSet<>();
    for (int code = 0; code < marks.length; code++) {
      if (tally.ofMarks(code) > 0 && marks[code] instanceof Marking marking) {
        highest = highest.highest(marking.classification());
        compartments.addAll(marking.compartments());
      }
    }
    return new Summary(
        asOf,
        highest,
        compartments,
        tally.count(),
        tally.unmapped(),
        groups(tally),
        periods(tally),
        request.hours().map(hours -> byHours(tally, hours.size())),
        sums);
  }

  private List<Summary.Group> groups(Tally tally) {
    if (request.groupBy().isEmpty()) {
      return List.of();
    }
    Map<String, long[]> byText = new TreeMap<>();
    int width = 1 + request.sums().size();
    for (int code = 0; code < values.length; code++) {
      if (tally.ofValue(code) > 0) {
        for (String text : texts(values[code])) {
          long[] figures = byText.computeIfAbsent(text, each -> new long[width]);
          figures[0] += tally.ofValue(code);
          for (int i = 1; i < width; i++) {
            figures[i] += tally.sumOfValue(i - 1, code);
          }
        }
      }
    }
    List<Summary.Group> groups = new ArrayList<>();
    byText.forEach((text, figures) -> groups.add(group(text, figures)));
    groups.sort(
        Comparator.comparing(Summary.Group::count).reversed().thenComparing(Summary.Group::value));
    return groups;
  }

  private Summary.Group group(String text, long[] figures) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < request.sums().size(); i++) {
      sums.put(request.sums().get(i), (double) figures[i + 1]);
    }
    return new Summary.Group(text, figures[0], sums);
  }

  /** The groups of a value: each code of a list, or the one of the unknown. */
  static List<String> texts(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? List.of("") : list.stream().map(Object::toString).toList();
    }
    return List.of(value == null ? "" : value.toString());
  }

  private List<Summary.Period> periods(Tally tally) {
    List<Summary.Period> periods = new ArrayList<>();
    if (!(shape.periods() instanceof Slots.Calendar calendar)) {
      return periods;
    }
    for (int i = 0; i < calendar.count(); i++) {
      if (tally.ofPeriod(i) > 0) {
        LocalDate start = calendar.periods().start(calendar.first() + i);
        periods.add(new Summary.Period(start, tally.ofPeriod(i), ofPeriod(tally, i)));
      }
    }
    return periods;
  }

  private Summary.ByHours byHours(Tally tally, int stretches) {
    return new Summary.ByHours(
        IntStream.range(0, stretches).mapToObj(i -> counted(tally, Slots.Hours.FIRST + i)).toList(),
        counted(tally, Slots.Hours.BEFORE),
        counted(tally, Slots.Hours.UNKNOWN));
  }

  private Summary.Counted counted(Tally tally, int slot) {
    return tally.ofPeriod(slot) == 0
        ? Summary.Counted.NONE
        : new Summary.Counted(tally.ofPeriod(slot), ofPeriod(tally, slot));
  }

  private Map<String, Long> ofPeriod(Tally tally, int period) {
    Map<String, Long> byText = new TreeMap<>();
    if (!request.groupBy().isEmpty()) {
      for (int code = 0; code < values.length; code++) {
        int count = tally.ofPeriodAndValue(period, code);
        if (count > 0) {
          texts(values[code]).forEach(text -> byText.merge(text, (long) count, Long::sum));
        }
      }
    }
    return byText;
  }
}
