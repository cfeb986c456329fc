package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import org.vigie.geodata.access.Access;

/**
 * Tells PostgreSQL who asks: the setting {@code vigie.access}, which the policies read. It lives as
 * long as the transaction, so that a connection of a pool never carries one caller's rights over to
 * the next.
 */
final class AccessSetting {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AccessSetting() {}

  /** For the open transaction of the connection. */
  static void apply(Connection connection, Access access) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('vigie.access', ?, true)")) {
      statement.setString(1, json(access));
      statement.execute();
    }
  }

  /** For every transaction of a connection that serves one purpose for ever. */
  static void applyForSession(Connection connection, Access access) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('vigie.access', ?, false)")) {
      statement.setString(1, json(access));
      statement.execute();
    }
  }

  private static String json(Access access) {
    ObjectNode document = JSON.createObjectNode();
    document.put("author", access.author().name());
    document.put("clearance", access.clearance().name());
    put(document, "compartments", access.compartments());
    put(document, "readable", access.readable());
    put(document, "writable", access.writable());
    access
        .protections()
        .forEach(protection -> document.withArray("/protections").add(protection.name()));
    access
        .area()
        .ifPresent(
            area ->
                document.put("area", HexFormat.of().formatHex(new GeometryCodec().encode(area))));
    return document.toString();
  }

  private static void put(ObjectNode document, String name, Set<String> words) {
    var array = document.putArray(name);
    words.stream().sorted().forEach(array::add);
  }
}
