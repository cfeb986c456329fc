package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geodata.query.AllCharacters;
import org.vigie.geodata.query.ArithmeticOperator;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** The functions of the database and those in memory are the same functions. */
@PostgisTest
class FilterFunctionsTest {

  private static final double[] NUMBERS = {
    0,
    -0.0,
    1,
    -1,
    2,
    -2,
    3,
    0.5,
    -0.5,
    7.25,
    1e-200,
    1e-150,
    1e-100,
    1e100,
    -1e100,
    1e150,
    1e151,
    1e308,
    -1e308,
    5e-324,
    345,
    1e15,
    9007199254740993.0
  };

  @Test
  void everyCharacterFoldsToTheSameText(DatabaseAddress address) throws SQLException {
    List<String> characters = AllCharacters.strings();
    assertThat(characters).hasSizeGreaterThan(140_000);
    try (FilterDatabase database = new FilterDatabase(address);
        PreparedStatement statement =
            Statements.prepare(
                database.connection(),
                Sql.of(
                    "select c, vigie.casei(c), vigie.accenti(c), vigie.casei('a' || c || 'Σ ')"
                        + " from unnest(?::text[]) c",
                    (Object) characters.toArray(String[]::new)));
        ResultSet rows = statement.executeQuery()) {
      List<String> different = new ArrayList<>();
      while (rows.next()) {
        String character = rows.getString(1);
        boolean same =
            AllCharacters.casei(character).equals(rows.getString(2))
                && AllCharacters.accenti(character).equals(rows.getString(3))
                && AllCharacters.casei("a" + character + "Σ ").equals(rows.getString(4));
        if (!same) {
          different.add(String.format("U+%04X", character.codePointAt(0)));
        }
      }
      assertThat(different).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationHasTheSameResult(ArithmeticOperator operator, DatabaseAddress address)
      throws SQLException {
    try (FilterDatabase database = new FilterDatabase(address);
        PreparedStatement statement =
            database
                .connection()
                .prepareStatement("select vigie.arithmetic('" + operator.name() + "', ?, ?)")) {
      for (double x : NUMBERS) {
        for (double y : NUMBERS) {
          Double expected = operator.apply(x, y);
          Double actual = compute(statement, x, y);
          if (expected == null || actual == null || operator != ArithmeticOperator.POWER) {
            assertThat(same(actual, expected))
                .as("%s %s %s = %s, not %s", x, operator.sign(), y, expected, actual)
                .isTrue();
          } else {
            // The last bits of a power differ between mathematical libraries.
            assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(Math.abs(expected) * 1e-14);
          }
        }
      }
    }
  }

  private static @Nullable Double compute(PreparedStatement statement, double x, double y)
      throws SQLException {
    statement.setDouble(1, x);
    statement.setDouble(2, y);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      double value = rows.getDouble(1);
      return rows.wasNull() ? null : value;
    }
  }

  private static boolean same(@Nullable Double actual, @Nullable Double expected) {
    return actual == null || expected == null
        ? actual == null && expected == null
        : actual.doubleValue() == expected.doubleValue();
  }
}
