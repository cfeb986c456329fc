package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;

/** Whether what is stored still has the types a changed layer file declares. */
final class StoredValues {

  private final Connection connection;

  StoredValues(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws IllegalStateException when a stored value does not have the declared type, because then
   *     the typed view and its indexes could not be read
   */
  void refuseWhatDoesNotFit(Layer layer, LayerDdl ddl) throws SQLException {
    if (!exists(ddl.feature())) {
      return;
    }
    for (Property property : layer.properties()) {
      if (property.protection().isPresent()) {
        refuseLateProtection(layer, property);
        continue;
      }
      long misfits = count(layer, property);
      if (misfits > 0) {
        throw new IllegalStateException(
            "layer "
                + layer.name()
                + " declares "
                + property.name()
                + " as "
                + property.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                + ", but "
                + misfits
                + " stored features hold something else there; give the property a new name");
      }
    }
  }

  /** Values that the log keeps in the open cannot be taken back from those who read it. */
  private void refuseLateProtection(Layer layer, Property property) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select exists (select from vigie.change where layer = ? and properties -> ? is not"
                + " null)")) {
      statement.setString(1, layer.name());
      statement.setString(2, property.name());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        if (rows.getBoolean(1)) {
          throw new IllegalStateException(
              "layer "
                  + layer.name()
                  + " declares "
                  + property.name()
                  + " as protected, but features are stored with it in the open; give the protected"
                  + " property a new name");
        }
      }
    }
  }

  private boolean exists(String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private long count(Layer layer, Property property) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select count(*) from vigie.feature where layer = ?"
                + " and (jsonb_typeof(properties -> ?) <> ? or properties ->> ? !~ ?)")) {
      statement.setString(1, layer.name());
      statement.setString(2, property.name());
      statement.setString(3, jsonType(property.type()));
      statement.setString(4, property.name());
      statement.setString(5, pattern(property.type()));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static String jsonType(PropertyType type) {
    return switch (type) {
      case TEXT, LONG_TEXT, CODE, DATE, TIMESTAMP -> "string";
      case INTEGER, NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case CODES, TEXTS, TABLE -> "array";
    };
  }

  private static String pattern(PropertyType type) {
    return switch (type) {
      case INTEGER -> "^-?[0-9]{1,18}$";
      case DATE -> "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
      case TIMESTAMP -> "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}Z$";
      default -> "";
    };
  }
}
