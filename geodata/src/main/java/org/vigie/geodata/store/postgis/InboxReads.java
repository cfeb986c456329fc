package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Inbox;
import org.vigie.geodata.store.Inbox.Waiting;

/** Reads what waits, on a connection whose transaction is one snapshot. */
final class InboxReads {

  private final Connection connection;
  private final LayerCatalog catalog;

  InboxReads(Connection connection, LayerCatalog catalog) {
    this.connection = connection;
    this.catalog = catalog;
  }

  Inbox read(Inbox.Request request) throws SQLException {
    Sql waiting = waiting(request.layer());
    return new Inbox(Revisions.position(connection), counts(waiting), page(waiting, request));
  }

  private static Sql waiting(Layer layer) {
    Workflow workflow =
        layer
            .workflow()
            .orElseThrow(
                () -> new IllegalArgumentException("layer " + layer.name() + " has no workflow"));
    String state =
        "coalesce("
            + Columns.get(layer, workflow.property()).expression()
            + ", '"
            + workflow.initial()
            + "')";
    String severity =
        layer.severity().map(name -> Columns.get(layer, name).expression()).orElse("null::bigint");
    String text =
        Statements.file("inbox")
            .replace("/*state of f*/", state)
            .replace("/*state of p*/", state.replace("f.properties", "p.properties"))
            .replace("/*severity*/", severity);
    Optional<Workflow.Reports> reports = workflow.reports();
    return Sql.of(
        text,
        workflow.targets().keySet().toArray(String[]::new),
        workflow.targets().values().stream()
            .map(target -> String.valueOf(target.toSeconds()))
            .toArray(String[]::new),
        layer.name(),
        (double) reports.map(r -> r.target().toSeconds()).orElse(1L),
        reports.map(Workflow.Reports::layer).orElse(""));
  }

  private Map<String, Long> counts(Sql waiting) throws SQLException {
    Sql sql = Sql.of("").add(waiting).add(" select queue, count(*) from waiting group by queue");
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Long> counts = new LinkedHashMap<>();
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
      return counts;
    }
  }

  private List<Waiting> page(Sql waiting, Inbox.Request request) throws SQLException {
    Sql sql = Sql.of("").add(waiting).add(" select id, layer, queue, since, target from waiting");
    request.queue().ifPresent(queue -> sql.add(" where queue = ?", queue));
    sql.add(
        " order by coalesce(severity, "
            + Inbox.UNKNOWN_SEVERITY
            + ") desc,"
            + " extract(epoch from ?::timestamptz - since) / target desc,"
            + " valid_from nulls last, id limit ? offset ?",
        request.now(),
        request.limit(),
        request.offset());
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(
            new Entry(
                new FeatureRef(rows.getString(2), new FeatureId(FeatureRow.uuid(rows, 1))),
                rows.getString(3),
                FeatureRow.time(rows, 4),
                Duration.ofSeconds(rows.getLong(5))));
      }
    }
    List<Waiting> page = new ArrayList<>();
    for (Entry entry : entries) {
      find(entry.feature)
          .ifPresent(f -> page.add(new Waiting(f, entry.queue, entry.since, entry.target)));
    }
    return page;
  }

  private Optional<Feature> find(FeatureRef ref) throws SQLException {
    return new FeatureReads(connection).find(catalog.get(ref.layer()), ref.id(), null);
  }

  private record Entry(FeatureRef feature, String queue, Instant since, Duration target) {}
}
