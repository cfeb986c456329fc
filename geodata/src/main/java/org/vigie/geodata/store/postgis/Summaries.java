package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.ClockHours;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.Summary.Group;
import org.vigie.geodata.store.Summary.Period;
import org.vigie.geodata.store.Summary.Request;
import org.vigie.geodata.store.Summary.Step;
import org.vigie.geodata.store.postgis.Columns.Column;

/**
 * Totals, breakdowns and sums. One pass over the selection gives them all by grouping sets; only a
 * property with several values a feature needs a second pass, in which a feature counts once for
 * each.
 */
final class Summaries {

  private final Connection connection;
  private final FeatureQuery query;
  private final Request request;

  private long count;
  private long unmapped;
  private Classification highest = Classification.UNCLASSIFIED;
  private final Set<String> compartments = new TreeSet<>();
  private boolean isCompartmented;
  private Map<String, Double> sums = Map.of();
  private final List<Group> groups = new ArrayList<>();
  private final Map<LocalDate, Long> periods = new TreeMap<>();
  private final Map<Integer, Long> slots = new TreeMap<>();
  private final Map<Integer, Map<String, Long>> slotsByGroup = new TreeMap<>();
  private final Map<LocalDate, Map<String, Long>> byGroup = new TreeMap<>();

  private Summaries(Connection connection, FeatureQuery query, Request request) {
    this.connection = connection;
    this.query = query;
    this.request = request;
  }

  static Summary read(Connection connection, FeatureQuery query, Request request)
      throws SQLException {
    return new Summaries(connection, query, request).read();
  }

  private Summary read() throws SQLException {
    Layer layer = query.layer();
    boolean byTime = request.period() != Step.NONE || request.hours().isPresent();
    String totals = byTime ? "(), (period)" : "()";
    String breakdown = byTime ? "(value), (period, value)" : "(value)";
    if (request.groupBy().isEmpty()) {
      add(totals, "null::text", "");
    } else {
      Column column = Columns.get(layer, request.groupBy());
      switch (column.type()) {
        case CODES, TEXTS -> {
          add(totals, "null::text", "");
          add(
              breakdown,
              column.expression(),
              " left join lateral jsonb_array_elements_text(f.codes) as element(value) on true");
        }
        case TABLE -> throw new IllegalArgumentException(request.groupBy() + " is a table");
        default -> add(totals + ", " + breakdown, column.expression() + "::text", "");
      }
    }
    if (isCompartmented) {
      readMarks(Selection.of(query));
    }
    if (query.asKnownAt().isPresent()) {
      readMarks(asTheyAreNow());
    }
    groups.sort(Comparator.comparing(Group::count).reversed().thenComparing(Group::value));
    List<Period> inOrder = new ArrayList<>();
    periods.forEach(
        (start, n) -> inOrder.add(new Period(start, n, byGroup.getOrDefault(start, Map.of()))));
    return new Summary(
        Revisions.position(connection),
        highest,
        compartments,
        count,
        unmapped,
        groups,
        inOrder,
        request.hours().map(this::byHours),
        sums);
  }

