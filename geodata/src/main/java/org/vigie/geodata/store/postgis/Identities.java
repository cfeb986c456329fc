package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;

/**
 * One feature for each source record, as far as the writer sees. No unique index: it would tell
 * somebody that there is a record which he may not see.
 */
final class Identities {

  private final Connection connection;

  Identities(Connection connection) {
    this.connection = connection;
  }

  /** Keeps the identity for this transaction, unless another visible feature has it. */
  void claim(Feature feature) throws BadInputException {
    String sourceId = feature.provenance().sourceId();
    if (sourceId == null) {
      return;
    }
    String system = feature.provenance().sourceSystem();
    String layer = feature.layer();
    try {
      ask(Sql.of(Statements.file("identity-lock"), layer, layer, system, sourceId));
      if (ask(
          Sql.of(
              Statements.file("identity-taken"), layer, sourceId, system, feature.id().value()))) {
        throw new BadInputException(SqlErrors.IDENTITY_TAKEN);
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private boolean ask(Sql sql) throws SQLException {
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() && Boolean.TRUE.equals(rows.getObject(1));
    }
  }
}
