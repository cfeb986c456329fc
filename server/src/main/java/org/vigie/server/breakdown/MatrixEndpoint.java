package org.vigie.server.breakdown;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.CrossTable.Count;
import org.vigie.geodata.store.CrossTable.Dimension;
import org.vigie.geodata.store.CrossTable.Kind;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Clocks;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Countable;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** {@code POST /api/matrix}: counts by two properties, or by one and a part of time. */
final class MatrixEndpoint {

  private static final int MOST = 200;

  /** Thirty years and more of months. */
  private static final int MOST_MOMENTS = 400;

  private static final Set<String> MEMBERS =
      Selections.membersAnd("rows", "columns", "limit", "zone");
  private static final List<String> PARTS_OF_TIME =
      Arrays.stream(Kind.values())
          .filter(k -> k != Kind.PROPERTY)
          .map(MatrixEndpoint::word)
          .toList();

  private final Selections selections;
  private final GuardedStore store;

  MatrixEndpoint(Selections selections, GuardedStore store) {
    this.selections = selections;
    this.store = store;
  }

  Route route() {
    return Route.post("/api/matrix")
        .asks()
        .expensive()
        .describe(BreakdownRoutes.TAG, "crossTabulate", "Exact counts by two properties together")
        .takes(
            "One layer's selection; rows and columns are a property or a part of the time at which"
                + " a feature starts: "
                + String.join(", ", PARTS_OF_TIME)
                + "; months are those of UTC, days and hours those of zone: an offset such as"
                + " +01:00, or a place of the IANA time zone database; UTC without it; limit for"
                + " how many values of a property",
            MediaTypes.JSON,
            Selections.schemaAnd(
                    "rows", Schema.string(),
                    "columns", Schema.string(),
                    "zone", Schema.string(),
                    "limit", Schema.integer(1, MOST, 1))
                .requiring("layer", "rows", "columns"))
        .answers(
            "Totals of rows and columns, largest first, and of cells; cells with none are left out."
                + " leftOut counts the values beyond the limit. The empty value stands for unknown,"
                + " also for days and hours that the precision of a time does not tell. A feature"
                + " with several codes counts once for each, and once in count",
            Schema.object(
                Map.of(
                    "count", Schema.integer(),
                    "rows", Schema.array(Schema.of("object")),
                    "columns", Schema.array(Schema.of("object")),
                    "cells", Schema.array(Schema.of("object")),
                    "leftOut", Schema.of("object"),
                    "dataAsOf", Schema.of("object"))))
        .handle(this::answer);
  }

  private void answer(Context context) throws BadInputException, IOException {
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(MEMBERS);
    var access = Callers.access(context);
    Selections seen = selections.as(access);
    FeatureStore features = store.as(access);
    Selection asked = seen.of(body, new Areas(seen, features));
    Layer layer = asked.query().layer();
    Dimension rows = dimension(body, "rows", layer);
    Dimension columns = dimension(body, "columns", layer);
    int limit = body.integer("limit", 1, MOST);
    CrossTable table =
        features.crossTable(asked.query(), new CrossTable.Request(rows, columns, zone(body)));
    Classification mark = asked.mark(table.highest());
    List<Count> told = largest(table.rows(), rows, limit);
    List<Count> across = largest(table.columns(), columns, limit);
    Mark.set(context, mark);
    context
        .result(
            Json.bytes(
                new Answer(
                    table.asOf(),
                    mark,
                    table.count(),
                    told,
                    across,
                    cells(table, told, across),
                    new LeftOut(
                        table.rows().size() - told.size(),
                        table.columns().size() - across.size()))))
        .contentType(MediaTypes.JSON);
  }

  private static Dimension dimension(Members body, String member, Layer layer)
      throws BadInputException {
    String word = body.getText(member);
    Optional<Kind> part =
        PARTS_OF_TIME.contains(word)
            ? Optional.of(Kind.valueOf(word.toUpperCase(Locale.ROOT)))
            : Optional.empty();
    return part.isPresent()
        ? Dimension.of(part.get())
        : Dimension.of(Countable.check(body.name(member), word, layer, PARTS_OF_TIME));
  }

  private static LocalTimes zone(Members body) throws BadInputException {
    Optional<String> asked = body.findText("zone");
    return asked.isEmpty() ? LocalTimes.UTC : Clocks.read(body.name("zone"), asked.get());
  }

  private static List<Count> largest(List<Count> all, Dimension dimension, int limit) {
    return all.stream()
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
        .limit(dimension.kind() == Kind.PROPERTY ? limit : MOST_MOMENTS)
        .toList();
  }

  private static List<CrossTable.Cell> cells(
      CrossTable table, List<Count> rows, List<Count> columns) {
    Set<String> told = new HashSet<>(rows.stream().map(Count::value).toList());
    Set<String> across = new HashSet<>(columns.stream().map(Count::value).toList());
    return table.cells().stream()
        .filter(cell -> told.contains(cell.row()) && across.contains(cell.column()))
        .toList();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private record LeftOut(int rows, int columns) {}

  private record Answer(
      LogPosition dataAsOf,
      Classification classification,
      long count,
      List<Count> rows,
      List<Count> columns,
      List<CrossTable.Cell> cells,
      LeftOut leftOut) {}
}
