package org.vigie.server.accounts.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Classification;
import org.vigie.server.accounts.Account;

/** An account as a row: the columns that every statement names {@code account_…}. */
final class AccountRow {

  private AccountRow() {}

  static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString("username"),
        row.getString("title"),
        texts(row, "roles").stream()
            .map(word -> Role.find(word).orElseThrow())
            .collect(Collectors.toSet()),
        Classification.valueOf(row.getString("clearance")),
        texts(row, "compartments"),
        area(row.getBytes("area")),
        row.getBoolean("disabled"),
        row.getBoolean("must_change_password"),
        Optional.ofNullable(row.getString("oidc_subject")));
  }

  /**
   * Binds title, roles, clearance, compartments, area, disabled, subject from a place on; returns
   * the next.
   */
  static int bind(PreparedStatement statement, int from, Account account) throws SQLException {
    Connection connection = statement.getConnection();
    int i = from;
    statement.setString(i++, account.title());
    statement.setArray(
        i++,
        connection.createArrayOf(
            "text", account.roles().stream().map(Role::word).sorted().toArray()));
    statement.setString(i++, account.clearance().name());
    statement.setArray(
        i++, connection.createArrayOf("text", account.compartments().stream().sorted().toArray()));
    statement.setBytes(i++, account.area().map(g -> new WKBWriter().write(g)).orElse(null));
    statement.setBoolean(i++, account.disabled());
    statement.setString(i++, account.oidcSubject().orElse(null));
    return i;
  }

  static Set<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toSet());
  }

  private static Optional<Geometry> area(byte[] wkb) throws SQLException {
    if (wkb == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new WKBReader().read(wkb));
    } catch (ParseException ours) {
      throw new SQLException("an area of responsibility cannot be read", ours);
    }
  }
}
