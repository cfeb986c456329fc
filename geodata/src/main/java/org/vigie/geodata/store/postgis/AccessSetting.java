package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;

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

  /** The setting as a text. */
  static String json(Access access) {
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

  /**
   * Whose setting it was, without the right to change anything.
   *
   * @param json from {@link #json}
   */
  static Access read(String json) {
    try {
      JsonNode document = JSON.readTree(json);
      Set<Protection> protections = EnumSet.noneOf(Protection.class);
      words(document, "protections").forEach(name -> protections.add(Protection.valueOf(name)));
      JsonNode area = document.path("area");
      return new Access(
          new Author(document.path("author").asText()),
          Classification.valueOf(document.path("clearance").asText()),
          words(document, "compartments"),
          words(document, "readable"),
          Set.of(),
          protections,
          area.isMissingNode()
              ? Optional.empty()
              : Optional.of(new GeometryCodec().decode(HexFormat.of().parseHex(area.asText()))));
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static Set<String> words(JsonNode document, String name) {
    Set<String> words = new TreeSet<>();
    document.path(name).forEach(word -> words.add(word.asText()));
    return words;
  }

  private static void put(ObjectNode document, String name, Set<String> words) {
    var array = document.putArray(name);
    words.stream().sorted().forEach(array::add);
  }
}