  /**
   * @param sets grouping sets over value and period
   * @param value the expression of the group value
   * @param elements how a list of codes is taken apart; empty when the value is a single one
   */
  private void add(String sets, String value, String elements) throws SQLException {
    StringBuilder inner = new StringBuilder(" as period, f.geom is null as unmapped, ");
    inner.append(Marks.LEVEL).append(" as level, f.compartments is not null as held");
    // GROUPING and the column itself may stand only where a set names the column
    String ofValue = sets.contains("value") ? "grouping(value), coalesce(value, '')" : "1, ''";
    String ofPeriod = sets.contains("period") ? "grouping(period), period" : "1, null";
    StringBuilder outer =
        new StringBuilder("select ").append(ofValue).append(", ").append(ofPeriod);
    outer.append(", count(*), count(*) filter (where unmapped), max(level), bool_or(held)");
    for (int i = 0; i < request.sums().size(); i++) {
      Column column = Columns.get(query.layer(), request.sums().get(i));
      if (!column.type().isNumeric()) {
        throw new IllegalArgumentException(request.sums().get(i) + " is not a number");
      }
      inner.append(", ").append(column.expression()).append(" as s").append(i);
      // Fractions are added exactly: the last digit of a float would depend on the order of rows.
      String exact = column.type() == PropertyType.NUMBER ? "::numeric" : "";
      outer.append(", coalesce(sum(s").append(i).append(exact).append("), 0)::float8");
    }
    Sql sql =
        Sql.of(outer + " from (select " + value)
            .add(elements.isEmpty() ? " as value, " : " as codes, ")
            .add(period())
            .add(inner.toString())
            .add(Selection.of(query))
            .add(") f" + elements + " group by grouping sets (" + sets + ")");
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        take(rows);
      }
    }
  }

  /** The period of a row, or the slot of its hour. */
  private Sql period() {
    if (request.hours().isPresent()) {
      return slot(request.hours().get());
    }
    return Sql.of(
        request.period() == Step.NONE
            ? "null::timestamptz"
            : "date_trunc('"
                + request.period().name().toLowerCase(Locale.ROOT)
                + "', f.valid_from, 'UTC')");
  }

  /**
   * 0 without an hour, 1 before the first stretch, then the stretches. Their edges come from us and
   * not from the time zones of the database, of another edition perhaps.
   */
  private static Sql slot(ClockHours hours) {
    String edges =
        IntStream.rangeClosed(0, hours.size())
            .mapToObj(i -> hours.edge(i).toString())
            .collect(Collectors.joining(",", "{", "}"));
    return Sql.of(
        "case when f.valid_from is null or f.valid_from >= ? then null"
            + " when f.time_precision is distinct from 'EXACT_MINUTE' then 0"
            + " else 1 + width_bucket(f.valid_from, ?::timestamptz[]) end",
        hours.edge(hours.size()),
        edges);
  }

  private Summary.ByHours byHours(ClockHours hours) {
    return new Summary.ByHours(
        IntStream.range(0, hours.size()).mapToObj(i -> counted(2 + i)).toList(),
        counted(1),
        counted(0));
  }

  private Summary.Counted counted(int slot) {
    return new Summary.Counted(
        slots.getOrDefault(slot, 0L), slotsByGroup.getOrDefault(slot, Map.of()));
  }

  /** Compartments are read by themselves, since rows with compartments are few and often none. */
  private void readMarks(Sql rows) throws SQLException {
    Sql sql = Sql.of("select distinct " + Marks.LEVEL + ", f.compartments").add(rows);
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet marks = statement.executeQuery()) {
      while (marks.next()) {
        highest = highest.highest(Marks.read(marks, 1));
        if (marks.getArray(2) != null) {
          compartments.addAll(Arrays.asList((String[]) marks.getArray(2).getArray()));
        }
      }
    }
  }

  /** What was raised since is as high as it is now, also where it is shown as it was. */
  private Sql asTheyAreNow() {
    return Sql.of(" from vigie.feature f where f.layer = ?", query.layer().name())
        .add(" and f.id in (select f.id")
        .add(Selection.of(query))
        .add(")");
  }

  private void take(ResultSet row) throws SQLException {
    boolean ofValue = row.getInt(1) == 0;
    boolean ofPeriod = row.getInt(3) == 0;
    String value = row.getString(2);
    long n = row.getLong(5);
    if (!ofValue && !ofPeriod) {
      count = n;
      unmapped = row.getLong(6);
      highest = Marks.read(row, 7);
      isCompartmented = row.getBoolean(8);
      sums = sums(row);
    } else if (!ofPeriod) {
      groups.add(new Group(value, n, sums(row)));
    } else if (row.getObject(4) != null && request.hours().isPresent()) {
      int slot = row.getInt(4);
      if (ofValue) {
        slotsByGroup.computeIfAbsent(slot, each -> new TreeMap<>()).put(value, n);
      } else {
        slots.put(slot, n);
      }
    } else if (row.getObject(4) != null) {
      LocalDate start = FeatureRow.time(row, 4).atOffset(ZoneOffset.UTC).toLocalDate();
      if (ofValue) {
        byGroup.computeIfAbsent(start, day -> new TreeMap<>()).put(value, n);
      } else {
        periods.put(start, n);
      }
    }
  }

  private Map<String, Double> sums(ResultSet row) throws SQLException {
    Map<String, Double> result = new LinkedHashMap<>();
    for (int i = 0; i < request.sums().size(); i++) {
      result.put(request.sums().get(i), row.getDouble(9 + i));
    }
    return result;
  }
}
