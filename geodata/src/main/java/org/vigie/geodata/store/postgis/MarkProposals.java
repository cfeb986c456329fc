package org.vigie.geodata.store.postgis;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.MarkProposal;

/** Wishes for lower marks: made, read and settled on one connection. */
final class MarkProposals {

  private final Connection connection;

  MarkProposals(Connection connection) {
    this.connection = connection;
  }

  /** Those that wait, oldest first. */
  List<MarkProposal> list() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(Statements.file("mark-proposals"));
        ResultSet rows = statement.executeQuery()) {
      List<MarkProposal> proposals = new ArrayList<>();
      while (rows.next()) {
        proposals.add(
            new MarkProposal(
                FeatureRow.uuid(rows, 1),
                new FeatureRef(rows.getString(2), new FeatureId(FeatureRow.uuid(rows, 3))),
                marking(rows, 4),
                marking(rows, 6),
                rows.getString(8),
                new Author(rows.getString(9)),
                FeatureRow.time(rows, 10)));
      }
      return proposals;
    }
  }

  UUID insert(FeatureRef feature, Marking from, Marking to, String reason, Author proposer)
      throws SQLException {
    UUID id = UUID.randomUUID();
    try (PreparedStatement statement =
        connection.prepareStatement(Statements.file("insert-mark-proposal"))) {
      statement.setObject(1, id);
      statement.setString(2, feature.layer());
      statement.setObject(3, feature.id().value());
      statement.setString(4, from.classification().name());
      statement.setArray(5, codes(from));
      statement.setString(6, to.classification().name());
      statement.setArray(7, codes(to));
      statement.setString(8, reason);
      statement.setString(9, proposer.name());
      statement.executeUpdate();
    }
    return id;
  }

  /** Whether it was still waiting. */
  boolean settle(UUID id, boolean approved, Author by) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(Statements.file("settle-mark-proposal"))) {
      statement.setString(1, approved ? "APPROVED" : "REJECTED");
      statement.setString(2, by.name());
      statement.setObject(3, id);
      return statement.executeUpdate() > 0;
    }
  }

  private @Nullable Array codes(Marking marking) throws SQLException {
    return marking.compartments().isEmpty()
        ? null
        : connection.createArrayOf("text", marking.compartments().stream().sorted().toArray());
  }

  private static Marking marking(ResultSet row, int column) throws SQLException {
    Array codes = row.getArray(column + 1);
    return new Marking(
        Classification.valueOf(row.getString(column)),
        codes == null ? Set.of() : Set.of((String[]) codes.getArray()));
  }
}
