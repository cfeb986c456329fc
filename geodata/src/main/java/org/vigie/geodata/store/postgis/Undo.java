package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Batch;

/** Takes a bulk load back as a new change; the log keeps both. */
final class Undo {

  private final Connection connection;

  Undo(Connection connection) {
    this.connection = connection;
  }

  Batch.Undo run(UUID batch, Author author) throws SQLException, BadInputException {
    String layer;
    long loaded;
    try (PreparedStatement statement =
        connection.prepareStatement("select layer, transaction from vigie.load where batch = ?")) {
      statement.setObject(1, batch);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new BadInputException(
              Fault.of(
                  "batch",
                  Message.of("there is no import {batch}", batch),
                  "Take an id from the list"));
        }
        layer = rows.getString(1);
        loaded = rows.getLong(2);
      }
    }
    number("load-lock", layer);
    refuseTwice(batch);
    long transaction = Revisions.newTransactionKey(connection);
    long kept = number("undo-kept", loaded);
    long removed = update("undo-inserts", loaded, transaction);
    long restored = update("undo-updates", loaded, transaction);
    update("undo-protected", loaded, loaded, transaction);
    Revisions.stamp(connection, new Revisions.Stamp(transaction, author, "", null, batch));
    return new Batch.Undo(removed, restored, kept);
  }

  /** Asked after the lock, so that of two at once the second sees the first. */
  private void refuseTwice(UUID batch) throws SQLException, BadInputException {
    try (PreparedStatement statement =
        connection.prepareStatement("select from vigie.revision where undoes = ?")) {
      statement.setObject(1, batch);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          throw new BadInputException(
              Fault.of("batch", "this import was taken back already", "Import the file again"));
        }
      }
    }
  }

  private long number(String file, Object value) throws SQLException {
    try (PreparedStatement statement =
            Statements.prepare(connection, Sql.of(Statements.file(file), value));
        ResultSet rows = statement.executeQuery()) {
      return rows.next() && rows.getObject(1) instanceof Long n ? n : 0;
    }
  }

  private long update(String file, Object... values) throws SQLException {
    try (PreparedStatement statement =
        Statements.prepare(connection, Sql.of(Statements.file(file), values))) {
      return statement.executeLargeUpdate();
    }
  }
}
