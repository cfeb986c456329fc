package org.vigie.geodata.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;

@PostgisTest
class PostgisTestTest {

  private final DatabaseAddress given;

  PostgisTestTest(DatabaseAddress given) {
    this.given = given;
  }

  @Test
  void aTestGetsTheDatabaseOfItsClass(DatabaseAddress address) throws SQLException {
    assertThat(address).isEqualTo(given);
    assertThat(address).isNotEqualTo(TestDatabases.cluster().address());
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var result =
            connection.createStatement().executeQuery("select ST_AsText(ST_Point(1, 2))")) {
      result.next();
      assertThat(result.getString(1)).isEqualTo("POINT(1 2)");
    }
  }

  @Nested
  class Inside {
    @Test
    void nestedClassesShareIt(DatabaseAddress address) {
      assertThat(address).isEqualTo(given);
    }
  }
}
