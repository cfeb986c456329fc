package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureLink;

/** Makes and ends links inside a write transaction. */
final class LinkWrites {

  private final Connection connection;

  LinkWrites(Connection connection) {
    this.connection = connection;
  }

  UUID link(LinkType type, FeatureRef from, FeatureRef to, long transaction)
      throws SQLException, BadInputException {
    if (from.equals(to)) {
      throw fault(
          "to",
          Message.of("a feature cannot be linked to itself"),
          Message.of("Name another feature"));
    }
    // always in the same order, so that two who link the same pair cannot wait for each other
    for (String id : Stream.of(from, to).map(end -> end.id().toString()).sorted().toList()) {
      update("link-lock", id);
    }
    requirePresent("from", from);
    requirePresent("to", to);
    refuseContradiction(type, from, to);
    UUID id = UUID.randomUUID();
    update(
        "insert-link",
        id,
        type.word(),
        from.layer(),
        from.id().value(),
        to.layer(),
        to.id().value(),
        transaction);
    return id;
  }

  /** The links of a feature, which nobody else changes until the transaction ends. */
  List<FeatureLink> hold(FeatureRef of) throws SQLException {
    update("link-lock", of.id().toString());
    return new LinkReads(connection)
        .all(of).stream().filter(LinkReads.Row::holds).map(LinkReads.Row::link).toList();
  }

  /** Whether there was such a link that held. */
  boolean end(UUID link, long transaction) throws SQLException {
    return update("end-link", transaction, link) > 0;
  }

  void endAllOf(FeatureRef gone, long transaction) throws SQLException {
    UUID id = gone.id().value();
    update("end-links-of", transaction, gone.layer(), id, gone.layer(), id);
  }

  private void requirePresent(String field, FeatureRef end) throws SQLException, BadInputException {
    try (PreparedStatement statement =
            Statements.prepare(
                connection,
                Sql.of(
                    "select from vigie.feature where layer = ? and id = ?",
                    end.layer(),
                    end.id().value()));
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw fault(
            field,
            Message.of("there is no feature {end}", end),
            Message.of("Name a feature that is there"));
      }
    }
  }

  private void refuseContradiction(LinkType type, FeatureRef from, FeatureRef to)
      throws SQLException, BadInputException {
    UUID id = from.id().value();
    try (PreparedStatement statement =
            Statements.prepare(
                connection,
                Sql.of(Statements.file("links-held"), from.layer(), id, from.layer(), id));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (!rows.getString(1).equals(type.word())) {
          continue;
        }
        FeatureRef first = LinkReads.ref(rows, 2);
        FeatureRef second = LinkReads.ref(rows, 4);
        if (List.of(first, second).containsAll(List.of(from, to))) {
          throw fault(
              "to",
              Message.of("the two are linked so already"),
              Message.of("Take the other link back first"));
        }
        if (type == LinkType.REPORTED_BY && first.equals(from)) {
          throw fault(
              "from",
              Message.of("the report is linked to incident {second} already", second.id()),
              Message.of("Take that link back first: a report speaks of one incident"));
        }
      }
    }
  }

  private int update(String file, Object... values) throws SQLException {
    try (PreparedStatement statement =
        Statements.prepare(connection, Sql.of(Statements.file(file), values))) {
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  private static BadInputException fault(String field, Message what, Message fix) {
    return new BadInputException(Fault.of(field, what, fix));
  }
}
